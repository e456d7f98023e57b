using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Hosts;

/// <summary>One body with a slab of its own and an agenda of bytes.</summary>
internal sealed class LoneBody(CompiledModel model, int index)
{
    private readonly SortedDictionary<int, (List<byte[]> WakeUps, List<byte[]> Papers)> _agenda = [];

    public Slab Slab { get; } = new(model, index, 1);

    public int NextDue { get; private set; } = int.MaxValue;

    public void Wake(int due, in WakeUp wakeUp) => At(due).WakeUps.Add(PaperBytes.Of(wakeUp));

    public void Deliver(in Message paper) => At(paper.Arrives).Papers.Add(PaperBytes.Of(paper));

    /// <summary>What is due at a tick, in canonical order whatever order it came in.</summary>
    public (WakeUp[] WakeUps, Message[] Papers) Take(int tick, CompiledModel order)
    {
        var (wakes, mail) = _agenda[tick];
        _agenda.Remove(tick);
        NextDue = _agenda.Count == 0 ? int.MaxValue : _agenda.Keys.First();
        WakeUp[] wakeUps = [.. wakes.Select(bytes => PaperBytes.WakeUp(bytes))];
        Message[] papers = [.. mail.Select(bytes => PaperBytes.Paper(bytes))];
        wakeUps.AsSpan().Reverse();
        papers.AsSpan().Reverse();
        CanonicalOrder.Sort(wakeUps);
        CanonicalOrder.Sort(order, papers);
        return (wakeUps, papers);
    }

    private (List<byte[]> WakeUps, List<byte[]> Papers) At(int due)
    {
        if (!_agenda.TryGetValue(due, out var items))
        {
            _agenda[due] = items = ([], []);
            NextDue = Math.Min(NextDue, due);
        }

        return items;
    }
}
