using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Hosts;

/// <summary>A model played on every host there is: again, cut in many ways, with each body alone, with regions apart.</summary>
internal static class EveryHost
{
    private static readonly (int Regions, int Threads)[] Cuts =
        [(1, 1), (2, 1), (3, 2), (7, 1), (7, Environment.ProcessorCount), (1000, 1)];

    /// <summary>Plays it on each and stops at the first entry that is another than in process on one thread.</summary>
    internal static void PlaysTheSame(CompiledModel model, int seed)
    {
        var options = new RunOptions { Seed = (ulong)seed };
        var expected = Played.Of(model, options);
        var again = Played.Of(model, options);
        Journals.AreSame(expected, again.Entries, again.Digest, $"seed {seed}, run twice");
        foreach (var (regions, threads) in Cuts)
        {
            var played = Played.Of(model, options with { Regions = regions, Threads = threads, ParallelFrom = 0 });
            Journals.AreSame(expected, played.Entries, played.Digest, $"seed {seed}, {regions} regions on {threads} threads");
        }

        var alone = BodyAloneHost.Run(model, options);
        Journals.AreSame(expected, alone.Entries, alone.Digest, $"seed {seed}, each body alone");
        var apart = RegionsApartHost.Run(model, options, RegionCut.Of(model, 3)).Played;
        Journals.AreSame(expected, apart.Entries, apart.Digest, $"seed {seed}, regions apart");
    }
}
