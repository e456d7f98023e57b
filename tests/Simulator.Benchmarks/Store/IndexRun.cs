using System.Diagnostics;
using System.Text.Json;

namespace Simulator.Benchmarks.Store;

/// <summary>What <c>simulator index</c> said of a run, as a process of its own, and the most memory that it had.</summary>
/// <param name="Entries">Entries of the journal.</param>
/// <param name="Bytes">Size of the store.</param>
/// <param name="ProcessorSeconds">Time of all processors from the journal in memory to the store with its name.</param>
/// <param name="Megabytes">The most memory of the process; <c>null</c>: the system does not say.</param>
internal sealed record IndexRun(long Entries, long Bytes, double ProcessorSeconds, double? Megabytes)
{
    public double EntriesPerSecond => Entries / ProcessorSeconds;

    /// <summary>Indexes a run that is there.</summary>
    public static IndexRun Of(string folder)
    {
        var (output, most) = Start("index", folder, "--force", "--format", "json");
        var said = JsonDocument.Parse(output).RootElement;
        return new IndexRun(
            said.GetProperty("entries").GetInt64(), said.GetProperty("bytes").GetInt64(),
            said.GetProperty("processorSeconds").GetDouble(), most);
    }

    /// <summary>Runs the command line to its end.</summary>
    public static (string Output, double? Megabytes) Start(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "simulator.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        double? most = null;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(20)))
            most = Country.WholeRun.PeakOf(process.Id) ?? most;
        return process.ExitCode == 0
            ? (output.Result, most)
            : throw new InvalidOperationException($"simulator {arguments[0]} ended with exit code {process.ExitCode}.");
    }
}
