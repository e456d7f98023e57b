using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>How diligent the body is now, and what lifts it.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>Something about a directive lifts diligence.</summary>
    private void Lift(DiligenceCause by, int place, uint cause)
    {
        if (TryLift(by, out var value))
        {
            Write(EntryKind.DiligenceLifted, place, cause, value);
        }
    }

    /// <summary>An event lifts diligence.</summary>
    private void Lift(DiligenceCause by, CompiledEvent befalls, uint cause)
    {
        if (TryLift(by, out var value))
        {
            WriteApart(EntryKind.DiligenceLifted, befalls.ShortHash, cause, value);
        }
    }

    private readonly bool TryLift(DiligenceCause by, out ulong value)
    {
        value = 0;
        if (slab.Diligence is not { } ledger || model.ConductTable[facts.Conduct].Diligence is not { } rule
            || rule.Lifts[(int)by] == 0)
        {
            return false;
        }

        var before = ledger.LevelOf(rule, body, now);
        var after = rule.Lifted(before, by);
        ledger.Set(body, after, now);
        value = Entry.Pack((byte)by, Entry.NoItem, (uint)before, (uint)after);
        return true;
    }
}
