using Simulator.Cluster.Models;
using Simulator.Cluster.Runs;
using Simulator.Cluster.Sweeps;
using Simulator.Cluster.Tests.Silos;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Tests.Sweeps;

public sealed class SweepTests(ThreeSilos three) : IClassFixture<ThreeSilos>
{
    private const int First = 5;
    private const int Count = 48;

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

    [Fact]
    public async Task A_client_of_another_version_is_refused()
    {
        var sweep = three.Silos.Client.GetGrain<ISweepGrain>("of-another-version");
        Assert.Equal(
            $"The cluster runs version {ProgramVersion.Text} of this program and the client is version 0.0.9: "
            + $"use a client of version {ProgramVersion.Text}.",
            await sweep.Start(new SweepOrder { Version = "0.0.9" }));
    }

    [Fact]
    public async Task A_measure_that_the_silos_do_not_know_is_refused()
    {
        var failed = await Assert.ThrowsAsync<ClusterException>(() => three.Silos.Engine().Replicate(
            MadeUpModels.Order(1), 3, new Unknown(), null, TestContext.Current.CancellationToken));
        Assert.Equal("The silos know no measure 'unknown'.", failed.Message);
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

    /// <summary>It was thrown at the grain that asked, and played again as if a silo had been lost.</summary>
    [Fact]
    public async Task A_measure_that_fails_at_the_beginning_of_a_run_is_a_row_with_its_reason()
    {
        var order = MadeUpModels.Order(1);
        var grain = new ReplicationGrain(new ModelShelf(new MadeUpModels()), [new Unknown()]);
        var row = await grain.Run(
            new SweepOrder { Text = order.Text, Seed = 1, Until = order.Model.Until, Reducer = "unknown" }, 7);
        Assert.Equal(7, row.Replication);
        Assert.Empty(row.Values);
        Assert.Contains("NotSupportedException", row.Failure, StringComparison.Ordinal);
    }

    private static double[] Row(RunOrder order, int replication)
    {
        var reduction = new EntryCount().Begin(order.Model);
        return reduction.Row(
            InProcessEngine.Run(order.Model, order.Options with { Replication = replication }, reduction));
    }

    private sealed class Unknown : IRunReducer
    {
        public string Name => "unknown";

        public IRunReduction Begin(CompiledModel model) => throw new NotSupportedException();
    }
}
