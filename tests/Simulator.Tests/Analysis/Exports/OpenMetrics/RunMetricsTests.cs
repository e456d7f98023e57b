using Simulator.Analysis.Exports.OpenMetrics;
using Simulator.Analysis.Measures;
using Simulator.Analysis.Measures.Coverage;
using Simulator.Analysis.Measures.Delays;
using Simulator.Kernel.Journal;
using Simulator.Tests.Analysis.Store;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Exports.OpenMetrics;

/// <summary>A run as metrics: at any moment they are what the measures of the same moment are.</summary>
public sealed class RunMetricsTests(ToldRuns runs) : IClassFixture<ToldRuns>
{
    private static readonly (string Quantile, int BasisPoints)[] Quantiles =
        [("0.1", 1_000), ("0.5", 5_000), ("0.9", 9_000), ("0.95", 9_500), ("0.99", 9_900)];

    private static readonly (ProgressState State, string Key)[] States =
    [
        (ProgressState.NotReached, "not_reached"), (ProgressState.Arrived, "arrived"), (ProgressState.Registered, "registered"),
        (ProgressState.InProcess, "in_process"), (ProgressState.Stalled, "stalled"), (ProgressState.EndedInPart, "ended_in_part"),
        (ProgressState.Complied, "complied"), (ProgressState.Withdrawn, "withdrawn"),
    ];

    private static readonly (HoldUpCause Cause, string Reason)[] Stalls =
    [
        (HoldUpCause.PaperLost, "paper_lost"), (HoldUpCause.Unseen, "paper_unseen"),
        (HoldUpCause.LaidAside, "assignment_laid_aside"), (HoldUpCause.Ignored, "assignment_ignored"),
        (HoldUpCause.RelayLaidAside, "relay_laid_aside"), (HoldUpCause.RelayIgnored, "relay_ignored"),
    ];

