using Simulator.Analysis.Exports;
using Simulator.Analysis.Exports.OpenMetrics;
using Simulator.Analysis.Measures;
using Simulator.Analysis.Measures.Coverage;
using Simulator.Analysis.Measures.Delays;
using Simulator.Kernel.Journal;
using Simulator.Tests.Analysis.Store;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Exports.OpenMetrics;

/// <summary>A run as metrics: at any moment they are what the measures of the same moment are.</summary>
public sealed class RunMetricsTests
{
    public static TheoryData<string> Scenarios =>
    [
        "bac-kan-570", "document-flood", "vertical-lines", "working-group", "mechanisms/inflation", "mechanisms/deadlines",
        "mechanisms/reminders", "mechanisms/daily-report", "mechanisms/content-loss", "mechanisms/unseen-papers",
        "mechanisms/multitasking", "mechanisms/update-in-flight", "mechanisms/stalled-relay", "mechanisms/laid-aside",
        "mechanisms/local-additions", "mechanisms/slow-district", "mechanisms/retries",
    ];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Coverage_states_and_knowledge_are_those_of_the_measures_at_every_moment(string scenario)
    {
        using var run = new StoredRun(ShippedRun.Base(scenario));
        var (text, begins) = Text(run);
        var progress = ProgressReader.Read(run.Trace);
        for (var root = 0; root < run.Played.Model.Directives.Count; root++)
        {
            var directive = run.Played.Model.Directives[root];
            var id = ("directive", directive.Source.Id);
            var curves = CoverageCurve.By(run.Trace, root, progress[root], Grouping.Level);
            var states = AssignmentStatesOverTime.Read(run.Trace, root, Grouping.Level, run.Played.Until);
            var known = CoverageCurve.Known(run.Trace, root, run.Played.Until);
            foreach (var at in Moments(text, begins, directive.Issued))
            {
                foreach (var curve in curves)
                {
                    var (step, level) = (curve.At(at), ("level", curve.Name));
                    Assert.Equal(curve.Addressed, Bodies("addressed"));
                    Assert.Equal(step.Reached, Bodies("reached"));
                    Assert.Equal(step.Registered, Bodies("registered"));
                    Assert.Equal(step.Complied, Bodies("complied"));
                    Assert.Equal(step.Reported, Bodies("reported"));
                    Assert.Equal(step.Reached, text.At(Seconds(at), "simulator_run_delay_seconds_count", id, level, ("until", "reach")));
                    Assert.Equal(
                        step.Content / 1e6 / curve.Addressed, text.At(Seconds(at), "simulator_run_content_ratio", id, level)!.Value, 9);
                    Assert.Equal(curve.Addressed, text.At(Seconds(at), "simulator_run_bodies_by_state", id, level));

                    double? Bodies(string milestone) =>
                        text.At(Seconds(at), "simulator_run_bodies", id, level, ("milestone", milestone));
                }

                foreach (var of in states)
                {
                    var (counts, level) = (of.At(at), ("level", of.Name));
                    Assert.Equal(
                        counts,
                        new StateCounts(State("done_on_time"), State("done_late"), State("in_term"), State("overdue")));

                    int State(string state) => (int)(
                        text.At(Seconds(at), "simulator_run_assignments", id, level, ("state", state)) ?? 0);
                }

                var knew = known.Last(step => step.At <= at);
                Assert.Equal(
                    (knew.Bodies, (double)knew.Complied),
                    (text.At(Seconds(at), "simulator_run_issuer_known_bodies", id, ("figure", "counted")),
                    text.At(Seconds(at), "simulator_run_issuer_known_bodies", id, ("figure", "complied"))));
            }
        }

        long Seconds(int tick) => begins + (60L * tick);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Stalls_reports_delays_and_counters_are_those_of_the_measures(string scenario)
    {
        using var run = new StoredRun(ShippedRun.Base(scenario));
        var (text, begins) = Text(run);
        var model = run.Played.Model;
        foreach (var at in Moments(text, begins, 0))
        {
            var seconds = begins + (60L * at);
            var progress = ProgressReader.Read(run.Trace, at);
            var reports = ReportReader.Read(run.Trace, at);
            Assert.Equal(
                run.Played.Entries.Count(entry => entry.Tick <= at),
                text.At(seconds, "simulator_run_journal_entries_total"));
            for (var root = 0; root < model.Directives.Count; root++)
            {
                var id = ("directive", model.Directives[root].Source.Id);
                if (at < model.Directives[root].Issued)
                {
                    continue;
                }

                var measures = DirectiveMeasures.Of(run.Trace, progress)[root];
                Assert.Equal(measures.RemindersSent, text.At(seconds, "simulator_run_reminders_total", id));
                Assert.Equal(measures.Inspected, text.At(seconds, "simulator_run_inspections_total", id));
                var holdUps = HoldUp.Of(run.Trace, root, progress[root], at);
                Assert.Equal(Held(HoldUpCause.LaidAside), Stalls("assignment_laid_aside"));
                Assert.Equal(Held(HoldUpCause.Ignored), Stalls("assignment_ignored"));
                Assert.Equal(Held(HoldUpCause.RelayLaidAside), Stalls("relay_laid_aside"));
                Assert.Equal(Held(HoldUpCause.RelayIgnored), Stalls("relay_ignored"));
                Assert.Equal(Held(HoldUpCause.PaperLost), Stalls("paper_lost"));
                foreach (var level in LevelReports.Of(model, root, reports[root], progress[root], at))
                {
                    Assert.Equal(
                        (level.Counted, level.Known, (double)level.Claimed),
                        (Told("counted"), Told("known"), Told("claimed")));

                    double? Told(string figure) =>
                        text.At(seconds, "simulator_run_report_bodies", id, ("level", level.Level), ("figure", figure));
                }

                foreach (var group in new DelayReader(run.Trace, progress).By([root], Grouping.Level))
                {
                    foreach (var times in group.Times.Where(each => each.To != TimeTo.Relay))
                    {
                        var labels = new[] { id, ("level", group.Name), ("until", times.To.ToString().ToLowerInvariant()) };
                        var median = text.At(seconds, "simulator_run_delay_quantile_seconds", [.. labels, ("quantile", "0.5")]);
                        Assert.Equal(times.Elapsed.Quantile(5_000) * 60, median);
                        Assert.Equal(times.Elapsed.Happened, text.At(seconds, "simulator_run_delay_seconds_count", labels));
                        Assert.Equal(
                            times.Elapsed.Minutes.Count(minutes => minutes <= 3 * 1440),
                            text.At(seconds, "simulator_run_delay_seconds_bucket", [.. labels, ("le", "259200.0")]));
                    }
                }

                int Held(HoldUpCause cause) => holdUps.Where(each => each.Cause == cause).Sum(each => each.Count);
                int Stalls(string reason) => (int)(text.At(seconds, "simulator_run_open_stalls", id, ("reason", reason)) ?? 0);
            }
        }
    }

    [Fact]
    public void What_lies_at_desks_is_what_had_begun_and_not_ended_of_the_steps_that_end()
    {
        using var run = new StoredRun(ShippedRun.Base("document-flood"));
        var (text, begins) = Text(run);
        foreach (var at in Moments(text, begins, run.Played.Model.Directives[0].Issued))
        {
            var steps = run.Played.Entries
                .Where(entry => entry.Kind == EntryKind.StepEnded && run.Trace.TryCause(entry, out var cause)
                    && cause.Tick <= at && entry.Tick > at && run.Trace.Model.PostOf(run.Trace.BodyOf(entry), entry.Step) is not null)
                .ToList();
            Assert.Equal(steps.Count(entry => entry.Started > at), text.At(begins + (60L * at), "simulator_run_backlog_steps", ("state", "waiting")));
            Assert.Equal(steps.Count(entry => entry.Started <= at), text.At(begins + (60L * at), "simulator_run_backlog_steps", ("state", "in_hand")));
        }
    }

    [Fact]
    public void The_minutes_of_all_waits_are_in_their_counter()
    {
        using var run = new StoredRun(ShippedRun.Base("bac-kan-570"));
        var (text, begins) = Text(run);
        Assert.Equal(
            60.0 * run.Number("SELECT sum(w.minutes) FROM wait w JOIN entry e ON e.id = w.entry WHERE e.root IS NOT NULL"),
            text.At(begins + (60L * run.Played.Until), "simulator_run_waited_seconds_total"));
    }

    [Fact]
    public void Families_say_what_they_are_and_the_same_run_is_the_same_text()
    {
        using var run = new StoredRun(ShippedRun.Base("mechanisms/reminders"));
        var writer = new StringWriter();
        var summary = Write(run, writer, new RunMetricsOptions { Run = "a\"b\\c\nd", Every = 60 });
        var text = new MetricText(writer.ToString());
        Assert.Equal(MetricFamily.All.Select(family => family.Name), text.Families);
        Assert.Equal((text.Families.Count, text.Series.Count, text.Samples), (summary.Families, summary.Series, summary.Samples));
        Assert.All(text.Series.Keys, key => Assert.Contains(@"run=""a\""b\\c\nd"",scenario=""", key, StringComparison.Ordinal));
        var again = new StringWriter();
        Write(run, again, new RunMetricsOptions { Run = "a\"b\\c\nd", Every = 60 });
        Assert.Equal(writer.ToString(), again.ToString());
        Assert.All(MetricFamily.All, family => Assert.Matches(@"^[A-Z].*\.$", family.Help));
    }

    [Fact]
    public void Samples_stand_at_whole_steps_of_civil_time_and_at_both_ends()
    {
        using var run = new StoredRun(ShippedRun.Base("bac-kan-570"));
        var writer = new StringWriter();
        var summary = Write(run, writer, new RunMetricsOptions { Run = "r", Every = 360, Begins = 1_000_000_020 });
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

    private static RunMetricsSummary Write(StoredRun run, StringWriter text, RunMetricsOptions options)
    {
        using var source = ExportSource.Open(run.Folder, TestContext.Current.CancellationToken);
        return RunMetrics.Write(source, text, options);
    }

    private static (MetricText Text, long Begins) Text(StoredRun run)
    {
        var writer = new StringWriter();
        var summary = Write(run, writer, new RunMetricsOptions { Run = "run", Every = run.Played.Until > 200 * 1440 ? 7 * 1440 : 480 });
        return (new MetricText(writer.ToString()), summary.Begins);
    }

    /// <summary>Some ticks at which there are samples: of the issue, of the end and between them.</summary>
    private static IEnumerable<int> Moments(MetricText text, long begins, int issued)
    {
        var all = text.Series.First(each => each.Key.StartsWith("simulator_run_info", StringComparison.Ordinal)).Value.Keys
            .Select(seconds => (int)((seconds - begins) / 60)).Where(tick => tick > issued).ToList();
        return all.Where((_, place) => place % ((all.Count / 12) + 1) == 0).Prepend(issued).Append(all[^1]).Distinct();
    }
}
