using Simulator.Analysis.Measures.Desks;
using Simulator.Analysis.Store;
using Simulator.Analysis.Waits;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>
/// A file as spans: its handling, of which the steps and the waiting before them are parts. Every entry of it is there once, a
/// step as a span and what took no time as an event of the handling.
/// </summary>
/// <param name="names">The words.</param>
/// <param name="ids">The ids.</param>
/// <param name="until">The last tick that was played: what is open ends there.</param>
internal sealed class FileSpans(TraceNames names, SpanIds ids, long until)
{
    private readonly HandlingSpan handlings = new(names, ids);
    private readonly EntryLinks links = new(names, ids);

    /// <summary>The spans, the handling first.</summary>
    /// <param name="file">The file.</param>
    /// <param name="hasFirstRoute">Whether the body got the directive by a first route, too.</param>
    internal List<SimulatedSpan> Of(TracedFile file, bool hasFirstRoute)
    {
        var handling = handlings.Of(file);
        var spans = new List<SimulatedSpan> { handling };
        var pauses = new Pauses();
        if (file.Route != 0 && hasFirstRoute)
        {
            handling.Add(links.ToFirstRoute(file));
        }

        foreach (var entry in file.Entries)
        {
            if (entry.IsStep)
            {
                AddStep(spans, handling, file, entry);
            }
            else
            {
                handling.Add(handlings.Happened(file, entry));
            }

            if (entry.Report is { } report)
            {
                handling.Add(handlings.Left(entry, report));
            }

            foreach (var link in links.Of(file, entry))
            {
                handling.Add(link);
            }

            if (pauses.Take(entry) is { } pause)
            {
                spans.Add(Paused(handling, file, pause, pause.To!.At));
            }
        }

        handling.End = file.IsOpen ? until : EndOf(file);
        foreach (var pause in pauses.Open)
        {
            spans.Add(Paused(handling, file, pause, Math.Max(handling.End, pause.From.At)));
        }

        handling.Start = spans.Min(span => span.Start);
        return spans;
    }

    /// <summary>The last moment at which the body worked on it or was done with it, not that at which others came back to it.</summary>
    private static long EndOf(TracedFile file) =>
        file.Entries.FindLast(entry => entry.IsStep || entry.Ends)?.At ?? file.Entries[^1].At;

    private void AddStep(List<SimulatedSpan> spans, SimulatedSpan handling, TracedFile file, TracedEntry entry)
    {
        var enabled = entry.Enabled ?? entry.Started;
        var started = Math.Clamp(entry.Started, Math.Min(enabled, entry.At), entry.At);
        var assignment = entry.IsOnAssignment ? names.Assignment(entry.Root, entry.Item) : null;
        var activity = names.Activity(entry.Activity);
        var name = assignment is null ? activity : $"{activity}: {assignment}";
        if (started > enabled)
        {
            spans.Add(Before(handling, file, entry, name, enabled, started));
        }

        var step = Part(handling, file, ids.Step(names.Key(file.Body), entry.Sequence), name, started, entry.At)
            .With("simulator.entry", names.Entry(file.Body, entry.Sequence))
            .With("simulator.assignment", assignment)
            .With("simulator.post", entry.Post is { } post ? names.Post(post) : null)
            .With("simulator.server", entry.Server == DeskStay.Nobody ? null : entry.Server)
            .With("simulator.enabled", names.Moment(entry.Enabled))
            .With("simulator.waited_minutes", started - enabled)
            .With("simulator.worked_minutes", entry.Worked)
            .With("simulator.in_hours_minutes", entry.InHours)
            .With("simulator.sent", entry.Kind == EntryKind.StepEnded && entry.What != 0 ? names.Paper(entry.What) : null);
        if (entry.Kind == EntryKind.WorkStopped)
        {
            step.With("simulator.stopped", true);
        }
        else if (entry.Activity % 256 == (long)Step.CarryOut)
        {
            step.With("simulator.outcome", entry.B == 0 ? null : StoreWords.Key((Outcome)entry.B));
            step.Error = Lateness(file, entry);
        }

        spans.Add(step);
    }

    private static string? Lateness(TracedFile file, TracedEntry entry) =>
        file.Assignments.FirstOrDefault(each => each.Item == entry.Item) is { State: "done-late", Due: { } due } own
            && own.Ended == entry.At
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"done {entry.At - due} minutes after it was due")
            : null;

    /// <summary>The waiting before a step. Of the time in the step nothing is but work and hours off work.</summary>
    private SimulatedSpan Before(
        SimulatedSpan handling, TracedFile file, TracedEntry entry, string name, long enabled, long started)
    {
        var worked = entry.Waits.Where(wait => wait.Reason == WaitReason.Work).Sum(wait => wait.Minutes);
        var rested = entry.At - started - worked;
        var reasons = entry.Waits.Where(wait => wait.Reason != WaitReason.Work)
            .Select(wait => wait.Reason == WaitReason.OffHours ? wait with { Minutes = wait.Minutes - rested } : wait)
            .Where(wait => wait.Minutes > 0).OrderByDescending(wait => wait.Minutes).ThenBy(wait => wait.Reason).ToList();
        var waiting = Part(
            handling, file, ids.Waiting(names.Key(file.Body), entry.Sequence),
            reasons.Count == 0 ? "waiting" : $"waiting: {reasons[0].Reason.Key()}", enabled, started)
            .With("simulator.for", name);
        foreach (var (reason, minutes) in reasons)
        {
            waiting.With($"simulator.wait.{reason.Key()}_minutes", minutes);
        }

        return waiting;
    }

    private SimulatedSpan Paused(SimulatedSpan handling, TracedFile file, Pause pause, long end)
    {
        var (reason, never) = pause.Kind switch
        {
            PauseKind.Stall => (WaitReason.Stall, "laid aside and never resumed"),
            PauseKind.Ignored => (WaitReason.Stall, "ignored"),
            PauseKind.Contribution => (WaitReason.Stall, "the contribution was never written"),
            PauseKind.Inputs => (WaitReason.CoordinatingBodies, "inputs never came"),
            PauseKind.Opinion => (WaitReason.Opinion, "no answer came"),
            PauseKind.Ruling => (WaitReason.Opinion, "no ruling came"),
            _ => (WaitReason.Unseen, "never noticed"),
        };
        var waiting = Part(
            handling, file, ids.Waiting(names.Key(file.Body), pause.From.Sequence), $"waiting: {reason.Key()}", pause.From.At, end)
            .With("simulator.entry", names.Entry(file.Body, pause.From.Sequence))
            .With("simulator.for", pause.From.IsOnAssignment
                ? names.Assignment(pause.From.Root, pause.From.Item) ?? "relay" : names.Activity(pause.From.Activity));
        if (pause.To is null)
        {
            waiting.With("simulator.open", file.IsOpen);
            waiting.Error = file.IsWithdrawn ? null : never;
        }

        return waiting;
    }

    private SimulatedSpan Part(SimulatedSpan handling, TracedFile file, ulong id, string name, long start, long end) =>
        new SimulatedSpan
        {
            Trace = handling.Trace,
            Id = id,
            Parent = handling.Id,
            Name = name,
            From = handling.From,
            Start = start,
            End = end,
        }
        .With("simulator.directive", file.Directive.Key)
        .With("simulator.body", names.Key(file.Body));
}
