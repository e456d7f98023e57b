using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Directives;

namespace Simulator.Tests.Scenarios.Directives;

public sealed class GoalsTests
{
    [Theory]
    [InlineData("registered(level commune) >= 95%", GoalMeasure.Registered, null, 9500, null)]
    [InlineData("complied(kind x) >= 90% within 10d", GoalMeasure.Complied, null, 9000, 14400)]
    [InlineData("of telegram reached( wards/1 ) >= 0.333", GoalMeasure.Reached, "telegram", 3330, null)]
    [InlineData("reported(all) >= 0.01% within 1h30m", GoalMeasure.Reported, null, 1, 90)]
    public void A_goal_is_a_share_of_bodies_in_a_state(
        string text, GoalMeasure measure, string? directive, int share, int? within)
    {
        var (goal, problem) = GoalText.Parse(text);
        Assert.Null(problem);
        Assert.Equal((measure, directive, share, within),
            (goal!.Measure, goal.Directive, goal.BasisPoints, goal.Within));
    }

    [Fact]
    public void A_goal_can_be_a_limit()
    {
        var (goal, problem) = GoalText.Parse("complied(level commune) <= 20% within 3d");
        Assert.Null(problem);
        Assert.Equal((true, 2000, 3 * 1440), (goal!.AtMost, goal.BasisPoints, goal.Within));
    }

    [Fact]
    public void A_goal_can_be_asked_at_a_moment_and_a_day_is_its_end()
    {
        Assert.Equal("2021-05-11T00:00", GoalText.Parse("overdue(all) <= 5% at 2021-05-10").Goal!.At.ToString());
        Assert.Equal("2021-05-10T08:00", GoalText.Parse("overdue(all) <= 5% at 2021-05-10T08:00").Goal!.At.ToString());
        Assert.Contains("2021-02", GoalText.Problem("overdue(all) <= 5% at 2021-02-30"), StringComparison.Ordinal);
        Assert.NotNull(GoalText.Problem("overdue(all) <= 5% at 2021-05-10 within 3d"));
        var late = Sample.OnlyProblem(Sample.With(">= 95% within 3d", ">= 95% at 2021-06-10"));
        Assert.Contains("It is asked at 2021-06-11T00:00, and the scenario lasts", late.What, StringComparison.Ordinal);
        var news = Sample.OnlyProblem(Sample.With("registered(level commune) >= 95% within 3d", "alerted(all) >= 95% at 2021-05-10"));
        Assert.Contains("counts from the event", news.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("registered >= 95%")]
    [InlineData("registered(level commune)")]
    [InlineData("registered() >= 95%")]
    [InlineData("registered(each addressee) >= 95%")]
    [InlineData("seen(level commune) >= 95%")]
    [InlineData("registered(level commune) >= 195%")]
    [InlineData("registered(level commune) >= 95% within 2wd")]
    [InlineData("registered(level commune) >= 95% within")]
    [InlineData("of  >= 95%")]
    [InlineData(">=")]
    [InlineData("a >= b >= c")]
    [InlineData("registered(level commune) <= 5% <= 6%")]
    [InlineData("registered(level commune) < 5%")]
    public void Anything_else_is_told_why(string text) => Assert.NotNull(GoalText.Problem(text));

    [Fact]
    public void A_goal_of_a_model_keeps_its_words()
    {
        var goal = Assert.Single(Sample.Sound(Sample.Load(Sample.Scenario)).Model!.Goals);
        Assert.Equal("registered(level commune) >= 95% within 3d", goal.Text);
        Assert.Equal((new Selector { Level = "commune" }, TickSpan.FromDays(3)),
            (goal.Among, goal.Within!.Value));
    }

    [Fact]
    public void A_goal_of_an_unknown_directive_is_an_error() =>
        Assert.Equal("order", Sample.OnlyProblem(Sample.With("- registered", "- of ordr registered"))
            .Nearest);
}
