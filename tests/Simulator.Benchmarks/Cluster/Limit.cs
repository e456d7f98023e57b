using Simulator.Benchmarks.Cluster.Peer;

namespace Simulator.Benchmarks.Cluster;

/// <summary>What a silo of bare grains did: how long it took to make them, and to replay the calls in each way.</summary>
internal sealed record Limit(Spent Opening, IReadOnlyList<(Way Way, Spent Spent)> Replays)
{
    public static async Task<Limit> Of(Recording recording, int grains, IEnumerable<Way> ways)
    {
        await using var silo = await PeerSilo.Start(recording);
        var opening = await silo.Activate(grains);
        var replays = new List<(Way, Spent)>();
        foreach (var way in ways)
            replays.Add((way, await silo.Replay(way)));
        return new Limit(opening, replays);
    }
}
