using Simulator.Cluster.Tests.Database;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>A database that goes away while silos work, and comes back.</summary>
[Collection(SiloTests.Name)]
public sealed class LostDatabaseTests
{
    [OnClusterFact]
    public async Task A_run_waits_for_a_database_that_is_lost_and_goes_on_when_it_is_back()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var server = new PostgresServer();
        await using var group = await SiloGroup.On(server);
        await group.Start(3, cancellation);
        await using var engine = await ClusterAvailability.Open().Connect(group.Address, 1, cancellation);
        var reading = new Reading();
        var playing = Played.On(engine, Scenario.Long.Order, reading);
        await reading.Begun;
        await server.Stop();
        await reading.HeardNews.WaitAsync(cancellation);
        Assert.StartsWith("the database does not answer", reading.News[0].What, StringComparison.Ordinal);
        Assert.False(playing.IsCompleted);
        await server.Start();
        (await Played.On(new LocalEngine(), Scenario.Long.Order)).IsAlso(await playing);
        Assert.Contains(reading.News, news => news.What == "the database answers again; the run goes on");
        Assert.All(reading.News, news => Assert.DoesNotContain('\n', news.What));
        Assert.All(group.Silos, silo => Assert.Equal("", silo.Error));
    }

    [OnClusterFact]
    public async Task New_silos_take_a_run_over_from_silos_that_were_all_killed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var server = new PostgresServer();
        await using var group = await SiloGroup.On(server);
        await group.Start(2, cancellation);
        await using var engine = await ClusterAvailability.Open().Connect(group.Address, 1, cancellation);
        var reading = new Reading();
        var playing = Played.On(engine, Scenario.Long.Order, reading);
        await reading.Begun;
        foreach (var silo in group.Silos)
        {
            silo.Kill();
        }

        await Task.WhenAll(group.Replace(0, cancellation), group.Replace(1, cancellation));
        (await Played.On(new LocalEngine(), Scenario.Long.Order)).IsAlso(await playing);
    }
}
