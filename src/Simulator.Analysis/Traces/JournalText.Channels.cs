using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Traces;

/// <summary>What a journal says of papers that nobody saw, nobody sent, and nobody acknowledged.</summary>
public sealed partial class JournalText
{
    private string Unheard(in Entry entry, string root) => entry.Kind switch
    {
        EntryKind.Unseen => $"arrived unseen: {Paper(entry.What)} {root}, sent {Moment(entry.Started)}",
        EntryKind.Noticed => $"noticed the {Paper(entry.What)} {root} {By(entry.Item)}",
        EntryKind.Unsent => entry.What == 1 ? $"sent the report on {root} after all" : $"left the report on {root} unsent",
        _ => $"has no acknowledgement of {root} from {Addressee(entry)}"
            + (entry.What == 1 ? Invariant($", sends it again, resend {entry.Item + 1}") : ""),
    };

    private static string By(byte how) => how switch
    {
        2 => "by a reminder",
        3 => "by an inspection",
        4 => "by a question",
        _ => "in its own time",
    };
}
