using System.Runtime.CompilerServices;

namespace Simulator.Cluster.Tests;

/// <summary>
/// A fact about the cluster: skipped, with the reason, where the program was built without Orleans.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnClusterFactAttribute : FactAttribute
{
    public OnClusterFactAttribute(
        [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) =>
        Skip = ClusterAvailability.IsHere ? null : ClusterAvailability.Reason;
}
