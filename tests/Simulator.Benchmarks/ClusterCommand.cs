using Simulator.Cluster;

namespace Simulator.Benchmarks;

/// <summary>
/// <c>cluster</c>, <c>cluster-barrier</c> and <c>cluster-memory</c>: the engine whose bodies are grains.
/// Where Orleans is not, there is nothing to measure.
/// </summary>
internal static partial class ClusterCommand
{
    public static int Speed(bool withTen)
    {
        var exitCode = 0;
        MeasureSpeed(withTen, ref exitCode);
        return Tell(exitCode);
    }

    public static int Memory()
    {
        var exitCode = 0;
        MeasureMemory(ref exitCode);
        return Tell(exitCode);
    }

    public static int Barrier()
    {
        var exitCode = 0;
        MeasureBarrier(ref exitCode);
        return Tell(exitCode);
    }

    /// <summary>Implemented beside the code that is compiled only with Orleans.</summary>
    static partial void MeasureSpeed(bool withTen, ref int exitCode);

    static partial void MeasureBarrier(ref int exitCode);

    static partial void MeasureMemory(ref int exitCode);

    private static int Tell(int exitCode)
    {
        if (!ClusterAvailability.IsHere)
            Console.WriteLine($"Nothing is measured: {ClusterAvailability.Reason}.");
        return exitCode;
    }
}
