using System.Diagnostics;

namespace Simulator.Benchmarks.Cluster;

/// <summary>Time by the clock, and CPU time of the process, that something took.</summary>
internal readonly record struct Spent(TimeSpan Wall, TimeSpan Cpu)
{
    /// <summary>A stopwatch for both.</summary>
    public static Func<Spent> Start()
    {
        var (started, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        return () => new Spent(Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - cpu);
    }

    /// <summary>Calls per second, by the clock.</summary>
    public double PerSecond(long calls) => calls / Wall.TotalSeconds;

    /// <summary>Microseconds by the clock for one of many.</summary>
    public double Microseconds(long count) => Wall.TotalMicroseconds / count;

    /// <summary>Microseconds of CPU time for one of many.</summary>
    public double CpuMicroseconds(long count) => Cpu.TotalMicroseconds / count;
}
