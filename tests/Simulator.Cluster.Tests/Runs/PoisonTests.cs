using Simulator.Cluster.Runs;
using Simulator.Cluster.Tests.Silos;
using Simulator.Kernel.Engine;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Cluster.Tests.Runs;

public sealed class PoisonTests(ThreeSilos three) : IClassFixture<ThreeSilos>
{
    private const int Seed = 3;

    [Theory]
    [InlineData(MadeUpModels.Refused, "line 3: there is no body 'wards/7'")]
    [InlineData(MadeUpModels.Breaking, "The scenario cannot be read, which is a fault of this program: "
        + "InvalidOperationException: Sequence contains no elements")]
    [InlineData(MadeUpModels.Torn, "A body's round failed, which is a fault of this program: IndexOutOfRange")]
    public async Task A_poisoned_scenario_fails_its_own_run_only(string text, string reason)
    {
        var order = MadeUpModels.Order(Seed);
        var journal = new JournalCollector();
        var healthy = three.Silos.Engine().Run(order, journal, null, TestContext.Current.CancellationToken);
        var failed = await Assert.ThrowsAsync<RunException>(() => three.Silos.Engine().Run(
            Poisoned(text), new JournalCollector(), null, TestContext.Current.CancellationToken));
        Assert.Contains(reason, failed.Message, StringComparison.Ordinal);
        Journals.AreSame(
            Played.Of(order.Model, order.Options), journal.Entries, (await healthy).Digest, $"seed {Seed}");
    }

    [Fact]
    public async Task A_run_fails_when_the_silos_read_its_scenario_differently_from_the_client()
    {
        var other = MadeUpModels.Order(Seed + 1);
        var failed = await Assert.ThrowsAsync<RunException>(() => three.Silos.Engine().Run(
            other with { Text = MadeUpModels.TextOf(Seed) }, new JournalCollector(), null,
            TestContext.Current.CancellationToken));
        Assert.Equal(
            "The silos read the scenario differently from the client: they run another version of the program or "
            + $"of its libraries (model {MadeUpModels.ModelOf(Seed).Hash}, not {other.Model.Hash}).",
            failed.Message);
    }

    [Fact]
    public async Task A_client_of_another_version_is_refused()
    {
        var reader = new HandReader(three.Silos, MadeUpModels.Order(Seed), "of-another-version");
        Assert.Equal(
            $"The cluster runs version {ProgramVersion.Text} of this program and the client is version 0.0.9: "
            + $"use a client of version {ProgramVersion.Text}.",
            await reader.Run.Start(reader.Manifest with { Version = "0.0.9" }));
    }

    private static RunOrder Poisoned(string text) => text == MadeUpModels.Torn
        ? MadeUpModels.Order(1) with { Text = text }
        : MadeUpModels.Order(Seed) with { Text = text };
}
