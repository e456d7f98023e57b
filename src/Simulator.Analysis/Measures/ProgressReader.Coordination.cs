using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Measures;

/// <summary>What leads wait for, and what those who coordinate owe them.</summary>
public sealed partial class ProgressReader
{
    private void TakeCoordination(int root, BodyProgress own, in Entry entry)
    {
        var bit = 1U << entry.Item;
        switch (entry.Kind)
        {
            case EntryKind.InputsAwaited:
                own.AwaitingInputs |= bit;
                (own.Inputs ??= [])[entry.Item] = entry.B;
                TakeBack(own, entry.Item);
                break;
            case EntryKind.InputsEnded:
                own.AwaitingInputs &= ~bit;
                own.Inputs?.Remove(entry.Item);
                EndWorkWithoutStep(root, own, bit, entry.Tick);
                NoteComplied(root, own, entry.Tick);
                break;
            case EntryKind.Contribution:
                own.Resumed += entry.What == (byte)ContributionState.Resumed ? 1 : 0;
                own.ContributionsAside &= ~bit;
                own.ContributionsIgnored &= ~bit;
                own.ContributionsAside |= entry.What == (byte)ContributionState.LaidAside ? bit : 0;
                own.ContributionsIgnored |= entry.What == (byte)ContributionState.Ignored ? bit : 0;
                break;
        }
    }

    /// <summary>An input counts once it is registered, where the lead registers any.</summary>
    private void TakeInput(int root, BodyProgress own, in Entry arrival)
    {
        if (own.Inputs is { } inputs && inputs.TryGetValue(arrival.Item, out var missing)
            && model.Directives[root].Inputs!.CoordinatorsOf(own.PaperFrom, arrival.Item)
                .Contains(model.IndexOf(arrival.CauseBody)))
        {
            inputs[arrival.Item] = missing - 1;
        }
    }
}
