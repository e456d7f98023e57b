using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// An assignment is laid aside or ignored if and only if the draw of willingness says so, for whose paper it
/// is, for how it is worded and for how diligent the body then was.
/// </summary>
internal sealed class WillingnessChecker : IChecker
{
    // Diligence here is computed once more, and may differ in the last place.
    private const double Doubt = 3e-6;

    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var levels = new DiligenceLevels(evidence);
        foreach (var dossier in evidence.Dossiers)
        {
            var decided = new HashSet<byte>();
            var owed = new HashSet<byte>();
            foreach (var entry in dossier.Where(entry => entry.Item != Entry.NoItem && evidence.IsHandled(entry)))
            {
                if (entry.Kind is EntryKind.Stalled or EntryKind.Ignored
                    || (entry is { Kind: EntryKind.StepEnded, Step: Step.CarryOut } && !decided.Contains(entry.Item)))
                {
                    decided.Add(entry.Item);
                    if (!IsAsDrawn(evidence, levels, dossier, entry))
                    {
                        yield return $"it was drawn otherwise: {evidence.InWords(entry)}";
                    }
                }
                else if ((entry.Kind == EntryKind.Contribution || entry.What == (byte)PaperClass.Input
                    && entry.Kind == EntryKind.StepEnded) && owed.Add(entry.Item)
                    && !IsAsDrawn(evidence, levels, dossier, entry))
                {
                    yield return $"it was drawn otherwise: {evidence.InWords(entry)}";
                }
            }
        }
    }

    private static bool IsAsDrawn(Evidence evidence, DiligenceLevels levels, IEnumerable<Entry> dossier, Entry entry)
    {
        // Own work is taken up as handling ends; where it is only seen at its end, that is what enabled it.
        var begins = entry.Kind == EntryKind.StepEnded;
        var taken = begins ? Origin(evidence, entry) : entry;
        var shares = SharesOf(evidence, entry, taken.Tick);
        var directive = evidence.DirectiveOf(entry);
        var will = evidence.Chance.Unit(
            entry.Body, directive.Hash, IsContribution(entry) ? Purpose.Contributing : Purpose.Willingness,
            evidence.OccurrenceOf(entry, entry.Item));
        var early = dossier.Where(each => each.Sequence < entry.Sequence).ToList();
        if (begins && early.Any(each => each.Kind == EntryKind.Arrived
            && each.What is (byte)PaperClass.Reminder or (byte)PaperClass.Inspection))
        {
            return true; // It may have come before handling: see ResumptionChecker.
        }

        var diligence = levels.Before(taken) / 1e6;
        var aside = shares.Ignore + shares.Stall;
        var missing = (1 - aside) * (1 - diligence);
        var ignore = aside > 0 ? shares.Ignore * (1 + (missing / aside)) : 0;
        var all = aside + missing;
        return entry.Kind switch
        {
            EntryKind.Ignored => will < ignore + Doubt,
            EntryKind.Contribution when entry.What == (byte)ContributionState.Ignored => will < ignore + Doubt,
            EntryKind.Stalled or EntryKind.Contribution => will > ignore - Doubt && will < all + Doubt,
            _ => will > all - Doubt,
        };
    }

    private static bool IsContribution(in Entry entry) =>
        entry.Kind == EntryKind.Contribution || entry.Step is Step.Contribute or Step.IssueInput;

    /// <summary>The entry just after the one that ended handling, and after the lift by the directive.</summary>
    private static Entry Origin(Evidence evidence, Entry entry)
    {
        while (entry.Kind is EntryKind.RulingTaken or EntryKind.RulingAwaited
            or EntryKind.InputsEnded or EntryKind.InputsAwaited || IsContribution(entry)
            || entry.Step is Step.CarryOut or Step.Ask or Step.RegisterAnswer or Step.RegisterQuestion or Step.Decide
            || entry.Kind is >= EntryKind.Asked and <= EntryKind.SilencePassed
            || entry.Kind == EntryKind.Arrived && entry.What is (byte)PaperClass.Answer or (byte)PaperClass.Question)
        {
            var ended = entry;
            entry = entry.Kind == EntryKind.InputsEnded
                ? evidence.DossierOf(ended).Last(each => each.Kind == EntryKind.InputsAwaited
                    && each.Item == ended.Item && each.Sequence < ended.Sequence)
                : entry.Kind == EntryKind.RulingTaken
                ? evidence.AwaitedBefore(ended)!.Value
                : evidence.CauseOf(ended)!.Value;
        }

        var end = entry;
        var between = evidence.DossierOf(end).Count(each => each.CauseSequence == end.Sequence && each.CauseBody == end.Body
            && (each.Kind is EntryKind.DiligenceLifted or EntryKind.TakenForNew
                || each is { Kind: EntryKind.Lost, What: (byte)PaperClass.Acknowledgement }));
        return end with { Sequence = end.Sequence + 1U + (uint)between };
    }

    private static ConductShares SharesOf(Evidence evidence, in Entry entry, int tick)
    {
        var rule = evidence.ConductOf(entry.Body, tick);
        var plain = new ConductShares { Stall = rule.Stall, Ignore = rule.Ignore, Partly = rule.Partly };
        if (evidence.PaperFrom(entry) is not { } issuer || evidence.IsIssuer(entry))
        {
            return plain;
        }

        var line = evidence.KindOf(issuer).Line;
        var isRequest = evidence.DirectiveOf(entry).Source.Assignments[entry.Item].Mood switch
        {
            Mood.Order => false,
            Mood.Request => true,
            _ => line != evidence.KindOf(entry.Body).Line && !Commands(evidence, issuer, entry.Body),
        };
        return rule.From.FirstOrDefault(each => each.Line == line) is { } own
            ? (isRequest ? own.OnRequest : null) ?? own.Shares
            : (isRequest ? rule.OnRequest : null) ?? plain;
    }

    private static bool Commands(Evidence evidence, ulong issuer, ulong body)
    {
        var ids = evidence.Model.Bodies.ToDictionary(each => each.Id);
        var seen = new HashSet<string>();
        var open = new Stack<string>([evidence.Model.Bodies[evidence.IndexOf(issuer)].Id]);
        while (open.TryPop(out var id))
        {
            foreach (var below in ids.Values
                .Where(each => each.Under.Any(under => under.Superior == id))
                .Select(each => each.Id)
                .Concat(ids[id].Leads)
                .Where(seen.Add))
            {
                open.Push(below);
            }
        }

        return seen.Contains(evidence.Model.Bodies[evidence.IndexOf(body)].Id);
    }
}
