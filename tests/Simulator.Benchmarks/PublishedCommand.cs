using Simulator.Benchmarks.Cascade;
using Simulator.Benchmarks.Cascade.Published;

namespace Simulator.Benchmarks;

/// <summary>
/// <c>published</c>: the bare loop on the published model. Every fingerprint must be the published one,
/// byte for byte; the times are printed beside the published ones.
/// </summary>
internal static class PublishedCommand
{
    private const ulong SeedStep = 0xD1B54A32D192ED03;

    public static int Run()
    {
        var allAsPublished = MonteCarloAsPublished();
        var rows = new List<string>();
        foreach (var published in PublishedFigures.All)
        {
            var hierarchy = new Hierarchy(published.Depth);
            var loop = new BareLoop(hierarchy, published.Directives);
            allAsPublished &= AsPublished(loop.Run(PublishedFigures.Seed).ToString(), published.Fingerprint);
            var cost = Measurement.NanosecondsPer(() => loop.Run(PublishedFigures.Seed).Tally.Events);
            var theirs = published.NanosecondsPerEvent;
            rows.Add($"{hierarchy.Count,9:N0}{published.Directives,12}"
                + $"{cost,10:F1}{theirs,12:F0}{cost / theirs,8:F2}");
        }

        Console.WriteLine();
        Console.WriteLine("CPU nanoseconds per event, best of three rounds of at least a second");
        Console.WriteLine("   bodies  directives      here   published   ratio");
        foreach (var row in rows)
            Console.WriteLine(row);
        Console.WriteLine();
        Console.WriteLine(allAsPublished ? "Every fingerprint is as published." : "A fingerprint DIFFERS.");
        return allAsPublished ? 0 : 1;
    }

    private static bool MonteCarloAsPublished()
    {
        var loop = new BareLoop(new Hierarchy(2), 1);
        long events = 0, root = 0, complied = 0;
        ulong wait = 0;
        for (ulong replication = 0; replication < PublishedFigures.Replications; replication++)
        {
            var tally = loop.Run(PublishedFigures.Seed + replication * SeedStep).Tally;
            events += tally.Events;
            root += tally.RootDone[0];
            complied += tally.Complied;
            wait += tally.WaitSum;
        }

        return AsPublished(
            $"MC R={PublishedFigures.Replications} ev={events} root={root} comp={complied} wait={wait}",
            PublishedFigures.MonteCarlo);
    }

    private static bool AsPublished(string line, string published)
    {
        Console.WriteLine(line);
        if (line == published)
            return true;
        Console.WriteLine($"  differs from the published line:\n{published}");
        return false;
    }
}
