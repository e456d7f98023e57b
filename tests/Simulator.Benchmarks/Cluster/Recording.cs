using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Office;

namespace Simulator.Benchmarks.Cluster;

/// <summary>The rounds of a run: which bodies are called in each, and the sizes of what passes.</summary>
internal sealed class Recording
{
    private readonly List<CallShape> calls = [];
    private readonly List<int> widths = [];

    private Recording()
    {
    }

    /// <summary>The one that coordinators replay.</summary>
    public static Recording? Present { get; set; }

    /// <summary>The calls, round by round.</summary>
    public IReadOnlyList<CallShape> Calls => calls;

    /// <summary>How many bodies each round calls.</summary>
    public IReadOnlyList<int> Widths => widths;

    /// <summary>Plays a run as a region would, every body at once when it is taken.</summary>
    public static Recording Of(CompiledModel model, ulong seed)
    {
        var recording = new Recording();
        var region = new RemoteRegion(model, 0, model.Bodies.Count);
        var slab = new Slab(model, 0, model.Bodies.Count);
        var (chance, outcome) = (new ChanceKey(seed, 0), new Outcome());
        for (var tick = region.NextDue(); tick <= model.Until; tick = region.NextDue())
        {
            region.Open(tick);
            var before = recording.calls.Count;
            while (region.TakeNext(out var body, out var wakeUps, out var papers))
            {
                outcome.Clear();
                BodyRound.Play(model, chance, slab, body, tick, wakeUps, papers, outcome);
                recording.calls.Add(new CallShape(
                    body, (ushort)wakeUps.Length, (ushort)papers.Length, (ushort)outcome.EntryCount,
                    (ushort)outcome.MessageCount, (ushort)outcome.WakeUpCount));
                region.Settle(body, outcome.Entries, outcome.Messages, outcome.WakeUps);
            }

            recording.widths.Add(recording.calls.Count - before);
            region.Collect();
        }

        return recording;
    }
}
