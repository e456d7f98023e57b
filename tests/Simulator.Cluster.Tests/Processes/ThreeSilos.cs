using Simulator.Cluster.Tests.Database;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>
/// Three silos in processes of their own, shared by the tests that only use them, or that put back what they take.
/// They start when a test first asks for them.
/// </summary>
public sealed class ThreeSilos(PostgresServer server) : IAsyncDisposable
{
    private SiloGroup? _group;

    /// <summary>Three silos that are ready; the test is skipped where there is no PostgreSQL.</summary>
    internal async Task<SiloGroup> Get()
    {
        var cancellation = TestContext.Current.CancellationToken;
        if (_group is null)
        {
            _group = await SiloGroup.On(server);
            await _group.Start(3, cancellation);
        }

        return _group;
    }

    public async ValueTask DisposeAsync()
    {
        if (_group is not null)
        {
            await _group.DisposeAsync();
        }
    }
}
