using System.Globalization;

namespace Simulator.Benchmarks.Store;

/// <summary>
/// <c>store</c>: how fast a store is written and in how much memory, beside a peer that does nothing but put each entry
/// of the journal into SQLite as a row of fifteen numbers, through the usual commands.
/// </summary>
internal static class StoreCommand
{
    private const int Times = 3;
    private const double LeastPerSecond = 300_000;
    private const double MostMegabytes = 500;

    /// <summary>An order a day down the tree of the state in 2021, 44 of them: five million entries.</summary>
    public static readonly string[] Orders =
        ["--set", "directives.order.every=1d", "--set", "directives.order.times=44"];

    public static int Run()
    {
        var folder = Directory.CreateTempSubdirectory("store-").FullName;
        try
        {
            Measure(folder, "country", Country.CountryModel.Whole, isJudgedByMemory: false, []);
            Measure(folder, "orders", Country.CountryModel.Scenario("reform-2025"), isJudgedByMemory: true, Orders);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(string folder, string name, string scenario, bool isJudgedByMemory, string[] more)
    {
        var run = Path.Combine(folder, name);
        IndexRun.Start(["run", scenario, "--no-index", "--replications", "0", "--out", run, .. more]);
        IndexRun[] runs = [.. Enumerable.Range(0, Times).Select(_ => IndexRun.Of(run))];
        foreach (var each in runs)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-8} {each.Entries,10:N0} entries {each.ProcessorSeconds,7:N2} s of processors"
                + $" {each.EntriesPerSecond,10:N0} a second {each.Megabytes,6:N0} MB, file {each.Bytes / 1e6,6:N0} MB,"
                + $" {each.Bytes / (double)each.Entries,4:N0} MB per million"));
        }

        var best = runs.Max(each => each.EntriesPerSecond);
        var peer = Enumerable.Range(0, Times).Max(_ => PlainRows.PerSecond(Path.Combine(run, "journal.bin")));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  plain rows {peer:N0} a second; the store, with all that is worked out, {best / peer:N2} of that"));
        Judge(best >= LeastPerSecond, $"{best:N0} entries a second of one core, at least {LeastPerSecond:N0}");
        if (isJudgedByMemory && runs.Max(each => each.Megabytes) is { } most)
            Judge(most <= MostMegabytes, $"{most:N0} MB, at most {MostMegabytes:N0}");
    }

    private static void Judge(bool isMet, FormattableString what) =>
        Console.WriteLine($"  {what.ToString(CultureInfo.InvariantCulture)}: {(isMet ? "met" : "MISSED")}");
}
