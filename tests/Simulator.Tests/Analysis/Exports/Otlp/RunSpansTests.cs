using Simulator.Analysis.Exports.Otlp;

namespace Simulator.Tests.Analysis.Exports.Otlp;

public sealed class RunSpansTests
{
    public static TheoryData<string> Runs =>
    [
        "bac-kan-570", "vertical-lines", "mechanisms/second-route", "mechanisms/conflicting-orders", "mechanisms/ruling",
        "mechanisms/reform-in-mid-run", "mechanisms/unseen-papers", "mechanisms/recall", "mechanisms/superseded-overnight",
        "mechanisms/update-in-flight", "mechanisms/information-copies", "mechanisms/coordination", "mechanisms/inspection",
        "mechanisms/return-for-opinion", "mechanisms/campaign", "mechanisms/flash-report",
    ];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_entry_about_a_directive_is_in_a_trace_once_as_a_step_or_as_an_event(string name)
    {
        using var run = new TracedRun(name);
        var steps = run.Stored.Ask(Entries("e.kind IN (3, 43)")).Select(row => (string)row[0]!);
        Assert.Equal(steps.Order(StringComparer.Ordinal), run.Steps.Keys.Order(StringComparer.Ordinal));
        var events = run.Stored.Ask(Entries("e.kind NOT IN (3, 43)")).Select(row => (string)row[0]!);
        var told = run.Spans.SelectMany(span => span.Events)
            .SelectMany(each => each.Attributes.Where(more => more.Key == "simulator.entry")).Select(more => more.Text!);
        Assert.Equal(events.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        Assert.Equal(
            run.Stored.Number("SELECT count(*) FROM report WHERE root IN (SELECT root FROM directive)"),
            run.Spans.SelectMany(span => span.Events).Count(each => each.Name.EndsWith(" sent", StringComparison.Ordinal)
                && each.Attributes.Any(more => more.Key == "simulator.paper")));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_step_lasts_as_the_store_says_and_the_waiting_before_it_adds_up(string name)
    {
        using var run = new TracedRun(name);
        var waits = run.Spans.Where(TracedRun.IsWaiting).ToDictionary(span => span.Id);
        var ids = new SpanIds(run.Source.Fact("digest"));
        foreach (var row in run.Stored.Ask("""
            SELECT b.key || '#' || e.sequence, e.enabled, e.started, e.at, b.key, e.sequence, a.key
            FROM entry e JOIN body b ON b.id = e.body JOIN activity a ON a.id = e.activity
            JOIN directive v ON v.root = e.root WHERE e.kind = 3
            """))
        {
            var step = run.Steps[(string)row[0]!];
            Assert.Equal(((long)row[2]!, (long)row[3]!), (step.Start, step.End));
            Assert.StartsWith((string)row[6]!, step.Name, StringComparison.Ordinal);
            var isWaited = row[1] is long enabled && enabled < step.Start;
            Assert.Equal(isWaited, waits.TryGetValue(ids.Waiting((string)row[4]!, (long)row[5]!), out var wait));
            if (isWaited)
            {
                Assert.Equal(((long)row[1]!, step.Start, step.Parent), (wait!.Start, wait.End, wait.Parent));
                Assert.Equal(step.Start - (long)row[1]!, wait.Attributes
                    .Where(each => each.Key.StartsWith("simulator.wait.", StringComparison.Ordinal)).Sum(each => each.Number));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_trace_has_one_root_and_every_parent_and_link_is_there(string name)
    {
        using var run = new TracedRun(name);
        var spans = run.Spans.ToDictionary(span => (span.Trace, span.Id));
        Assert.All(run.Spans, span => Assert.True(span.Id != 0 && span.Trace != UInt128.Zero && span.Start <= span.End));
        Assert.All(run.Spans.GroupBy(span => span.Trace), trace => Assert.Single(trace, span => span.Parent == 0));
        foreach (var span in run.Spans)
        {
            Assert.True(span.Parent == 0 || spans.ContainsKey((span.Trace, span.Parent)), $"{span.Name} has no parent");
            Assert.All(span.Links, link => Assert.True(spans.ContainsKey((link.Trace, link.Span)), $"{span.Name}: {link.How}"));
            var above = span;
            for (var depth = 0; above.Parent != 0; depth++)
            {
                Assert.True(depth < 100, $"{span.Name} is part of itself");
                above = spans[(above.Trace, above.Parent)];
            }
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_handling_is_part_of_that_of_the_body_whose_paper_it_got(string name)
    {
        using var run = new TracedRun(name);
        var spans = run.Spans.ToDictionary(span => (span.Trace, span.Id));
        var handlings = run.Handlings.Where(span => TracedRun.Number(span, "simulator.route") == 0)
            .ToDictionary(span => (TracedRun.Text(span, "simulator.directive"), TracedRun.Text(span, "simulator.body")));
        var compared = 0;
        foreach (var row in run.Stored.Ask("""
            SELECT r.key, b.key, f.key FROM dossier d JOIN root r ON r.id = d.root JOIN body b ON b.id = d.body
            JOIN body f ON f.id = d.paper_from
            """))
        {
            if (handlings.TryGetValue(((string)row[0]!, (string)row[1]!), out var handling))
            {
                Assert.Equal((string)row[2]!, TracedRun.Text(spans[(handling.Trace, handling.Parent)], "simulator.body"));
                compared++;
            }
        }

        Assert.NotEqual(0, compared);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void What_never_ended_ends_with_the_run_and_says_so(string name)
    {
        using var run = new TracedRun(name);
        var open = run.Stored.Ask("""
            SELECT r.key, b.key FROM dossier d JOIN root r ON r.id = d.root JOIN body b ON b.id = d.body
            JOIN directive v ON v.root = d.root
            WHERE d.closed IS NULL AND b.dissolved IS NULL AND (d.addressed = 1 OR d.body = v.issuer)
            AND EXISTS (SELECT 1 FROM entry e WHERE e.body = d.body AND e.root = d.root AND e.route = 0)
            """).Select(row => $"{row[0]}@{row[1]}");
        var told = run.Handlings.Where(span => TracedRun.Number(span, "simulator.route") == 0
            && TracedRun.Number(span, "simulator.open") == 1).ToList();
        Assert.All(told, span => Assert.Equal(run.Source.Until, span.End));
        Assert.Equal(
            open.Order(StringComparer.Ordinal),
            told.Select(span => $"{TracedRun.Text(span, "simulator.directive")}@{TracedRun.Text(span, "simulator.body")}")
                .Order(StringComparer.Ordinal));
    }

    /// <summary>The last of all, and that of each directive alone: it is the one that the receiver sees last.</summary>
    [Theory]
    [MemberData(nameof(Runs))]
    public void The_last_tick_is_that_of_the_spans_that_are_sent(string name)
    {
        using var run = new TracedRun(name);
        Assert.Equal(run.Spans.Max(span => span.End), OtlpExport.LastTick(run.Source));
        var ids = new SpanIds(run.Source.Fact("digest"));
        Assert.All(run.Names.Directives, directive => Assert.Equal(
            run.Spans.Where(span => span.Trace == ids.Trace(directive.Key)).Select(span => span.End)
                .DefaultIfEmpty(run.Source.Until).Max(),
            OtlpExport.LastTick(run.Source, directive.Key)));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void What_was_ignored_refused_laid_aside_late_or_cut_off_is_an_error(string name)
    {
        using var run = new TracedRun(name);
        var wrong = run.Stored.Ask("""
            SELECT DISTINCT r.key, b.key FROM dossier d JOIN root r ON r.id = d.root JOIN body b ON b.id = d.body
            JOIN directive v ON v.root = d.root
            LEFT JOIN own_assignment o ON o.root = d.root AND o.body = d.body
            LEFT JOIN outcome c ON c.id = o.outcome
            WHERE (o.state IN ('overdue', 'done-late') OR c.key IN ('ignored', 'refused', 'stalled') OR d.by_cut_off = 1 OR d.stalled > 0)
            AND EXISTS (SELECT 1 FROM entry e WHERE e.body = d.body AND e.root = d.root AND e.route = 0)
            """).Select(row => $"{row[0]}@{row[1]}");
        Assert.Equal(
            wrong.Order(StringComparer.Ordinal),
            run.Handlings.Where(span => span.Error is not null)
                .Select(span => $"{TracedRun.Text(span, "simulator.directive")}@{TracedRun.Text(span, "simulator.body")}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_stall_is_a_waiting_from_the_laying_aside_to_the_reminder_that_got_it_going()
    {
        using var run = new TracedRun("bac-kan-570");
        var stalls = run.Spans.Where(span => span.Name == "waiting: stall").ToList();
        Assert.Equal(
            run.Stored.Number("SELECT count(*) FROM entry WHERE kind IN (5, 6)"), stalls.Count);
        var resumed = Assert.Single(stalls, span => TracedRun.Text(span, "simulator.body") == "communes/song-cau");
        Assert.Equal(run.Stored.Number("""
            SELECT e.at FROM entry e JOIN body b ON b.id = e.body WHERE b.key = 'communes/song-cau' AND e.kind = 7
            """), resumed.End);
        Assert.Null(resumed.Error);
    }

    [Fact]
    public void A_later_route_is_linked_to_the_first_and_a_report_to_the_step_that_sent_it()
    {
        using var run = new TracedRun("vertical-lines");
        var second = run.Handlings.Where(span => TracedRun.Number(span, "simulator.route") > 0).ToList();
        Assert.Equal(run.Stored.Number("SELECT count(DISTINCT body || ' ' || root || ' ' || route) FROM entry WHERE route > 0"), second.Count);
        Assert.All(second, span => Assert.Single(span.Links, link => link.How == "first route"));
        Assert.Equal(
            run.Stored.Number("SELECT count(*) FROM entry WHERE kind = 2 AND what = 7"),
            run.Spans.SelectMany(span => span.Links).Count(link => link.How == "report arrived"));
    }

    [Fact]
    public void A_paper_that_supersedes_another_is_linked_across_traces()
    {
        using var run = new TracedRun("mechanisms/superseded-overnight");
        var links = run.Spans.SelectMany(span => span.Links.Where(link => link.Trace != span.Trace)).ToList();
        Assert.NotEmpty(links);
        Assert.Contains(links, link => link.How == "superseded");
    }

    [Fact]
    public void One_directive_alone_gives_the_spans_that_it_has_among_all()
    {
        using var run = new TracedRun("mechanisms/conflicting-orders");
        var only = run.Names.Directives.First();
        var trace = new SpanIds(run.Source.Fact("digest")).Trace(only.Key);
        var alone = new RunSpans(run.Source, run.Names, only).All();
        Assert.Equal(run.Spans.Where(span => span.Trace == trace).Select(Said), alone.Select(Said));
    }

    [Fact]
    public void More_events_and_links_than_a_message_holds_are_counted()
    {
        var span = new SimulatedSpan { Trace = 1, Id = 2, Parent = 0, Name = "hub", From = "centre", Start = 0, End = 1 };
        for (var count = 0; count < SimulatedSpan.MostDetails + 5; count++)
        {
            span.Add(new SpanEvent(0, "report arrived", []));
            span.Add(new SpanLink(1, 3, "report arrived"));
        }

        Assert.Equal((5, 5), (span.DroppedEvents, span.DroppedLinks));
    }

    private static string Said(SimulatedSpan span) =>
        $"{span.Id:x16} {span.Parent:x16} {span.Name} {span.Start} {span.End} {span.Events.Count} {span.Links.Count} {span.Attributes.Count}";

    private static string Entries(string which) =>
        $"SELECT b.key || '#' || e.sequence FROM entry e JOIN body b ON b.id = e.body JOIN directive v ON v.root = e.root WHERE {which}";
}
