using Simulator.Benchmarks.Cluster;

namespace Simulator.Benchmarks;

/// <content>Compiled only where Orleans is.</content>
internal static partial class ClusterCommand
{
    static partial void MeasureSpeed(bool withTen, ref int exitCode) =>
        exitCode = new ClusterSpeed(withTen).Run().GetAwaiter().GetResult();

    static partial void MeasureBarrier(ref int exitCode) =>
        exitCode = ClusterBarrier.Run().GetAwaiter().GetResult();

    static partial void MeasureMemory(ref int exitCode) =>
        exitCode = ClusterMemory.Run().GetAwaiter().GetResult();
}
