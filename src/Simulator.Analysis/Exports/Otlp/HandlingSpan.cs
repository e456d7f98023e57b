using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>
/// The span of what a body does with a directive: a part of that of the body whose paper it got, named as the body, for that is
/// what is read in a waterfall.
/// </summary>
internal sealed class HandlingSpan(TraceNames names, SpanIds ids)
{
    /// <summary>The span, without its moments, events and links.</summary>
    internal SimulatedSpan Of(TracedFile file)
    {
        var (directive, body, came) = (file.Directive, names.Key(file.Body), file.Came);
        var isFromElsewhere = came.Cause is { } by && by.Root == directive.Root && (by.Body, by.Route) != (file.Body, file.Route);
        var span = new SimulatedSpan
        {
            Trace = ids.Trace(directive.Key),
            Id = ids.Handling(directive.Key, body, file.Route),
            Parent = isFromElsewhere
                ? ids.Handling(directive.Key, names.Key(came.Cause!.Body), came.Cause.Route)
                : ids.Directive(directive.Key),
            Name = names.Name(file.Body),
            From = names.Level(file.Body),
            Kind = isFromElsewhere && came.Cause!.Body != file.Body ? SpanKind.Consumer : SpanKind.Internal,
            Start = file.Entries[0].At,
            End = file.Entries[^1].At,
        }
        .With("simulator.directive", directive.Key)
        .With("simulator.body", body)
        .With("simulator.level", names.Level(file.Body))
        .With("simulator.kind", names.Kind(file.Body))
        .With("simulator.line", names.Line(file.Body))
        .With("simulator.route", file.Route)
        .With("simulator.open", file.IsOpen);
        if (came.BringsDirective)
        {
            span.With("simulator.sent", names.Moment(came.Started)).With("simulator.travelled_minutes", came.At - came.Started);
        }

        if (file.Dossier is { } dossier)
        {
            Describe(span, directive, dossier);
            span.Error = Errors(file, dossier);
        }

        return span;
    }

    /// <summary>What an entry says that took no time.</summary>
    internal SpanEvent Happened(TracedFile file, TracedEntry entry)
    {
        var more = new List<SpanAttribute> { new("simulator.entry", names.Entry(file.Body, entry.Sequence)) };
        if (entry.IsOnAssignment && names.Assignment(entry.Root, entry.Item) is { } assignment)
        {
            more.Add(new("simulator.assignment", assignment));
        }

        if (entry.Cause is { } cause && cause.Body != file.Body)
        {
            more.Add(new("simulator.cause", names.Entry(cause.Body, cause.Sequence)));
        }

        if (entry.Other is { } other)
        {
            more.Add(new("simulator.other", names.Key(other)));
        }

        if (entry.Kind == EntryKind.Closed || CountsBodies(entry))
        {
            more.Add(new("simulator.bodies", entry.A));
            more.Add(new("simulator.complied", entry.B));
        }

        return new SpanEvent(entry.At, names.Activity(entry.Activity), more);
    }

    /// <summary>That a report left.</summary>
    internal SpanEvent Left(TracedEntry entry, LeavingReport report)
    {
        var more = new List<SpanAttribute> { new("simulator.paper", names.Paper(report.Paper)) };
        void Add(string key, long? number)
        {
            if (number is { } value)
            {
                more.Add(new(key, value));
            }
        }

        if (report.Receiver is { } receiver)
        {
            more.Add(new("simulator.to", names.Key(receiver)));
        }

        if (names.Moment(report.Arrived) is { } arrived)
        {
            more.Add(new("simulator.arrived", arrived));
        }

        Add("simulator.bodies", report.Counted);
        Add("simulator.complied_as_known", report.Known);
        Add("simulator.complied", report.Claimed);
        return new SpanEvent(entry.At, $"{names.Paper(report.Paper).Replace('-', ' ')} sent", more);
    }

    private static bool CountsBodies(TracedEntry entry) => entry.Kind == EntryKind.Arrived
        && (PaperClass)entry.What is PaperClass.Report or PaperClass.PeriodicReport;

    private void Describe(SimulatedSpan span, TracedDirective directive, TracedDossier dossier) => span
        .With("simulator.addressed", dossier.IsAddressed)
        .With("simulator.state", dossier.IsAddressed ? names.State(dossier.State) : null)
        .With("simulator.from", dossier.From is { } from ? names.Key(from) : null)
        .With("simulator.to_reach_minutes", dossier.Arrived - directive.Issued)
        .With("simulator.to_register_minutes", dossier.Registered - directive.Issued)
        .With("simulator.to_comply_minutes", dossier.Complied - directive.Issued)
        .With("simulator.to_report_minutes", dossier.ReportArrived - directive.Issued);

    /// <summary>What an analyst looks for: what was ignored or refused, lies aside, is late, or was cut off.</summary>
    private string? Errors(TracedFile file, TracedDossier dossier)
    {
        var found = new List<string>();
        foreach (var own in file.Assignments)
        {
            var assignment = names.Assignment(file.Directive.Root, own.Item);
            if (names.Outcome(own.Outcome) is ("ignored" or "refused" or "stalled") and var outcome)
            {
                found.Add($"{(outcome == "stalled" ? "laid aside" : outcome)}: {assignment}");
            }
            else if (own.State is "overdue" or "done-late")
            {
                found.Add($"{(own.State == "overdue" ? own.State : "done late")}: {assignment}");
            }
        }

        if (dossier.Stalled > 0 && found.TrueForAll(each => !each.StartsWith("laid aside", StringComparison.Ordinal)))
        {
            found.Add("laid aside");
        }

        if (dossier.IsByCutOff)
        {
            found.Add("closed by the cut-off");
        }

        return found.Count == 0 ? null : string.Join("; ", found);
    }
}
