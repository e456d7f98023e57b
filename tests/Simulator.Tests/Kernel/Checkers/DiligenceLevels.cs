using Simulator.Kernel.Journal;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>How diligent a body was just before one of its entries, worked out from its lifts alone.</summary>
internal sealed class DiligenceLevels(Evidence evidence)
{
    private readonly ILookup<ulong, Entry> _lifts =
        evidence.Of(EntryKind.DiligenceLifted).ToLookup(entry => entry.Body);

    /// <summary>In millionths; 1,000,000 where diligence is always full.</summary>
    public double Before(Entry entry)
    {
        if (evidence.DiligenceOf(entry.Body) is not { } rule)
        {
            return 1e6;
        }

        var last = _lifts[entry.Body].LastOrDefault(lift => lift.Sequence < entry.Sequence);
        var level = last.Kind == EntryKind.None ? rule.Start * 1e6 : last.B;
        var floor = rule.Floor * 1e6;
        return floor + ((level - floor) * Math.Pow(2, -(entry.Tick - last.Tick) / (double)rule.HalfLife.Minutes));
    }
}
