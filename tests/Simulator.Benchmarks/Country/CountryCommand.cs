using System.Globalization;
using Simulator.Benchmarks.Cascade.Restated;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Benchmarks.Country;

/// <summary>
/// <c>country</c>: one directive through the country of 2021 and reports back up. What the whole process costs, and
/// what an entry of the journal costs the engine at a thousand bodies and at all of them.
/// </summary>
internal static class CountryCommand
{
    private const int Threads = 2;
    private const int Times = 3;
    private const double MostSeconds = 10;
    private const double MostMegabytes = 1024;
    private const double MostTimes = 3;

    public static int Run()
    {
        var (state, stateSeed) = CountryModel.Load(CountryModel.State);
        var (whole, wholeSeed) = CountryModel.Load(CountryModel.Whole);
        var (piece, pieceSeed) = CountryModel.LoadPiece();
        Console.WriteLine("simulator run as a whole process: reading, run, journal on disk, summary");
        var stateRuns = Processes(CountryModel.State, state, stateSeed);
        var wholeRuns = Processes(CountryModel.Whole, whole, wholeSeed);
        if (stateRuns is null || wholeRuns is null)
            return 1;
        Judge(stateRuns.Min(run => run.Wall.TotalSeconds), MostSeconds, "s", "the state tree, best of three");
        if (stateRuns.Max(run => run.Megabytes) is { } most)
            Judge(most, MostMegabytes, "MB", "the state tree, most memory");

        Console.WriteLine("the engine alone, one thread: CPU time of an entry of the journal");
        var small = Cost(piece, pieceSeed);
        var large = Cost(whole, wholeSeed);
        Judge(large / small, MostTimes, "times", "an entry of the whole country to one of the piece");
        return 0;
    }

    /// <summary>The runs; <c>null</c>: the process has played something else than the engine here.</summary>
    private static WholeRun[]? Processes(string scenario, CompiledModel model, ulong seed)
    {
        WholeRun[] runs = [.. Enumerable.Range(0, Times).Select(_ => WholeRun.Of(scenario, Threads))];
        var expected = InProcessEngine.Run(model, new RunOptions { Seed = seed });
        foreach (var run in runs)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{model.Bodies.Count,9:N0} bodies {expected.Entries,11:N0} entries {run.Wall.TotalSeconds,8:N2} s"
                + $" {run.Megabytes,8:N0} MB"));
        }

        if (Array.TrueForAll(runs, run => run.Digest == expected.Digest.ToString()))
            return runs;
        Console.Error.WriteLine($"The digest of {scenario} should be {expected.Digest}, and was {runs[0].Digest}.");
        return null;
    }

    private static double Cost(CompiledModel model, ulong seed)
    {
        var options = new RunOptions { Seed = seed };
        var cost = Measurement.NanosecondsPer(() => InProcessEngine.Run(model, options, new JournalReader()).Entries);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{model.Bodies.Count,9:N0} bodies {cost,8:N0} ns an entry"));
        return cost;
    }

    private static void Judge(double found, double most, string unit, string what) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {what}: {found:N2} {unit}, at most {most:N0} {unit}: {(found <= most ? "met" : "MISSED")}"));
}
