using System.Runtime.CompilerServices;

namespace Simulator.Cluster.Tests;

/// <summary>
/// A theory about the cluster: skipped, with the reason, where the program was built without Orleans, and failed if it
/// has not ended after eight minutes, many times what the longest takes on a busy machine.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnClusterTheoryAttribute : TheoryAttribute
{
    public OnClusterTheoryAttribute(
        [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = ClusterAvailability.IsHere ? null : ClusterAvailability.Reason;
        Timeout = 8 * 60 * 1000;
    }
}
