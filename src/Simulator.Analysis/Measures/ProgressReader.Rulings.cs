using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Measures;

/// <summary>What waits for a ruling, and of whom.</summary>
public sealed partial class ProgressReader
{
    private void TakeRuling(BodyProgress own, in Entry entry, int body)
    {
        if (entry.Kind == EntryKind.RulingTaken)
        {
            own.AwaitingRulings &= ~(1U << entry.Item);
            return;
        }

        own.AwaitingRulings |= 1U << entry.Item;
        own.Ruling = (entry.Tick, Rulings.RulerOf(model, body, own.PaperFrom, OtherFrom(entry, body)));
    }

    /// <summary>Whose the other of two papers is of which a conflict speaks; -1: the body's own.</summary>
    private int OtherFrom(in Entry conflict, int body)
    {
        var hash = conflict.A;
        return Of(model.Directives.TakeWhile(each => each.ShortHash >> 8 != hash).Count(), body).PaperFrom;
    }
}
