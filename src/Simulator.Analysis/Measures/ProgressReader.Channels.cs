using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Measures;

/// <summary>Papers that nobody saw, reports that nobody sent, directives that nobody acknowledged.</summary>
public sealed partial class ProgressReader
{
    private static void TakeUnheard(BodyProgress own, in Entry entry)
    {
        var brings = ((PaperClass)entry.What).BringsDirective();
        switch (entry.Kind)
        {
            case EntryKind.Unseen:
                own.Unseen++;
                own.UnseenAt = brings ? entry.Tick : own.UnseenAt;
                break;
            case EntryKind.Noticed:
                own.Noticed++;
                own.UnseenAt = brings ? -1 : own.UnseenAt;
                break;
            case EntryKind.Unsent:
                own.WasUnsent = true;
                own.UnsentAt = entry.What == 1 ? -1 : entry.Tick;
                break;
            default:
                own.Resent += entry.What;
                break;
        }
    }
}
