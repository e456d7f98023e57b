using System.Globalization;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>
/// Silos killed (SIGKILL) while a long run goes on, a new one started in the place of each. How many, the
/// variable SIMULATOR_KILLS says; without it there are two.
/// </summary>
[Collection(SiloTests.Name)]
public sealed class KilledSiloTests(ThreeSilos three, ITestOutputHelper output)
{
    private const string Variable = "SIMULATOR_KILLS";

    /// <summary>Whether the long suite is asked for.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable(Variable) is not null;

    [OnClusterFact]
    public async Task A_run_survives_every_silo_that_is_killed_and_its_journal_stays_the_same()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable(Variable) ?? "2", CultureInfo.InvariantCulture);
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}.");
        var random = new Random(seed);
        var cancellation = TestContext.Current.CancellationToken;
        var group = await three.Get();
        var expected = await Played.On(new LocalEngine(), Scenario.Long.Order);
        var undisturbed = await Undisturbed(group);
        undisturbed.IsAlso(expected);
        output.WriteLine($"Undisturbed, the run takes {undisturbed.Reading.Elapsed.TotalSeconds:0.0} s.");

        var resumptions = new List<TimeSpan>();
        for (var kill = 0; kill < kills; kill++)
        {
            var parts = random.Next((int)(0.9 * undisturbed.Reading.Blocks.Count));
            await using var engine = await ClusterAvailability.Open().Connect(group.Address, 1, cancellation);
            var reading = new Reading();
            var playing = Played.On(engine, Scenario.Long.Order, reading);
            await reading.Has(parts, cancellation);
            var killed = new Kill(reading, undisturbed.Reading);
            var victim = kill % 3;
            group.Silos[victim].Kill();
            var replacing = group.Replace(victim, cancellation);
            var played = await playing;
            await replacing;

            output.WriteLine($"{kill + 1,2}: {killed.Told()}");
            expected.IsAlso(played);
            Assert.True(reading.News.Count > 0, "The reader was not told that a silo was lost.");
            resumptions.Add(killed.Resumption);
        }

        resumptions.Sort();
        output.WriteLine($"From a kill to the next part of the journal, without the time to play again: median "
            + $"{resumptions[kills / 2].TotalSeconds:0.0} s, longest {resumptions[^1].TotalSeconds:0.0} s.");
        // Not how fast it should be, which is printed, but how long a client waits for a cluster at all.
        Assert.True(resumptions[^1] < TimeSpan.FromMinutes(2));
    }

    /// <summary>The second of two runs, in which nothing is compiled any more.</summary>
    private static async Task<Played> Undisturbed(SiloGroup group)
    {
        await using var engine = await ClusterAvailability.Open().Connect(
            group.Address, 1, TestContext.Current.CancellationToken);
        await Played.On(engine, Scenario.Long.Order);
        return await Played.On(engine, Scenario.Long.Order);
    }

    /// <summary>A kill, as the one who reads the run sees it.</summary>
    private sealed class Kill(Reading reading, Reading undisturbed)
    {
        private readonly TimeSpan at = reading.Elapsed;
        private readonly int had = reading.Blocks.Count;

        /// <summary>
        /// From the kill to the next part of the journal, without what it takes to play up to there.
        /// </summary>
        public TimeSpan Resumption => had < reading.Blocks.Count
            ? Max(TimeSpan.Zero, reading.Blocks[had] - at - undisturbed.Blocks[had])
            : TimeSpan.Zero;

        public string Told()
        {
            var first = reading.News.FirstOrDefault(news => news.At >= at);
            return $"killed after {at.TotalSeconds:0.0} s with {had} of {reading.Blocks.Count} parts, told after "
                + $"{(first.At - at).TotalSeconds:0.0} s, next part after {(had < reading.Blocks.Count ? reading.Blocks[had] - at : default).TotalSeconds:0.0} s, "
                + $"without the replay {Resumption.TotalSeconds:0.0} s: {string.Join("; ", reading.News.Select(news => news.What))}";
        }

        private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
    }
}
