using Simulator.Kernel.Conduct;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures;

/// <summary>What a body does about second papers of a directive.</summary>
public sealed partial class ProgressReader
{
    /// <summary>
    /// What a body does about a second paper that it has taken for new is nothing more: it is one body, though it is
    /// counted twice. Only what it has carried out by it is done.
    /// </summary>
    private void TakeOtherRoute(int root, BodyProgress own, in Entry entry)
    {
        own.TakenForNew += entry.Kind == EntryKind.TakenForNew ? 1 : 0;
        if (entry is { Kind: EntryKind.StepEnded, Step: Step.CarryOut, B: (int)Outcome.Complied })
        {
            NoteDone(root, own, 1U << entry.Item, entry.Tick);
            NoteComplied(root, own, entry.Tick);
        }
    }
}
