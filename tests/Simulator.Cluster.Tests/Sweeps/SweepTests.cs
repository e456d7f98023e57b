using Simulator.Cluster.Tests.Silos;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Tests.Sweeps;

public sealed class SweepTests(ThreeSilos three) : IClassFixture<ThreeSilos>
{
    private const int First = 5;
    private const int Count = 40;

    [Fact]
    public async Task Replications_on_three_silos_give_the_rows_that_they_give_in_process()
    {
        var order = MadeUpModels.Order(3) with { Options = new RunOptions { Seed = 3, Replication = First } };
        var hearer = new Hearer();
        var rows = await three.Silos.Engine()
            .Replicate(order, Count, new EntryCount(), hearer, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(First, Count).Select(replication => Row(order, replication)), rows);
        Assert.Equal(Count, hearer.FinishedReplications);
        Assert.Empty(hearer.News);
    }

    [Theory]
    [InlineData(MadeUpModels.Refused, "line 3: there is no body 'wards/7'")]
    [InlineData(MadeUpModels.Breaking, "The scenario cannot be read, which is a fault of this program: "
        + "InvalidOperationException: Sequence contains no elements")]
    public async Task A_scenario_that_the_silos_cannot_read_fails_its_sweep_with_the_reason(string text, string reason)
    {
        var order = MadeUpModels.Order(1) with { Text = text };
        var failed = await Assert.ThrowsAsync<RunException>(() => three.Silos.Engine()
            .Replicate(order, 3, new EntryCount(), null, TestContext.Current.CancellationToken));
        Assert.Equal(reason, failed.Message);
    }

    private static double[] Row(RunOrder order, int replication)
    {
        var reduction = new EntryCount().Begin(order.Model);
        return reduction.Row(
            InProcessEngine.Run(order.Model, order.Options with { Replication = replication }, reduction));
    }
}
