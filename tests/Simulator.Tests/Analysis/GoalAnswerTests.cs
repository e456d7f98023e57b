using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Time;
using Simulator.Scenarios;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Analysis;

public sealed class GoalAnswerTests
{
    [Fact]
    public void A_limit_is_kept_until_one_more_than_it_allows_gets_there()
    {
        var moments = Answer("registered(level commune) >= 100%");
        var half = Answer("registered(level commune) >= 50%");
        var limit = Answer("registered(level commune) <= 50%");
        Assert.Equal((24, 24), (moments.Among, moments.InState));
        Assert.True(moments.IsMet && half.IsMet && !limit.IsMet);
        Assert.InRange(limit.ReachedAt, half.ReachedAt, moments.ReachedAt);
        Assert.True(Answer("registered(level commune) <= 50% within 1h").IsMet);
        Assert.True(Answer("registered(level commune) <= 100%").IsMet);
    }

    [Fact]
    public void The_share_is_that_of_the_time_allowed()
    {
        Assert.Equal(1.0, Answer("registered(level commune) >= 1%").Share);
        Assert.Equal(0.0, Answer("registered(level commune) >= 1% within 1m").Share);
    }

    [Fact]
    public void At_a_moment_is_as_within_the_time_until_then()
    {
        var at = Answer("registered(level commune) >= 1% at 2021-03-02T12:00");
        var within = Answer("registered(level commune) >= 1% within 27h");
        Assert.InRange(at.InState, 1, 23);
        Assert.Equal((within.InState, within.Among, within.ReachedAt), (at.InState, at.Among, at.ReachedAt));
    }

    /// <summary>Of those issued again and again each counts by its own time, and only what is issued by the moment asked about.</summary>
    [Fact]
    public void Directives_that_are_written_as_one_are_counted_together()
    {
        const string Often = "\n    every: 4d\n    times: 5";
        string[] goals =
        [
            "registered(level commune) >= 40%", "overdue(level commune) <= 40% within 6d", "in-term(all) <= 1% at 2021-03-09",
        ];
        foreach (var goal in goals)
        {
            var each = Answers(goal, Often);
            var all = Assert.Single(Answers("of markets " + goal, Often));
            Assert.Equal(goal.EndsWith("03-09", StringComparison.Ordinal) ? 3 : 5, each.Count);
            Assert.Equal((each.Sum(one => one.Among), each.Sum(one => one.InState), -1), (all.Among, all.InState, all.ReachedAt));
            Assert.True(all.IsTogether && !each[0].IsTogether);
            var wanted = all.Goal.BasisPoints / 10_000.0;
            Assert.Equal(all.Goal.AtMost ? all.Share <= wanted : all.Share >= wanted, all.IsMet);
        }
    }

    /// <summary>Five, four days apart from 1 March on: the first is issued in the warm-up, the last in the cool-down.</summary>
    [Fact]
    public void Of_a_series_those_count_that_are_issued_between_warm_up_and_cool_down()
    {
        const string Often = "\n    every: 4d\n    times: 5";
        var window = new SeriesWindow(TickSpan.FromDays(3), TickSpan.FromDays(15));
        foreach (var goal in new[] { "registered(level commune) >= 40%", "overdue(level commune) <= 40% within 6d" })
        {
            var each = Answers(goal, Often, window);
            Assert.Equal((5, 0), (each.Count, each.Sum(one => one.LeftOut)));
            var all = Assert.Single(Answers("of markets " + goal, Often, window));
            var counted = each.OrderBy(one => one.Directive.Issued).Skip(1).SkipLast(1).ToList();
            Assert.Equal((counted.Sum(one => one.Among), counted.Sum(one => one.InState)), (all.Among, all.InState));
            Assert.Equal((5, 2), (all.Asked, all.LeftOut));
            Assert.Equal((1, 0), (Answers("of markets-1 " + goal, Often, window)[0].Asked, each[0].LeftOut));
        }
    }

    /// <summary>Three are issued by the end of 9 March, at which the goal looks: the first and the last do not count.</summary>
    [Fact]
    public void The_cool_down_of_a_goal_at_a_moment_is_before_that_moment()
    {
        var window = new SeriesWindow(TickSpan.FromDays(3), TickSpan.FromDays(2));
        var all = Assert.Single(Answers("of markets in-term(all) <= 1% at 2021-03-09", "\n    every: 4d\n    times: 5", window));
        Assert.Equal((3, 2), (all.Asked, all.LeftOut));
    }

    /// <summary>Of a run that is ended early, what was not issued is neither counted nor left out.</summary>
    [Fact]
    public void What_a_series_has_not_issued_yet_is_not_asked_about()
    {
        var all = Assert.Single(Answers(
            "of markets registered(level commune) >= 40%", "\n    every: 4d\n    times: 5", until: TickSpan.FromDays(6)));
        Assert.Equal((2, 0, 48), (all.Asked, all.LeftOut, all.Among));
    }

    private static GoalAnswer Answer(string goal) => Answers(goal, "")[0];

    private static IReadOnlyList<GoalAnswer> Answers(
        string goal, string often, SeriesWindow window = default, TickSpan? until = null)
    {
        var text = File.ReadAllText(Path.Combine(ShippedScenarios.Folder, "mechanisms", "laid-aside.yaml"))
            .Replace("complied(level commune) >= 80% within 9d", goal, StringComparison.Ordinal)
            .Replace("issued: 2021-03-01T09:00", "issued: 2021-03-01T09:00" + often, StringComparison.Ordinal)
            .Replace("takes: pert 2wh 1wd 2wd", "due: 4d\n        takes: pert 2wh 1wd 2wd", StringComparison.Ordinal);
        var loaded = ScenarioLoader.LoadText(text, "laid-aside.yaml");
        Assert.True(loaded.Model is not null, string.Join('\n', loaded.Problems));
        var options = new RunOptions { Seed = loaded.Seed, Until = until is { } end ? new Tick(end.Minutes) : null };
        var played = Played.Of(loaded.Model with { Window = window }, options);
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        return
        [
            .. GoalAnswer.Of(trace, ProgressReader.Read(trace), until?.Minutes)
                .Where(answer => answer.Goal == played.Model.Source.Goals[0]),
        ];
    }
}
