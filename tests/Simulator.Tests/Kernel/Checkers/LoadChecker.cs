using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Other papers delay a paper where there are any, and only while it waits: from what enabled its step until
/// somebody takes it up, in the hours of the post, by less than that post's people had left for them.
/// </summary>
internal sealed class LoadChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var steps = evidence.Of(EntryKind.StepEnded).ToLookup(entry => entry.Body);
        foreach (var entry in evidence.Of(EntryKind.DelayedByLoad))
        {
            if (evidence.KindOf(entry.Body).Load is null || evidence.RuleOf(entry.Body, (Step)entry.What) is not { By: { } by } rule)
            {
                yield return $"no other papers, or nobody who could have them: {evidence.InWords(entry)}";
                continue;
            }

            // A paper for a step with hours of its own joins the queue at such an hour.
            if (evidence.CauseOf(entry) is not { } cause || entry.Started >= entry.Tick
                || (rule.At.Count == 0 ? cause.Tick != entry.Started : cause.Tick > entry.Started))
            {
                yield return $"did not wait since then: {evidence.InWords(entry)}";
                continue;
            }

            var office = evidence.Model.Offices[evidence.Model.FactsOf(evidence.IndexOf(entry.Body)).Office];
            var post = office.All[(int)by];
            var waited = post.HoursFor(evidence.UrgencyOf(entry))
                .WorkingBetween(entry.Started, entry.Tick);
            if (entry.A < 1 || entry.B < 1 || entry.B > waited || entry.Server >= post.Heads + evidence.ResourceOf(entry.Body, by).Deputies)
            {
                yield return $"{waited} minutes were open: {evidence.InWords(entry)}";
            }

            // Who ended the step is who took it up at that moment, and never later; one moment of inspecting enables many.
            var ended = evidence.DossierOf(entry).Where(other => other.Kind == EntryKind.StepEnded
                && other.Step == (Step)entry.What && other.Item == entry.Item && other.CauseSequence == entry.CauseSequence)
                .ToList();
            if (ended.Count > 0 && !ended.Exists(other => other.Started == entry.Tick && other.Server == entry.Server)
                && entry.What != (byte)Step.Inspect)
            {
                yield return $"taken up otherwise in {evidence.InWords(ended[0])}: {evidence.InWords(entry)}";
            }

            if (SelfMade(evidence, steps[entry.Body], entry, by, waited))
            {
                yield return $"only papers of directives were in hand: {evidence.InWords(entry)}";
            }
        }
    }

    /// <summary>Whether everybody of the post held papers of directives for more of the wait than is left.</summary>
    private static bool SelfMade(
        Evidence evidence, IEnumerable<Entry> steps, Entry entry, Post by, int waited)
    {
        var office = evidence.Model.Offices[evidence.Model.FactsOf(evidence.IndexOf(entry.Body)).Office];
        var hours = office.All[(int)by].HoursFor(evidence.UrgencyOf(entry));
        var held = steps
            .Where(other => other.Started < entry.Tick && other.Tick > entry.Started
                && evidence.RuleOf(other.Body, other.Step)?.By == by)
            .GroupBy(other => other.Server)
            .Select(server => server.Sum(other => hours.WorkingBetween(
                Math.Max(other.Started, entry.Started), Math.Min(other.Tick, entry.Tick))))
            .ToList();
        var people = evidence.ResourceOf(entry.Body, by);
        var hands = (office.All[(int)by].Heads + people.Deputies) * people.Multitasking;
        var left = (hands * waited) - held.Sum();
        return entry.B > left;
    }
}
