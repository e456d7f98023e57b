using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Directives;

namespace Simulator.Tests.Scenarios.Directives;

public sealed class TimeGoalTextTests
{
    [Theory]
    [InlineData("time-to-register(level commune) p90 <= 3d", GoalMeasure.TimeToRegister, 9000, false, false, true)]
    [InlineData("time-to-reach(all) p50 own <= 90m", GoalMeasure.TimeToReach, 5000, true, false, true)]
    [InlineData("of d1 time-to-comply(kind x) p99.5 in-hours <= 16wh", GoalMeasure.TimeToComply, 9950, false, true, true)]
    [InlineData("time-to-report(all) p100 in-hours own >= 1wd", GoalMeasure.TimeToReport, 10_000, true, true, false)]
    [InlineData("time-to-relay(all) p10 own in-hours <= 30wm at 2021-05-10", GoalMeasure.TimeToRelay, 1000, true, true, true)]
    public void A_goal_can_limit_a_quantile_of_a_time(
        string text, GoalMeasure measure, int share, bool isOwn, bool inHours, bool atMost)
    {
        var (goal, problem) = GoalText.Parse(text);
        Assert.Null(problem);
        Assert.Equal((measure, share, atMost), (goal!.Measure, goal.BasisPoints, goal.AtMost));
        Assert.Equal((share, isOwn, inHours), (goal.Time!.BasisPoints, goal.Time.IsOwn, goal.Time.InHours));
        Assert.Equal(text.StartsWith("of d1", StringComparison.Ordinal) ? "d1" : null, goal.Directive);
        Assert.Equal(text.Contains(" at ", StringComparison.Ordinal), goal.At is not null);
    }

    [Theory]
    [InlineData("time-to-register(level commune) <= 3d", "say of which share of the bodies")]
    [InlineData("time-to-register(level commune) >= 95%", "say of which share of the bodies")]
    [InlineData("time-to-register(level commune) 90 <= 3d", "'90' is no quantile; write p90")]
    [InlineData("time-to-register(level commune) p101 <= 3d", "'p101' is no quantile")]
    [InlineData("time-to-register(level commune) p90 in-hour <= 3d", "Did you mean 'in-hours'?")]
    [InlineData("time-to-register(level commune) p90 own own <= 3d", "says something twice")]
    [InlineData("time-to-register(level commune) p90 <= 16wh", "write in-hours behind the quantile")]
    [InlineData("time-to-register(level commune) p90 in-hours <= 3d", "in-hours counts working time")]
    [InlineData("time-to-register(level commune) p90 <= 95%", "is not a length of time")]
    [InlineData("time-to-register(level commune) p90 <= 3d within 4d", "no 'within'")]
    [InlineData("time-to-register(level commune) p90 <= 3d at noon", "noon")]
    [InlineData("registered(level commune) p90 <= 3d", "'registered' is a share")]
    [InlineData("time-to-regster(level commune) p90 <= 3d", "Did you mean 'time-to-register'?")]
    [InlineData("time-to-register p90 <= 3d", "is no goal")]
    public void Anything_else_is_told_why(string text, string why) =>
        Assert.Contains(why, GoalText.Problem(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("time-to-register(level commune) p90", "time-to-register(level commune) p90 >= 0m")]
    [InlineData("of d1 time-to-comply(all) p50 own in-hours at 2021-05-10", "of d1 time-to-comply(all) p50 own in-hours >= 0wm at 2021-05-10")]
    public void Asked_for_as_a_measure_it_is_a_goal_that_wants_nothing(string measure, string goal)
    {
        Assert.Equal((goal, null), GoalText.OfMeasure(measure));
        Assert.Null(GoalText.Problem(goal));
    }

    [Theory]
    [InlineData("time-to-register(level commune)", "say of which share")]
    [InlineData("time-to-register(level commune) p90 within 3d", "no 'within'")]
    [InlineData("time-to-register(level commune) p90 <= 3d", "a measure has no")]
    public void A_measure_that_is_none_is_told_why(string text, string why) =>
        Assert.Contains(why, GoalText.MeasureProblem(text), StringComparison.Ordinal);

    [Fact]
    public void A_condition_can_be_about_a_time()
    {
        var (condition, problem) = ConditionText.Parse("of d1 time-to-comply(level commune) p90 own in-hours > 16wh");
        Assert.Null(problem);
        Assert.Equal(
            (GoalMeasure.TimeToComply, "d1", Comparison.Above, 9000, true, true),
            (condition!.Measure, condition.Directive, condition.Comparison, condition.BasisPoints, condition.Time!.IsOwn,
                condition.Time.InHours));
    }

    [Theory]
    [InlineData("time-to-register(level commune) p90 > 3d within 5d", "has 'within', and a condition is looked at minute by minute")]
    [InlineData("time-to-register(level commune) p90 > 3d at 2021-05-10", "has 'at'")]
    [InlineData("time-to-register(level commune) > 3d", "say of which share")]
    [InlineData("time-to-register(level commune) p90 > 3wd", "write in-hours behind the quantile")]
    [InlineData("time-to-register(level commune) p90 ownn > 3d", "Did you mean 'own'?")]
    [InlineData("registered(level commune) p90 > 3d", "'registered' is a share")]
    public void A_condition_on_a_time_that_is_none_is_told_why(string text, string why) =>
        Assert.Contains(why, ConditionText.Problem(text), StringComparison.Ordinal);

    /// <summary>The commune's staff works eight hours a day.</summary>
    [Fact]
    public void A_working_day_is_that_of_those_who_are_asked_about()
    {
        var goal = Assert.Single(Sample.Sound(Sample.With(
            "registered(level commune) >= 95% within 3d", "time-to-register(level commune) p90 in-hours <= 2wd")).Model!.Goals);
        Assert.Equal(new TimeLimit(new TickSpan(2 * 480), InHours: true, IsOwn: false), goal.Time);
    }

    [Fact]
    public void What_is_wrong_with_it_is_told_at_its_place()
    {
        var problem = Sample.OnlyProblem(Sample.With(
            "registered(level commune) >= 95% within 3d", "time-to-register(level comune) p90 <= 3d"));
        Assert.Equal("commune", problem.Nearest);
        Assert.True(problem.Place.Line > 1);
    }
}
