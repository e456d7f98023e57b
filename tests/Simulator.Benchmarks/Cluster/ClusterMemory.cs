using System.Globalization;
using Simulator.Benchmarks.Cascade.Published;
using Simulator.Benchmarks.Cascade.Restated;
using Simulator.Kernel.Engine;

namespace Simulator.Benchmarks.Cluster;

/// <summary>
/// A tree of which each commune has 25 villages, in one silo of this process: the most memory that the
/// process ever had, compiled model and client included.
/// </summary>
internal static class ClusterMemory
{
    private const double MostGigabytes = 4;
    private const int Villages = 25;

    public static async Task<int> Run()
    {
        var bars = new Bars();
        var text = CascadeSource.TextOf(4, Villages, 1);
        var model = new CascadeSource().Load(text);
        var options = new RunOptions { Seed = PublishedFigures.Seed };
        var before = Kilobytes("VmRSS");
        var run = await OurRun.Of(text, model, options, 1);
        var peak = Kilobytes("VmHWM");
        var bodies = model.Bodies.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{bodies:N0} bodies, {run.Result.BodyRounds:N0} body calls, {run.Result.Entries:N0} entries"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {(peak - before) * 1024.0 / bodies:N0} bytes a body, {run.Opening.Microseconds(bodies):F1} us to activate one"));
        var gigabytes = peak / (1024.0 * 1024);
        bars.Judge(gigabytes < MostGigabytes, $"  most memory, under {MostGigabytes} GB: {gigabytes:F2} GB");
        var inProcess = InProcessEngine.Run(model, options, new JournalReader());
        bars.Judge(run.Result.Digest == inProcess.Digest, $"  digest as in process, {inProcess.Digest}");
        return bars.ExitCode;
    }

    private static long Kilobytes(string what)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(what, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }
}
