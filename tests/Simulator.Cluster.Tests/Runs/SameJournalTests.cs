using Simulator.Cluster.Tests.Silos;
using Simulator.Kernel.Engine;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Cluster.Tests.Runs;

public sealed class SameJournalTests(OneSilo one, ThreeSilos three) : IClassFixture<OneSilo>, IClassFixture<ThreeSilos>
{
    private static readonly int[] Twelve = [.. Enumerable.Range(1, 12)];

    public static TheoryData<int> Seeds => [.. Twelve];

    public static MatrixTheoryData<int, int> SeedsAndRegions => new(Twelve, [1, 2]);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task On_one_silo_a_run_is_what_it_is_in_process(int seed) => IsTheSame(one.Silos, seed, 2);

    [Theory]
    [MemberData(nameof(SeedsAndRegions))]
    public Task On_three_silos_a_run_is_what_it_is_in_process(int seed, int regionsPerSilo) =>
        IsTheSame(three.Silos, seed, regionsPerSilo);

    [Fact]
    public async Task Two_runs_at_once_do_not_disturb_each_other() =>
        await Task.WhenAll(IsTheSame(three.Silos, 13, 1), IsTheSame(three.Silos, 14, 2));

    private static async Task IsTheSame(TestSilos silos, int seed, int regionsPerSilo)
    {
        var order = MadeUpModels.Order(seed);
        var journal = new JournalCollector();
        var result = await silos.Engine(regionsPerSilo)
            .Run(order, journal, null, TestContext.Current.CancellationToken);
        var expected = Played.Of(order.Model, order.Options);
        Journals.AreSame(expected, journal.Entries, result.Digest, $"seed {seed}, {regionsPerSilo} regions on each silo");
        Assert.Equal(InProcessEngine.Run(order.Model, order.Options) with { Bytes = 0 }, result);
    }
}