    public static TheoryData<string> Scenarios =>
    [
        "bac-kan-570", "document-flood", "vertical-lines", "working-group", "mechanisms/inflation", "mechanisms/deadlines",
        "mechanisms/reminders", "mechanisms/daily-report", "mechanisms/content-loss", "mechanisms/unseen-papers",
        "mechanisms/multitasking", "mechanisms/update-in-flight", "mechanisms/stalled-relay", "mechanisms/laid-aside",
        "mechanisms/local-additions", "mechanisms/slow-district", "mechanisms/retries",
    ];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Coverage_assignments_and_knowledge_are_those_of_the_measures_at_every_moment(string scenario)
    {
        var told = runs.Of(scenario);
        var (trace, model, until) = (told.Run.Trace, told.Run.Played.Model, told.Run.Played.Until);
        var progress = ProgressReader.Read(trace);
        for (var root = 0; root < model.Directives.Count; root++)
        {
            var directive = model.Directives[root];
            var id = ("directive", directive.Source.Id);
            var curves = CoverageCurve.By(trace, root, progress[root], Grouping.Level);
            var states = AssignmentStatesOverTime.Read(trace, root, Grouping.Level, until);
            var known = CoverageCurve.Known(trace, root, until);
            foreach (var at in told.Moments(directive.Issued))
            {
                foreach (var curve in curves)
                {
                    var (step, level) = (curve.At(at), ("level", curve.Name));
                    Assert.Equal(curve.Addressed, Bodies("addressed"));
                    Assert.Equal(step.Reached, Bodies("reached"));
                    Assert.Equal(step.Registered, Bodies("registered"));
                    Assert.Equal(step.Complied, Bodies("complied"));
                    Assert.Equal(step.Reported, Bodies("reported"));
                    Assert.Equal(step.Content / 1e6 / curve.Addressed, told.At(at, "simulator_run_content_ratio", id, level)!.Value, 9);

                    double? Bodies(string milestone) => told.At(at, "simulator_run_bodies", id, level, ("milestone", milestone));
                }

                foreach (var of in states)
                {
                    var (counts, level) = (of.At(at), ("level", of.Name));
                    Assert.Equal(
                        counts,
                        new StateCounts(State("done_on_time"), State("done_late"), State("in_term"), State("overdue")));

                    int State(string state) =>
                        (int)Present(told.At(at, "simulator_run_assignments", id, level, ("state", state)), $"{state} of {level}");
                }

                var knew = known.Last(step => step.At <= at);
                Assert.Equal(
                    (knew.Bodies, (double)knew.Complied),
                    (told.At(at, "simulator_run_issuer_known_bodies", id, ("figure", "counted")),
                    told.At(at, "simulator_run_issuer_known_bodies", id, ("figure", "complied"))));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void States_stalls_reports_and_counters_are_those_of_the_measures_at_every_moment(string scenario)
    {
        var told = runs.Of(scenario);
        var (trace, model) = (told.Run.Trace, told.Run.Played.Model);
        foreach (var at in told.Moments(0))
        {
            var progress = ProgressReader.Read(trace, at);
            var reports = ReportReader.Read(trace, at);
            var measures = DirectiveMeasures.Of(trace, progress);
            Assert.Equal(told.Run.Played.Entries.Count(entry => entry.Tick <= at), told.At(at, "simulator_run_journal_entries_total"));
            Assert.Equal(Waited(told, at), told.At(at, "simulator_run_waited_seconds_total") ?? 0); // of no directive there is no series
            foreach (var root in Enumerable.Range(0, model.Directives.Count).Where(root => model.Directives[root].Issued <= at))
            {
                var directive = model.Directives[root];
                var id = ("directive", directive.Source.Id);
                var due = directive.Source.Assignments.Min(each => each.Due?.Value);
                Assert.Equal(told.Begins + (60.0 * directive.Issued), told.At(at, "simulator_run_directive_issued_timestamp_seconds", id));
                Assert.Equal(told.Begins + (60.0 * due), told.At(at, "simulator_run_directive_due_timestamp_seconds", id));
                Assert.Equal(measures[root].RemindersSent, told.At(at, "simulator_run_reminders_total", id));
                Assert.Equal(measures[root].Inspected, told.At(at, "simulator_run_inspections_total", id));
                foreach (var level in directive.Reach.GroupBy(body => model.Source.Levels[model.FactsOf(body).Level]))
                {
                    var reached = level.Select(body => progress[root].GetValueOrDefault(body)).ToList();
                    Assert.Equal(
                        reached.Count(each => each?.IssuedAt >= 0),
                        told.At(at, "simulator_run_bodies", id, ("level", level.Key), ("milestone", "relayed")));
                    foreach (var (state, key) in States)
                    {
                        Assert.Equal(
                            reached.Count(each => (each?.State ?? ProgressState.NotReached) == state),
                            told.At(at, "simulator_run_bodies_by_state", id, ("level", level.Key), ("state", key)));
                    }
                }

                var holdUps = HoldUp.Of(trace, root, progress[root], at);
                foreach (var (cause, reason) in Stalls)
                {
                    Assert.Equal(
                        holdUps.Where(each => each.Cause == cause).Sum(each => each.Count),
                        told.At(at, "simulator_run_open_stalls", id, ("reason", reason)));
                }

                foreach (var level in LevelReports.Of(model, root, reports[root], progress[root], at))
                {
                    Assert.Equal(
                        (level.Counted, level.Known, (double)level.Claimed), (Told("counted"), Told("known"), Told("claimed")));

                    double? Told(string figure) =>
                        told.At(at, "simulator_run_report_bodies", id, ("level", level.Level), ("figure", figure));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Delays_are_those_of_the_measures_at_every_moment(string scenario)
    {
        var told = runs.Of(scenario);
        var model = told.Run.Played.Model;
        foreach (var at in told.Moments(0))
        {
            var delays = new DelayReader(told.Run.Trace, ProgressReader.Read(told.Run.Trace, at));
            foreach (var root in Enumerable.Range(0, model.Directives.Count).Where(root => model.Directives[root].Issued <= at))
            {
                foreach (var group in delays.By([root], Grouping.Level))
                {
                    foreach (var times in group.Times)
                    {
                        (string, string)[] labels =
                        [
                            ("directive", model.Directives[root].Source.Id), ("level", group.Name),
                            ("until", times.To.ToString().ToLowerInvariant()),
                        ];
                        foreach (var (quantile, basisPoints) in Quantiles)
                        {
                            var expected = times.To == TimeTo.Relay ? null : times.Elapsed.Quantile(basisPoints) * 60;
                            var value = told.At(at, "simulator_run_delay_quantile_seconds", [.. labels, ("quantile", quantile)]);
                            Assert.Equal(expected is null, value is null);
                            Assert.Equal(expected ?? 0, value ?? 0, 6);
                        }

                        Assert.Equal(times.Elapsed.Happened, told.At(at, "simulator_run_delay_seconds_count", labels));
                        Assert.Equal(
                            times.Elapsed.Minutes.Count(minutes => minutes <= 3 * 1440),
                            told.At(at, "simulator_run_delay_seconds_bucket", [.. labels, ("le", "259200.0")]));
                    }
                }
            }
        }
    }

    [Fact]
    public void What_lies_at_desks_is_what_had_begun_and_not_ended_of_the_steps_that_end()
    {
        var told = runs.Of("document-flood");
        var trace = told.Run.Trace;
        foreach (var at in told.Moments(told.Run.Played.Model.Directives[0].Issued))
        {
            var steps = told.Run.Played.Entries
                .Where(entry => entry.Kind == EntryKind.StepEnded && trace.TryCause(entry, out var cause)
                    && cause.Tick <= at && entry.Tick > at && trace.Model.PostOf(trace.BodyOf(entry), entry.Step) is not null)
                .ToList();
            Assert.Equal(steps.Count(entry => entry.Started > at), told.At(at, "simulator_run_backlog_steps", ("state", "waiting")));
            Assert.Equal(steps.Count(entry => entry.Started <= at), told.At(at, "simulator_run_backlog_steps", ("state", "in_hand")));
        }
    }

    [Fact]
    public void Families_say_what_they_are_and_the_same_run_is_the_same_text()
    {
        using var run = new StoredRun(ShippedRun.Base("mechanisms/reminders"));
        var writer = new StringWriter();
        var summary = ToldRun.Write(run, writer, new RunMetricsOptions { Run = "a\"b\\c\nd", Every = 60 });
        var text = new MetricText(writer.ToString());
        Assert.Equal(MetricFamily.All.Select(family => family.Name), text.Families);
        Assert.Equal((text.Families.Count, text.Series.Count, text.Samples), (summary.Families, summary.Series, summary.Samples));
        Assert.All(text.Series.Keys, key => Assert.Contains(@"run=""a\""b\\c\nd"",scenario=""", key, StringComparison.Ordinal));
        var again = new StringWriter();
        ToldRun.Write(run, again, new RunMetricsOptions { Run = "a\"b\\c\nd", Every = 60 });
        Assert.Equal(writer.ToString(), again.ToString());
        Assert.All(MetricFamily.All, family => Assert.Matches(@"^[A-Z].*\.$", family.Help));
    }

    [Fact]
    public void Samples_stand_at_whole_steps_of_civil_time_and_at_both_ends()
    {
        using var run = new StoredRun(ShippedRun.Base("bac-kan-570"));
        var writer = new StringWriter();
        var summary = ToldRun.Write(run, writer, new RunMetricsOptions { Run = "r", Every = 360, Begins = 1_000_000_020 });
        var info = new MetricText(writer.ToString()).Series.Single(each => each.Key.StartsWith("simulator_run_info", StringComparison.Ordinal));
        Assert.Equal(1_000_000_020, info.Value.Keys[0]);
        Assert.Equal(summary.Ends, info.Value.Keys[^1]);
        Assert.Equal(1_000_000_020 + (60L * run.Played.Until), summary.Ends);
        Assert.All(info.Value.Keys.Skip(1).SkipLast(1), seconds => Assert.Equal(0, seconds % 21_600));
        Assert.Contains("simulator_run_directive_issued_timestamp_seconds{", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains($"directive=\"telegram\"}} {1_000_000_020 + (60 * 540)} ", writer.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, 60)]
    [InlineData(60, 120)]
    [InlineData(727, 1440)]
    [InlineData(7270, 1440)]
    public void Long_runs_are_looked_at_less_often_unless_it_is_asked_for(int days, int minutes) =>
        Assert.Equal(minutes, RunMetricsOptions.UsualEvery(days * 1440));

    /// <summary>Seconds of all waits that have ended by a tick.</summary>
    private static double Waited(ToldRun told, int at) => 60.0 * told.Run.Number(
        $"SELECT coalesce(sum(w.minutes), 0) FROM wait w JOIN entry e ON e.id = w.entry WHERE e.root IS NOT NULL AND e.at <= {at}");

    private static double Present(double? value, string what)
    {
        Assert.True(value is not null, $"There is no series of {what}.");
        return value.Value;
    }
}
