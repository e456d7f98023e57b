using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>What a journal says of papers that nobody saw, of reports that nobody sent, and of acknowledgements.</summary>
internal sealed partial class Evidence
{
    private HashSet<(ulong Body, uint Sequence)>? _heldBack;

    /// <summary>The first of several copies of a directive is number 0, the second at once 1, what is sent again 2, 3, …</summary>
    public static uint CopyOf(in Entry sent) =>
        sent.Kind == EntryKind.Unacknowledged ? (uint)(sent.Item + 2) << 8 : 0;

    /// <summary>The sequence of the entry that issued a directive, which may have come only when it was sent again.</summary>
    public uint IssueOf(in Entry arrived) =>
        CauseOf(arrived) is { Kind: EntryKind.Unacknowledged } again ? again.CauseSequence : arrived.CauseSequence;

    /// <summary>Whether an arrival is of a paper that had lain unseen.</summary>
    public bool IsNoticed(in Entry arrived) =>
        _byKey.TryGetValue((arrived.Body, arrived.Sequence - 1), out var before) && before.Kind == EntryKind.Noticed
        && before.What == arrived.What && before.Root == arrived.Root;

    /// <summary>Whether the report that an entry says was sent was not.</summary>
    public bool IsHeldBack(in Entry sent) =>
        (_heldBack ??= [.. Of(EntryKind.Unsent).Where(entry => entry.What == 0).Select(entry => (entry.Body, entry.CauseSequence))])
        .Contains((sent.Body, sent.Sequence));

    /// <summary>Whether an entry is one by which a directive is acknowledged, if it is at all.</summary>
    public bool Acknowledges(in Entry entry) => entry is { Kind: EntryKind.StepEnded, Step: Step.Register }
            or { Kind: EntryKind.StepEnded, Step: Step.FileDuplicate }
        || (entry.BringsDirective && !Takes(entry.Body, IsAgain(entry)
            ? Step.FileDuplicate
            : Step.Register));

    /// <summary>Whether a directive that arrives has come from the same sender before.</summary>
    private bool IsAgain(Entry arrived) => DossierOf(arrived).Any(other =>
        other.BringsDirective && other.CauseBody == arrived.CauseBody && other.Sequence < arrived.Sequence);
}
