using Simulator.Cluster.Tests.Database;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>
/// Three silos in processes of their own, shared by the tests that only use them, or that put back what they
/// take. They start when a test first asks for them.
/// </summary>
public sealed class ThreeSilos(PostgresServer server) : IAsyncDisposable
{
    private SiloGroup? group;

    /// <summary>Three silos that are ready; the test is skipped where there is no PostgreSQL.</summary>
    internal async Task<SiloGroup> Get()
    {
        var cancellation = TestContext.Current.CancellationToken;
        if (group is null)
        {
            group = await SiloGroup.On(server);
            await group.Start(3, cancellation);
        }

        return group;
    }

    public async ValueTask DisposeAsync()
    {
        if (group is not null)
        {
            await group.DisposeAsync();
        }
    }
}
