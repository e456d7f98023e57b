using System.Diagnostics;
using System.Globalization;

namespace Simulator.Benchmarks.Country;

/// <summary>
/// What <c>simulator run --no-index</c> costs as a whole process: reading the scenario, the run with its journal on
/// disk, the summary.
/// </summary>
/// <param name="Wall">From the start of the process to its end.</param>
/// <param name="Megabytes">The most memory that it had, where the system says so.</param>
/// <param name="Digest">The digest that it printed.</param>
internal sealed record WholeRun(TimeSpan Wall, double? Megabytes, string Digest)
{
    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs a scenario and throws away what it leaves.</summary>
    public static WholeRun Of(string scenario, int threads)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"country-{Guid.NewGuid():N}");
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "simulator.dll"), "run", scenario, "--engine", "inprocess",
            "--threads", threads.ToString(CultureInfo.InvariantCulture), "--out", folder, "--no-index",
        ];
        try
        {
            return Measure(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true });
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static WholeRun Measure(ProcessStartInfo start)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        double? most = null;
        while (!process.WaitForExit(s_glance))
            most = PeakOf(process.Id) ?? most;
        var wall = watch.Elapsed;
        var digest = output.Result.Split('\n').FirstOrDefault(line => line.StartsWith("digest ", StringComparison.Ordinal));
        return process.ExitCode == 0 && digest is not null
            ? new WholeRun(wall, most, digest["digest ".Length..].Trim())
            : throw new InvalidOperationException($"simulator ended with exit code {process.ExitCode}:\n{output.Result}");
    }

    /// <summary>The most that a process has had so far, which never shrinks; <c>null</c>: it has gone, or nobody says.</summary>
    internal static double? PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
            return line is null ? null
                : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
