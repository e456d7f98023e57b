using Simulator.Analysis.Measures;
using Simulator.Analysis.Measures.Delays;
using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Engine;
using Simulator.Scenarios;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Analysis.Measures.Delays;

/// <summary>Goals on times, of a province with two districts and twenty-four communes that lay things aside.</summary>
public sealed class TimeGoalTests
{
    private const string Often = "\n    every: 4d\n    times: 5";

    /// <summary>Quantiles of all addressed bodies, those that never comply included, are those of the table.</summary>
    [Theory]
    [InlineData("p50", false, false)]
    [InlineData("p10 own", true, false)]
    [InlineData("p75 in-hours", false, true)]
    [InlineData("p33.3 in-hours own", true, true)]
    public void The_answer_is_the_quantile_of_the_table(string words, bool isOwn, bool inHours)
    {
        var (played, answers) = Answers($"time-to-comply(level commune) {words} <= {(inHours ? "40wh" : "6d")}", "");
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var commune = new DelayReader(trace, ProgressReader.Read(trace)).By([0], Grouping.Level).Single(each => each.Name == "commune");
        var sample = commune.Times[(int)TimeTo.Comply].Of(isOwn, inHours);
        var answer = Assert.Single(answers);
        Assert.Equal((24, 24), (sample.Bodies, answer.Among));
        Assert.Equal(sample.Quantile(answer.Goal.BasisPoints), answer.Minutes);
        Assert.InRange(answer.Minutes!.Value, 1, 30 * 1440);
        var limit = answer.Goal.Time!.Span.Minutes;
        Assert.Equal(sample.Minutes.Count(minutes => minutes <= limit), answer.InState);
        Assert.Equal(answer.Minutes <= limit, answer.IsMet);
    }

    /// <summary>Until a moment by which half of the communes have not complied, the median is not known, and no limit is kept.</summary>
    [Fact]
    public void A_quantile_that_is_not_reached_counts_as_never()
    {
        var limit = Assert.Single(Answers("time-to-comply(level commune) p50 <= 20d at 2021-03-01T12:00", "").Answers);
        Assert.Equal((null, false, 24, 0), (limit.Minutes, limit.IsMet, limit.Among, limit.InState));
        Assert.True(Assert.Single(Answers("time-to-comply(level commune) p50 >= 20d at 2021-03-01T12:00", "").Answers).IsMet);
    }

    [Fact]
    public void A_time_and_the_share_within_it_say_the_same()
    {
        foreach (var minutes in (int[])[600, 3000, 6000, 9000, 14000])
        {
            var time = Assert.Single(Answers($"time-to-comply(level commune) p100 <= {minutes}m", "").Answers);
            var share = Assert.Single(Answers($"complied(level commune) >= 100% within {minutes}m", "").Answers);
            Assert.Equal((share.IsMet, share.InState, share.Share), (time.IsMet, time.InState, time.Share));
        }
    }

    [Fact]
    public void Of_several_directives_together_every_body_counts_once_for_each()
    {
        var each = Answers("time-to-register(level commune) p90 in-hours <= 12wh", Often).Answers;
        var all = Assert.Single(Answers("of markets time-to-register(level commune) p90 in-hours <= 12wh", Often).Answers);
        Assert.Equal((5, 5 * 24, each.Sum(one => one.InState)), (each.Count, all.Among, all.InState));
        Assert.True(all.IsTogether && all.Asked == 5 && all.LeftOut == 0);
        Assert.InRange(all.Minutes!.Value, each.Min(one => one.Minutes)!.Value, each.Max(one => one.Minutes)!.Value);
    }

    [Fact]
    public void Only_those_who_relay_are_asked_when_they_do() =>
        Assert.Equal(2, Assert.Single(Answers("time-to-relay(all) p100 <= 3d", "").Answers).Among);

    /// <summary>A quantile that is not reached has no number, and is counted as missing by whoever sums up replications.</summary>
    [Fact]
    public void Its_outcomes_are_the_quantile_the_share_and_whether_it_is_met()
    {
        Assert.Equal(
            [("time-to-comply(all) p50 <= 6d: days", OutcomeUnit.Days, true), ("time-to-comply(all) p50 <= 6d: share", OutcomeUnit.Share, true),
                ("time-to-comply(all) p50 <= 6d: met", OutcomeUnit.YesOrNo, true)],
            Outcomes("time-to-comply(all) p50 <= 6d"));
        Assert.Equal([("time-to-comply(all) p100: ", OutcomeUnit.Hours, false)],
            Outcomes("time-to-comply(all) p100 in-hours >= 0wm").Select(each =>
                (each.Name.Replace("in-hours", ": ", StringComparison.Ordinal).Replace(" : ", ": ", StringComparison.Ordinal), each.Unit, each.IsThere)));
    }

    private static IEnumerable<(string Name, OutcomeUnit Unit, bool IsThere)> Outcomes(string goal)
    {
        var (played, _) = Answers(goal, "");
        var reduction = OutcomeReducer.Instance.Begin(played.Model);
        var row = reduction.Row(InProcessEngine.Run(played.Model, played.Options, reduction));
        return OutcomeTable.Of(played.Model).Zip(row).Where(each => each.First.Name.StartsWith("time-", StringComparison.Ordinal))
            .Select(each => (each.First.Name, each.First.Unit, !double.IsNaN(each.Second)));
    }

    private static (Played Played, IReadOnlyList<GoalAnswer> Answers) Answers(string goal, string often)
    {
        var text = File.ReadAllText(Path.Combine(ShippedScenarios.Folder, "mechanisms", "laid-aside.yaml"))
            .Replace("complied(level commune) >= 80% within 9d", goal, StringComparison.Ordinal)
            .Replace("issued: 2021-03-01T09:00", "issued: 2021-03-01T09:00" + often, StringComparison.Ordinal);
        var loaded = ScenarioLoader.LoadText(text, "laid-aside.yaml");
        Assert.True(loaded.Model is not null, string.Join('\n', loaded.Problems));
        var played = Played.Of(loaded.Model, new RunOptions { Seed = loaded.Seed });
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        return (played, [.. GoalAnswer.Of(trace, ProgressReader.Read(trace)).Where(each => each.Goal == played.Model.Source.Goals[0])]);
    }
}
