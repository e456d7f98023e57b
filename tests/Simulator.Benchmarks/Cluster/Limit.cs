using Simulator.Benchmarks.Cluster.Peer;

namespace Simulator.Benchmarks.Cluster;

/// <summary>
/// What a silo of bare grains did: how long it took to make them, and to replay the calls in one way.
/// </summary>
internal sealed record Limit(Way Way, Spent Opening, Spent Replay)
{
    public static async Task<Limit> Of(Recording recording, int grains, Way way)
    {
        await using var silo = await PeerSilo.Start(recording);
        return new Limit(way, await silo.Activate(grains), await silo.Replay(way));
    }
}
