using Simulator.Analysis.Measures;
using Simulator.Analysis.Statistics;
using Simulator.Analysis.Waits;
using Simulator.Kernel.Journal;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Store.Queries;

/// <summary>What a named query counts in SQL is what the measures of the same name read from the journal.</summary>
public sealed class QueriesAgreeWithMeasuresTests
{
    public static TheoryData<string> Scenarios =>
    [
        "bac-kan-570", "document-flood", "vertical-lines", "working-group", "mechanisms/inflation", "mechanisms/duplicates",
        "mechanisms/deadlines", "mechanisms/deadline-squeezed", "mechanisms/recall", "mechanisms/superseded-overnight",
        "mechanisms/reform-in-mid-run", "mechanisms/unseen-papers", "mechanisms/second-route", "mechanisms/retries",
        "mechanisms/daily-report", "mechanisms/slow-district", "mechanisms/multitasking",
    ];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Counts_of_directives_are_those_of_the_summary(string scenario)
    {
        using var run = new AskedRun(ShippedRun.Base(scenario));
        var rows = run.Named("directives").ToDictionary(row => (string)row["directive"]!);
        foreach (var measures in DirectiveMeasures.Of(run.Trace, run.Progress))
        {
            var row = rows[measures.Directive.Source.Id];
            Assert.Equal(
                (measures.Addressed, measures.Reached, measures.Registered, measures.Complied, measures.ReportedComplied),
                (Of(row, "addressed"), Of(row, "reached"), Of(row, "registered"), Of(row, "complied"), Of(row, "known")));
            Assert.Equal(measures.CompletedAt < 0, row["closed"] is null);
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Quantiles_of_delays_are_those_of_all_who_are_asked(string scenario)
    {
        using var run = new AskedRun(ShippedRun.Base(scenario));
        foreach (var row in run.Named("delays-by-level"))
        {
            var root = RootOf(run, row);
            var (issued, until) = (run.Model.Directives[root].Issued, (string)row["until"]!);
            var times = Addressed(run, root, (string)row["level"]!)
                .Select(body => MomentOf(run.Progress[root].GetValueOrDefault(body), until))
                .Where(moment => moment >= 0 || until != "relay")
                .Select(moment => moment < 0 ? double.PositiveInfinity : moment - issued).Order().ToList();
            Assert.Equal(times.Count, Of(row, "bodies"));
            Assert.Equal(times.Count(double.IsInfinity), Of(row, "not_happened"));
            foreach (var percent in new[] { 10, 50, 90, 95, 99 })
            {
                // What lies between a time and never is never.
                var last = times[((percent * (times.Count - 1)) + 99) / 100];
                Assert.Equal(double.IsInfinity(last), row[$"p{percent}"] is null);
                if (row[$"p{percent}"] is { } told)
                {
                    Assert.Equal(Sample.Quantile([.. times.Select(time => Math.Min(time, 1e9))], percent / 100.0), (double)told, 6);
                }
            }

            var happened = times.Where(double.IsFinite).ToList();
            Assert.Equal(happened.Count == 0 ? null : happened.Max(), (double?)(long?)row["longest"]);
            Assert.Equal(happened.Count == 0 ? null : Math.Round(happened.Average(), 4), (double?)row["mean"]);
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Coverage_is_what_had_happened_by_then(string scenario)
    {
        using var run = new AskedRun(ShippedRun.Base(scenario));
        foreach (var row in run.Named("coverage", ("step", "6")))
        {
            var root = RootOf(run, row);
            var at = run.Model.Directives[root].Issued + (Of(row, "hours") * 60);
            var bodies = Addressed(run, root, (string)row["level"]!)
                .Select(body => run.Progress[root].GetValueOrDefault(body)).ToList();
            Assert.Equal(bodies.Count, Of(row, "bodies"));
            foreach (var (column, until) in new[]
            {
                ("reached", "reach"), ("registered", "register"), ("complied", "comply"), ("reported", "report"),
            })
            {
                Assert.Equal(
                    bodies.Count(body => MomentOf(body, until) is >= 0 and var moment && moment <= at), Of(row, column));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Waits_add_up_to_the_minutes_that_the_splitter_finds(string scenario)
    {
        using var run = new AskedRun(ShippedRun.Base(scenario));
        var splitter = new WaitSplitter(run.Trace);
        var (byReason, byLevel) = (new SortedDictionary<string, int>(StringComparer.Ordinal), new Dictionary<(string, string), int>());
        var parts = new WaitPart[WaitReasons.Count];
        for (var body = 0; body <= run.Model.Bodies.Count; body++)
        {
            var level = body < run.Model.Bodies.Count ? run.Model.Source.Levels[run.LevelOf(body)] : "";
            for (var sequence = 1U; sequence <= run.Trace.CountOf(body); sequence++)
            {
                foreach (var part in parts[..splitter.Split(run.Trace.Of(body, sequence), parts)])
                {
                    byReason[part.Reason.Key()] = byReason.GetValueOrDefault(part.Reason.Key()) + part.Minutes;
                    byLevel[(level, part.Reason.Key())] = byLevel.GetValueOrDefault((level, part.Reason.Key())) + part.Minutes;
                }
            }
        }

        Assert.Equal(byReason, new SortedDictionary<string, int>(
            run.Named("waits-by-reason").ToDictionary(row => (string)row["reason"]!, row => Of(row, "minutes")), StringComparer.Ordinal));
        Assert.Equal(
            byLevel.OrderBy(each => each.Key),
            run.Named("waits-by-level")
                .Select(row => KeyValuePair.Create(((string?)row["level"] ?? "", (string)row["reason"]!), Of(row, "minutes")))
                .OrderBy(each => each.Key));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Entries_papers_and_losses_are_those_of_the_journal(string scenario)
    {
        using var run = new AskedRun(ShippedRun.Base(scenario));
        var entries = run.Played.Entries;
        Assert.Equal(entries.Count, run.Named("events-by-type").Sum(row => Of(row, "entries")));
        var ways = run.Named("hand-overs");
        Assert.Equal(entries.Count(entry => entry.Kind == EntryKind.Arrived), ways.Sum(row => Of(row, "arrived")));
        Assert.Equal(entries.Count(entry => entry.Kind == EntryKind.Lost), ways.Sum(row => Of(row, "lost")));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_four_states_are_those_of_the_measures(string scenario)
    {
        using var run = new AskedRun(ShippedRun.Base(scenario));
        var rows = run.Named("assignments-by-state").ToDictionary(row => ((string)row["directive"]!, (string)row["level"]!));
        for (var root = 0; root < run.Model.Directives.Count; root++)
        {
            foreach (var (level, counts) in StateCounts.ByLevel(run.Model, root, run.Progress[root], run.Played.Until))
            {
                var row = rows[(run.Model.Directives[root].Source.Id, level)];
                Assert.Equal(
                    counts, new StateCounts(Of(row, "done_on_time"), Of(row, "done_late"), Of(row, "in_term"), Of(row, "overdue")));
            }
        }

        var all = rows.Values.ToList();
        Assert.Equal(
            all.Sum(row => Of(row, "done_late") + Of(row, "overdue")), run.Named("late-assignments", ("top", "1000000")).Count);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Truth_and_report_are_those_of_the_measures(string scenario)
    {
        using var run = new AskedRun(ShippedRun.Base(scenario));
        var reports = ReportReader.Read(run.Trace);
        var rows = run.Named("reports-true-and-claimed").ToDictionary(row => ((string)row["directive"]!, (string)row["level"]!));
        for (var root = 0; root < run.Model.Directives.Count; root++)
        {
            foreach (var level in LevelReports.Of(run.Model, root, reports[root], run.Progress[root], run.Played.Until))
            {
                var row = rows[(run.Model.Directives[root].Source.Id, level.Level)];
                Assert.Equal(
                    (level.Reports, level.Counted, level.Known, level.Claimed, level.Misreported),
                    (Of(row, "reports"), Of(row, "counted"), Of(row, "known"), Of(row, "claimed"), Of(row, "misreported")));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void At_every_moment_each_addressed_body_is_in_one_state(string scenario)
    {
        using var run = new AskedRun(ShippedRun.Base(scenario));
        string[] states = ["not_reached", "arrived", "registered", "in_process", "stalled", "in_part", "complied", "withdrawn"];
        foreach (var level in run.Named("states-over-time").GroupBy(row => (string)row["level"]!))
        {
            var last = level.Last();
            var bodies = run.Progress.SelectMany((progress, root) => Addressed(run, root, level.Key)
                .Select(body => progress.GetValueOrDefault(body)?.State ?? ProgressState.NotReached)).ToList();
            Assert.All(level, row => Assert.Equal(bodies.Count, states.Sum(state => Of(row, state))));
            Assert.Equal(
                Enumerable.Range(0, states.Length).Select(state => bodies.Count(own => (int)own == state)),
                states.Select(state => Of(last, state)));
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Whoever_was_not_reached_or_has_not_complied_is_listed(string scenario)
    {
        using var run = new AskedRun(ShippedRun.Base(scenario));
        var measures = DirectiveMeasures.Of(run.Trace, run.Progress);
        Assert.Equal(measures.Sum(each => each.Addressed - each.Reached), run.Named("unreached", ("top", "1000000")).Count);
        Assert.Equal(
            run.Progress.Select((progress, root) => run.Model.Directives[root].Reach
                .Select(body => progress.GetValueOrDefault(body)).OfType<BodyProgress>()
                .Count(body => body.ArrivedAt >= 0 && body.CompliedAt < 0 && body.State != ProgressState.Withdrawn)).Sum(),
            run.Named("open-waits", ("top", "1000000")).Count);
        Assert.Equal(
            measures.Sum(each => each.Addressed), run.Named("slowest-bodies", ("top", "1000000")).Count);
    }

    [Theory]
    [InlineData("bac-kan-570")]
    [InlineData("vertical-lines")]
    [InlineData("mechanisms/slow-district")]
    public void A_chain_joins_the_issue_to_the_registration_without_a_gap(string scenario)
    {
        using var run = new AskedRun(ShippedRun.Base(scenario));
        var rows = run.Named("chain");
        var latest = run.Model.Directives[0].Reach.Max(body => run.Progress[0].GetValueOrDefault(body)?.RegisteredAt ?? -1);
        Assert.Equal(latest - run.Model.Directives[0].Issued, rows.Sum(row => row["minutes"] is null ? 0 : Of(row, "minutes")));
        Assert.Equal("issued", rows[0]["activity"]);
        Assert.Equal(1L, run.Named("longest-chains", ("top", "1"))[0]["hop"]);
    }

    [Theory]
    [InlineData("bac-kan-570")]
    [InlineData("document-flood")]
    [InlineData("mechanisms/multitasking")]
    public void Backlog_and_work_are_those_of_the_steps_in_the_journal(string scenario)
    {
        using var run = new AskedRun(ShippedRun.Base(scenario));
        var splitter = new WaitSplitter(run.Trace);
        var parts = new WaitPart[WaitReasons.Count];
        var worked = 0;
        var stays = new Dictionary<string, List<(int From, int To)>>(StringComparer.Ordinal);
        for (var body = 0; body < run.Model.Bodies.Count; body++)
        {
            for (var sequence = 1U; sequence <= run.Trace.CountOf(body); sequence++)
            {
                var entry = run.Trace.Of(body, sequence);
                if (entry.Kind == EntryKind.StepEnded && run.Trace.TryCause(entry, out var cause))
                {
                    var own = stays.TryGetValue(run.Model.Bodies[body].Id, out var known) ? known : stays[run.Model.Bodies[body].Id] = [];
                    own.Add((cause.Tick, entry.Tick));
                    worked += parts[..splitter.Split(entry, parts)].Where(part => part.Reason == WaitReason.Work).Sum(part => part.Minutes);
                }
            }
        }

        Assert.Equal(worked, run.Named("busiest-offices", ("top", "1000000")).Sum(row => Of(row, "worked")));
        var rows = run.Named("backlog-by-office", ("top", "1000000"));
        Assert.Equal(stays.Count, rows.Count);
        var end = run.Played.Entries[^1].Tick;
        foreach (var row in rows)
        {
            var own = stays[(string)row["body"]!];
            Assert.Equal(own.Count, Of(row, "steps"));
            Assert.Equal(Math.Round((double)own.Sum(stay => stay.To - stay.From) / end, 4), (double)row["mean"]!);
            var most = own.Max(stay => own.Count(other => other.From <= stay.From && other.To > stay.From && other.From < other.To));
            Assert.Equal(most, Of(row, "most"));
        }
    }

    /// <summary>Of the lowest level everything that is due is its own.</summary>
    [Theory]
    [InlineData("mechanisms/deadlines")]
    [InlineData("mechanisms/deadline-squeezed")]
    [InlineData("document-flood")]
    [InlineData("hot-above-cold-below")]
    public void Time_used_above_the_lowest_level_is_that_of_the_measures(string scenario)
    {
        using var run = new AskedRun(ShippedRun.Base(scenario));
        var rows = run.Named("time-used").ToDictionary(row => ((string)row["directive"]!, (string)row["level"]!));
        var compared = 0;
        for (var root = 0; root < run.Model.Directives.Count; root++)
        {
            if (TimeUsed.ByLevel(run.Model, root, run.Progress[root]) is [.., var lowest]
                && rows.TryGetValue((run.Model.Directives[root].Source.Id, lowest.Level), out var row))
            {
                Assert.Equal(lowest.Bodies, Of(row, "bodies"));
                Assert.Equal(100 * lowest.Share, (double)row["used"]!, 1);
                compared++;
            }
        }

        Assert.True(compared > 0, "Nothing was compared.");
    }

    private static int Of(Dictionary<string, object?> row, string column) => checked((int)(long)row[column]!);

    private static int RootOf(AskedRun run, Dictionary<string, object?> row) =>
        Enumerable.Range(0, run.Model.Directives.Count).Single(root => run.Model.Directives[root].Source.Id == (string)row["directive"]!);

    private static IEnumerable<int> Addressed(AskedRun run, int root, string level) =>
        run.Model.Directives[root].Reach.Where(body => run.Model.Source.Levels[run.LevelOf(body)] == level);

    private static int MomentOf(BodyProgress? body, string until) => body is null ? -1 : until switch
    {
        "reach" => body.ArrivedAt,
        "register" => body.RegisteredAt,
        "relay" => body.IssuedAt,
        "comply" => body.CompliedAt,
        _ => body.ReportArrivedAt,
    };
}
