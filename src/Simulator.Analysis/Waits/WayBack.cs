using Simulator.Analysis.Traces;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Waits;

/// <summary>
/// Follows causes back from an entry without leaving the body: a letter from another body ends a wait of this one, which
/// began when it asked, laid aside, or sent its own. What the other body did in the meantime is that one's, and here it is
/// the one reason for which this one waited.
/// </summary>
/// <param name="trace">The journal.</param>
/// <param name="splitter">Splits what lies within.</param>
internal sealed class WayBack(RunTrace trace, WaitSplitter splitter)
{
    private readonly WaitPart[] parts = new WaitPart[WaitReasons.Count];

    /// <summary>The minutes from a tick to an entry, by reason: they add up to the difference.</summary>
    /// <param name="last">The entry.</param>
    /// <param name="from">The tick at which the way begins: the arrival of a paper, its issue, or a decision.</param>
    internal WaitSum From(int from, in Entry last)
    {
        var sum = new WaitSum();
        var entry = last;
        while (entry.Tick > from)
        {
            var (before, reason) = Before(entry);
            if (before is not { } found || found.Tick < from || Follows(entry, found))
            {
                sum.Add(entry.Kind == EntryKind.HandedOver ? WaitReason.HandOver : WaitReason.Decision, entry.Tick - from);
                break;
            }

            if (reason is { } why)
            {
                sum.Add(why, entry.Tick - found.Tick);
            }
            else
            {
                sum.Add(parts.AsSpan(0, splitter.Split(entry, parts)));
            }

            entry = found;
        }

        return sum;
    }

    /// <summary>A wait never ends before it begins.</summary>
    private static bool Follows(in Entry entry, in Entry found) => found.Tick > entry.Tick
        || ((found.Body, found.Tick) == (entry.Body, entry.Tick) && found.Sequence >= entry.Sequence);

    /// <summary>What came before an entry here, and why it was waited for; no reason: the entry's own cause.</summary>
    private (Entry? Before, WaitReason? Reason) Before(in Entry entry)
    {
        switch (entry.Kind)
        {
            case EntryKind.Resumed:
                return (Latest(entry, LaidAside), WaitReason.Stall);
            case EntryKind.Contribution when entry.What == (byte)ContributionState.Resumed:
                return (Latest(entry, ContributionLaidAside), WaitReason.Stall);
            case EntryKind.Answered:
                return (Latest(entry, Question), WaitReason.Opinion);
            case EntryKind.RulingTaken:
                return (Latest(entry, Conflict), WaitReason.Opinion);
            case EntryKind.InputsEnded:
                return (Latest(entry, Awaited), WaitReason.CoordinatingBodies);
            case EntryKind.Unsent when entry.What == 1:
                return (Latest(entry, Unsent), WaitReason.Stall);
            case EntryKind.Arrived:
                return BeforeLetter(entry);
        }

        return (trace.TryCause(entry, out var cause) && trace.BodyOf(cause) >= 0 ? cause : null, null);
    }

    private (Entry? Before, WaitReason? Reason) BeforeLetter(in Entry letter)
    {
        switch ((PaperClass)letter.What)
        {
            case PaperClass.Answer:
                return (Latest(letter, QuestionSent), WaitReason.Opinion);
            case PaperClass.ClarificationAnswer:
                return (Latest(letter, ClarificationSent), WaitReason.Opinion);
            case PaperClass.Report:
                return (Latest(letter, ReadyForReports), WaitReason.SubordinatesReports);
            case PaperClass.SentOn when letter.Item == (byte)PaperClass.Report:
                return (Latest(letter, ReadyForReports), WaitReason.SubordinatesReports);
            case PaperClass.Directive or PaperClass.Amendment or PaperClass.HandedFile:
                return (trace.TryCause(letter, out var cause) ? cause : null, null);
            default:
                return (null, null);
        }
    }

    private static bool LaidAside(in Entry end, in Entry entry) =>
        entry.Kind is EntryKind.Stalled or EntryKind.Ignored && entry.Item == end.Item;

    private static bool ContributionLaidAside(in Entry end, in Entry entry) => entry.Kind == EntryKind.Contribution
        && entry.What != (byte)ContributionState.Resumed && entry.Item == end.Item;

    private static bool Question(in Entry end, in Entry entry) => entry.Kind == EntryKind.Asked && entry.A == end.A;

    private static bool QuestionSent(in Entry end, in Entry entry) => entry.Kind == EntryKind.StepEnded
        && entry.What == (byte)PaperClass.Question && entry.Item == end.Item;

    private static bool ClarificationSent(in Entry end, in Entry entry) => entry is { Kind: EntryKind.Unresolved, Item: 1 }
        || (entry.Kind == EntryKind.StepEnded && entry.What == (byte)PaperClass.Clarification);

    private static bool Conflict(in Entry end, in Entry entry) => entry.Kind == EntryKind.RulingAwaited && entry.Item == end.Item;

    private static bool Awaited(in Entry end, in Entry entry) => entry.Kind == EntryKind.InputsAwaited && entry.Item == end.Item;

    private static bool Unsent(in Entry end, in Entry entry) => entry is { Kind: EntryKind.Unsent, What: 0 };

    /// <summary>The body has sent its relay, and has ended what it had to do itself by then.</summary>
    private static bool ReadyForReports(in Entry end, in Entry entry) => entry.Kind == EntryKind.Issued
        || entry is { Kind: EntryKind.StepEnded, Step: Step.CarryOut };

    private delegate bool Begins(in Entry end, in Entry entry);

    /// <summary>The latest entry before another, about the same paper of the same body, with which its wait began.</summary>
    private Entry? Latest(in Entry end, Begins begins)
    {
        var (writer, owner) = (trace.BodyOf(end), trace.OwnerOf(end));
        for (var (holder, from) = (writer, end.Sequence - 1); ; (holder, from) = (owner, (uint)trace.CountOf(owner)))
        {
            for (var sequence = from; sequence > 0; sequence--)
            {
                ref readonly var entry = ref trace.Of(holder, sequence);
                if (entry.Root == end.Root && entry.Tick <= end.Tick && trace.OwnerOf(entry) == owner && begins(end, entry))
                {
                    return entry;
                }
            }

            if (holder == owner)
            {
                return null;
            }
        }
    }
}
