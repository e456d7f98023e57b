using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// A question is answered by whom it was asked of, or silence settles it at its time, and it is settled once; what
/// waits for it is begun after that, and not at all if it was refused. Decisions are as drawn, and none comes back
/// more often than is allowed.
/// </summary>
internal sealed class QuestionChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence) => !evidence.Model.FollowsQuestions
        ? []
        : evidence.Dossiers.SelectMany(dossier => Complaints(evidence, [.. dossier]))
            .Concat(Decisions(evidence));

    private static IEnumerable<string> Complaints(Evidence evidence, List<Entry> dossier)
    {
        var open = new Dictionary<int, Entry>();
        var settled = new Dictionary<int, Entry>();
        var returned = new HashSet<int>();
        foreach (var entry in dossier)
        {
            switch (entry.Kind)
            {
                case EntryKind.Asked:
                    var isNew = !settled.ContainsKey(entry.A) && !open.ContainsKey(entry.A);
                    if (!(isNew ? IsFirst(evidence, entry) : returned.Remove(entry.A))
                        || entry.B != KeyOf(evidence, entry, dossier))
                    {
                        yield return $"nothing to ask, or not as it is asked: {evidence.InWords(entry)}";
                    }

                    open[entry.A] = entry;
                    break;
                case EntryKind.Answered:
                    if (!IsFromTheAsked(evidence, entry))
                    {
                        yield return $"it was not asked of whoever answered: {evidence.InWords(entry)}";
                    }

                    var isLate = settled.ContainsKey(entry.A);
                    if ((entry.B == 1) != isLate
                        || (!isLate && !(open.ContainsKey(entry.A) && IsWhose(entry, open) && !returned.Contains(entry.A))))
                    {
                        yield return $"it was settled before, or never asked: {evidence.InWords(entry)}";
                    }

                    if (entry is { B: not 1, What: (byte)Decision.Returned })
                    {
                        returned.Add(entry.A);
                    }
                    else if (entry.B != 1)
                    {
                        settled[entry.A] = entry;
                    }

                    break;
                case EntryKind.SilencePassed:
                    if (!open.TryGetValue(entry.A, out var asked) || returned.Contains(entry.A)
                        || !IsWhose(entry, open) || !settled.TryAdd(entry.A, entry)
                        || !IsSilence(evidence, asked, entry))
                    {
                        yield return $"silence meant nothing then: {evidence.InWords(entry)}";
                    }

                    break;
                default:
                    if (Waits(evidence, entry, dossier) && !IsReleased(entry, open, settled))
                    {
                        yield return $"it had to wait for an answer: {evidence.InWords(entry)}";
                    }

                    break;
            }
        }

        foreach (var (number, asked) in open)
        {
            if (!settled.ContainsKey(number) && !returned.Contains(number)
                && evidence.SilenceOf(asked) is { } silence && asked.Tick + silence.After.Minutes <= evidence.Until)
            {
                yield return $"silence should have settled it: {evidence.InWords(asked)}";
            }
        }
    }

    /// <summary>Whether an entry says rightly whether the question was passed up.</summary>
    private static bool IsWhose(in Entry entry, Dictionary<int, Entry> open) =>
        !open.TryGetValue(entry.A, out var asked) || (asked.What == 1) == (entry.B == 2);

    /// <summary>An opinion on a paper that is not assigned, an approval that is needed, or somebody's question.</summary>
    private static bool IsFirst(Evidence evidence, in Entry asked)
    {
        var begun = evidence.CauseOf(asked) is { Step: Step.Ask } step ? evidence.CauseOf(step) : evidence.CauseOf(asked);
        return asked.What == 1
            ? begun is { Kind: EntryKind.Decided, What: (byte)Decision.PassedUp }
            : asked.Item == Entry.NoItem
                ? evidence.Chance.Unit(asked.Body, evidence.DirectiveOf(asked).Hash, Purpose.AskOpinion, asked.Route)
                    < (evidence.KindOf(asked.Body).Questions?.Opinion ?? 0)
                : evidence.DirectiveOf(asked).Source.Assignments[asked.Item].NeedsApproval;
    }

    private static int KeyOf(Evidence evidence, Entry asked, List<Entry> dossier)
    {
        var round = dossier.Count(each => each.Kind == EntryKind.Asked && each.A == asked.A && each.Sequence < asked.Sequence);
        return asked.What == 0 ? round
            : evidence.AskedBy(asked with { Kind = EntryKind.Answered }) is not { } question ? -1
            : (int)(Draw.Mix(question.CauseBody ^ ((ulong)question.B << 8) ^ (uint)round) >> 48);
    }

    private static bool IsFromTheAsked(Evidence evidence, in Entry answered) =>
        evidence.CauseOf(answered) is { } end && evidence.ArrivalOf(end) is { What: (byte)PaperClass.Answer } answer
        && answer.CauseBody == evidence.PaperFrom(answered)
        && (answer.Item, answer.A, answer.B) == (answered.Item, answered.A, answered.What);

    private static bool IsSilence(Evidence evidence, in Entry asked, in Entry silent)
    {
        var rule = evidence.SilenceOf(asked);
        return rule is not null && silent.Tick == asked.Tick + rule.After.Minutes && silent.Item == asked.Item
            && (silent.What == (byte)Decision.Refusal) == (rule.MeansRefusal && asked.Item != Entry.NoItem);
    }

    private static bool Waits(Evidence evidence, in Entry entry, List<Entry> dossier) =>
        entry.Kind == EntryKind.StepEnded && evidence.IsHandled(entry) && !evidence.IsIssuer(entry)
        && (entry.Step == Step.CarryOut
            ? evidence.DirectiveOf(entry).Source.Assignments[entry.Item].NeedsApproval
            : entry.Step == Step.Assign
                && dossier.Exists(each => each is { Kind: EntryKind.Asked, What: 0, Item: Entry.NoItem }));

    private static bool IsReleased(Entry entry, Dictionary<int, Entry> open, Dictionary<int, Entry> settled) =>
        open.Values.Any(asked => asked.What == 0 && asked.Item == entry.Item
            && settled.TryGetValue(asked.A, out var end) && end.What == (byte)Decision.Consent
            && end.Tick <= entry.Started && end.Sequence < entry.Sequence);

    private static IEnumerable<string> Decisions(Evidence evidence)
    {
        var rounds = new Dictionary<(ulong Body, ulong Asker, uint Root, int Number), int>();
        foreach (var entry in evidence.Of(EntryKind.Decided))
        {
            if (evidence.AskedBy(entry) is not { } question)
            {
                yield return $"nobody asked: {evidence.InWords(entry)}";
                continue;
            }

            var key = (entry.Body, question.CauseBody, entry.Root, entry.A);
            var round = rounds.GetValueOrDefault(key);
            rounds[key] = round + 1;
            if (entry.B != round || entry.A != question.A || entry.What != (byte)Drawn(evidence, entry, question, round))
            {
                yield return $"it was drawn otherwise: {evidence.InWords(entry)}";
            }
        }
    }

    private static Decision Drawn(Evidence evidence, Entry entry, Entry question, int round)
    {
        var rule = evidence.KindOf(entry.Body).Questions ?? new QuestionRule();
        var n = evidence.OccurrenceOf(entry, entry.Item);
        return round < rule.AtMost && Falls(Purpose.ReturnQuestion, rule.Returns) ? Decision.Returned
            : !evidence.IsIssuer(entry) && Falls(Purpose.PassUp, rule.PassesUp) ? Decision.PassedUp
            : entry.Item != Entry.NoItem && Falls(Purpose.Refuse, rule.Refuses) ? Decision.Refusal
            : Decision.Consent;

        bool Falls(Purpose purpose, double share) => evidence.Chance.Arrow(
            question.CauseBody, entry.Body, evidence.DirectiveOf(entry).Hash, purpose, n) < share;
    }
}
