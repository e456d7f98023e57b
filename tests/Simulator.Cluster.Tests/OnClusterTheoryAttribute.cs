using System.Runtime.CompilerServices;

namespace Simulator.Cluster.Tests;

/// <summary>
/// A theory about the cluster: skipped, with the reason, where the program was built without Orleans.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnClusterTheoryAttribute : TheoryAttribute
{
    public OnClusterTheoryAttribute(
        [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) =>
        Skip = ClusterAvailability.IsHere ? null : ClusterAvailability.Reason;
}
