using System.Diagnostics;
using System.Text.Json;

namespace Simulator.Benchmarks.Exports;

/// <summary>What <c>simulator export</c> said of a run, as a process of its own, and what it cost.</summary>
/// <param name="Bytes">Size of the file.</param>
/// <param name="ProcessorSeconds">Time of all processors, the start of the program and all.</param>
/// <param name="Megabytes">The most memory of the process; <c>null</c>: the system does not say.</param>
internal sealed record ExportRun(long Bytes, double ProcessorSeconds, double? Megabytes)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    public static ExportRun Of(string folder, string file, params string[] form)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "simulator.dll"), "export", folder, "--out", file, "--force", "--format", "json",
                .. form,
            ])
        {
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        double? most = null;
        var processor = TimeSpan.Zero;
        while (!process.WaitForExit(s_look))
        {
            most = Country.WholeRun.PeakOf(process.Id) ?? most;
            processor = SoFar(process) ?? processor;
        }

        return process.ExitCode == 0
            ? new ExportRun(
                JsonDocument.Parse(output.Result).RootElement.GetProperty("bytes").GetInt64(), processor.TotalSeconds, most)
            : throw new InvalidOperationException($"simulator export ended with exit code {process.ExitCode}.");
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
