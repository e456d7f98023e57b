using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// A step takes the working time that was drawn for it, no more and no less, where its person does nothing
/// else meanwhile; it begins and ends in working
/// hours, unless the same person went straight on to it; where nobody is held up it begins at once.
/// </summary>
internal sealed class WorkChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        foreach (var entry in evidence.Of(EntryKind.StepEnded))
        {
            if (evidence.RuleOf(entry.Body, entry.Step) is not { } rule || evidence.CauseOf(entry) is not { } cause
                || entry.Started > entry.Tick)
            {
                yield return $"no such step, or nothing enabled it, or it ends first: {evidence.InWords(entry)}";
                continue;
            }

            var urgency = evidence.UrgencyOf(entry);
            var worked = rule.By is { } by
                ? evidence.Worked(entry.Body, by, urgency, entry.Started, entry.Tick)
                : entry.Tick - entry.Started;
            var drawn = DrawnFor(
                evidence, entry, evidence.RuleAt(entry.Started, entry.Body, entry.Step), urgency, worked);
            var sharing = rule.By is { } sharer ? evidence.ResourceOf(entry.Body, sharer).Multitasking : 1;
            if (worked < drawn || worked > (long)drawn * sharing)
            {
                yield return $"{drawn} minutes were drawn and {worked} worked: {evidence.InWords(entry)}";
            }
            else if (rule.By is { } post)
            {
                var begins = evidence.HoursAt(entry.Started, entry.Body, post, urgency);
                var ends = evidence.HoursAt(entry.Tick - 1, entry.Body, post, urgency);
                var goesOn = rule.SameServer && cause.Tick == entry.Started && cause.Server == entry.Server;
                if ((!goesOn && !begins.IsOpen(entry.Started)) || (drawn > 0 && !ends.IsOpen(entry.Tick - 1)))
                {
                    yield return $"begun or ended out of hours: {evidence.InWords(entry)}";
                }
            }
            else if (entry.Started != cause.Tick)
            {
                yield return $"nothing to wait for, and it waited: {evidence.InWords(entry)}";
            }
        }
    }

    /// <summary>The working minutes that a step needs, as drawn.</summary>
    public static int DrawnFor(Evidence evidence, in Entry entry) => DrawnFor(
        evidence, entry, evidence.RuleAt(entry.Started, entry.Body, entry.Step), evidence.UrgencyOf(entry));

    /// <summary>
    /// Updates of the moment at which a step began may have come before or after: the time that was worked says
    /// which.
    /// </summary>
    private static int DrawnFor(Evidence evidence, in Entry entry, StepRule rule, Urgency urgency, int worked)
    {
        var drawn = DrawnFor(evidence, entry, rule, urgency);
        return worked == drawn ? drawn : DrawnFor(evidence, entry, rule, urgency, withUpdatesOfThatTick: false);
    }

    private static int DrawnFor(
        Evidence evidence, in Entry entry, StepRule rule, Urgency urgency, bool withUpdatesOfThatTick = true)
    {
        var directive = evidence.DirectiveOf(entry);
        var law = entry.Step == Step.CarryOut
            ? TakesOf(
                evidence, entry, evidence.ModelAt(entry.Started).Directives[evidence.RootOf(entry)].Source.Assignments[entry.Item],
                withUpdatesOfThatTick)
            : rule.Takes[Math.Min((int)urgency, rule.Takes.Count - 1)];
        var purpose = entry.Step == Step.RegisterCopy ? Purpose.RegisterInput
            : entry.Step is Step.SignByOrder or Step.SignByAuthorisation ? Purpose.Sign
            : entry.Step == Step.AnswerClarification ? Purpose.Clarify
            : entry.Step == Step.RegisterEscalation ? Purpose.Escalate
            : Enum.Parse<Purpose>(entry.Step.ToString());
        var number = Evidence.NumberOf(entry);
        var n = number > 0 ? (uint)number : evidence.OccurrenceOf(entry, entry.Item);
        if (entry.Step == Step.Inspect)
        {
            var to = evidence.InspectedBy(entry);
            return law.Minutes(evidence.Chance.Arrow(
                evidence.Model.FactsOf(to).Hash, entry.Body, directive.Hash, purpose,
                evidence.OccurrenceOf(entry, Entry.NoItem)));
        }

        if (entry.Step == Step.Remind && evidence.EscalationBefore(entry) is { } told)
        {
            return law.Minutes(evidence.Chance.Arrow(
                evidence.Model.FactsOf(evidence.SilentIn(told)).Hash, entry.Body, directive.Hash, purpose, n));
        }

        var draw = entry.Step is (Step.RegisterRecall or Step.RegisterEscalation or Step.FileDuplicate or Step.AnswerClarification
                or >= Step.RegisterReport and <= Step.RegisterAnswer or Step.RegisterInspection
                or Step.RegisterInput or Step.RegisterCopy)
                and not (Step.Remind or Step.Ask)
            && evidence.ArrivalOf(entry) is { } arrival
            ? evidence.Chance.Arrow(arrival.CauseBody, entry.Body, directive.Hash, purpose, n)
            : evidence.Chance.Unit(entry.Body, directive.Hash, purpose, n);
        var more = rule.PerAddressee * evidence.AddresseesOf(entry).Count;
        return law.Minutes(draw) + (int)(more + 0.5);
    }

    /// <summary>As the directive has it, or the last update that the body had registered when it began.</summary>
    private static Distribution TakesOf(Evidence evidence, Entry work, Assignment assignment, bool thatTick)
    {
        var takes = assignment.Takes;
        foreach (var update in evidence.DossierOf(work).Where(entry => entry.Kind == EntryKind.Updated))
        {
            if (update.Tick < work.Started || (thatTick && update.Tick == work.Started))
            {
                var by = evidence.Model.Directives.Single(each => each.ShortHash >> 8 == update.B);
                takes = assignment.Takes;
                foreach (var change in by.Source.Relation!.Changes.Where(change => change.Assignment == assignment.Id))
                {
                    takes = change.Takes ?? takes;
                }
            }
        }

        return takes;
    }

    private static WorkingCalendar HoursOf(Evidence evidence, ulong body, Post post, Urgency urgency) =>
        evidence.Model.Offices[evidence.Model.FactsOf(evidence.IndexOf(body)).Office].All[(int)post]
            .HoursFor(urgency);
}
