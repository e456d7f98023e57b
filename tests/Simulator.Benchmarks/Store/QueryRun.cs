using System.Diagnostics;

namespace Simulator.Benchmarks.Store;

/// <summary>What the command line said, as a process of its own, and what it cost.</summary>
/// <param name="Output">Its standard output.</param>
/// <param name="Wall">From the start of the process to its end.</param>
/// <param name="Processor">Time of all processors, to ten milliseconds.</param>
internal sealed record QueryRun(string Output, TimeSpan Wall, TimeSpan Processor)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(10);

    public static QueryRun Of(params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "simulator.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var processor = TimeSpan.Zero;
        while (!process.WaitForExit(s_look))
        {
            processor = SoFar(process) ?? processor;
        }

        return process.ExitCode == 0
            ? new QueryRun(output.Result, watch.Elapsed, processor)
            : throw new InvalidOperationException($"simulator {arguments[0]} ended with exit code {process.ExitCode}.");
    }

    private static TimeSpan? SoFar(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null; // it has just ended
        }
    }
}
