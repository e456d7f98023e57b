using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Office;
using Simulator.Scenarios.Directives;

namespace Simulator.Tests.Scenarios.Directives;

public sealed class DeskGoalTextTests
{
    [Theory]
    [InlineData("backlog(level district) <= 20", GoalMeasure.Backlog, null, 20, 0, true)]
    [InlineData("backlog(level district clerk) <= 20", GoalMeasure.Backlog, Post.Clerk, 20, 0, true)]
    [InlineData("of d1 backlog(pm leadership) >= 3 at 2021-05-10", GoalMeasure.Backlog, Post.Leadership, 3, 0, false)]
    [InlineData("utilisation(all staff) <= 80%", GoalMeasure.Utilisation, Post.Staff, null, 8000, true)]
    [InlineData("hand-overs(kind commune) <= 5000 at 2021-05-10T09:00", GoalMeasure.HandOvers, null, 5000, 0, true)]
    [InlineData("backlog(level staff) <= 1", GoalMeasure.Backlog, null, 1, 0, true)]
    public void A_goal_can_ask_about_desks(
        string text, GoalMeasure measure, Post? post, int? papers, int share, bool atMost)
    {
        var (goal, problem) = GoalText.Parse(text);
        Assert.Null(problem);
        Assert.Equal((measure, share, atMost), (goal!.Measure, goal.BasisPoints, goal.AtMost));
        Assert.Equal(new DeskLimit(post, papers), goal.Desk);
        Assert.Equal(text.StartsWith("of d1", StringComparison.Ordinal) ? "d1" : null, goal.Directive);
        Assert.Equal(text.Contains(" at ", StringComparison.Ordinal), goal.At is not null);
    }

    [Theory]
    [InlineData("backlog(level district) <= 20%", "is no number of papers")]
    [InlineData("backlog(level district) <= 2.5", "a whole number")]
    [InlineData("utilisation(level district) <= 20", "is more than 100%")]
    [InlineData("backlog(level district) <= 20 within 3d", "asked of offices")]
    [InlineData("backlog(level district) <= 20 at noon", "noon")]
    [InlineData("backlog(level district clark) <= 20", "Did you mean the post 'clerk'?")]
    [InlineData("hand-overs(level district clerk) <= 20", "leave out 'clerk'")]
    [InlineData("backlogs(level district) <= 20", "Did you mean 'backlog'?")]
    public void Anything_else_is_told_why(string text, string why) =>
        Assert.Contains(why, GoalText.Problem(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("backlog(level district clerk)", "backlog(level district clerk) >= 0")]
    [InlineData("utilisation(all) at 2021-05-10", "utilisation(all) >= 0% at 2021-05-10")]
    public void Asked_for_as_a_measure_it_is_a_goal_that_wants_nothing(string measure, string goal)
    {
        Assert.Equal((goal, null), GoalText.OfMeasure(measure));
        Assert.Null(GoalText.Problem(goal));
    }

    [Theory]
    [InlineData("backlog(level district clerk) > 20", GoalMeasure.Backlog, Post.Clerk, 20, 0, Comparison.Above)]
    [InlineData("utilisation(all staff) < 5%", GoalMeasure.Utilisation, Post.Staff, null, 500, Comparison.Below)]
    [InlineData("of d1 hand-overs(all) >= 100", GoalMeasure.HandOvers, null, 100, 0, Comparison.AtLeast)]
    public void A_condition_can_be_about_desks(
        string text, GoalMeasure measure, Post? post, int? papers, int share, Comparison comparison)
    {
        var (condition, problem) = ConditionText.Parse(text);
        Assert.Null(problem);
        Assert.Equal((measure, share, comparison), (condition!.Measure, condition.BasisPoints, condition.Comparison));
        Assert.Equal(new DeskLimit(post, papers), condition.Desk);
    }

    [Theory]
    [InlineData("backlog(level district) > 20 at 2021-05-10", "write beside 'when' since when it is looked at")]
    [InlineData("backlog(level district) > 20%", "is no number of papers")]
    [InlineData("utilisation(level district) > 20", "is more than 100%")]
    [InlineData("hand-overs(level district clerk) > 20", "leave out 'clerk'")]
    public void A_condition_on_desks_that_is_none_is_told_why(string text, string why) =>
        Assert.Contains(why, ConditionText.Problem(text), StringComparison.Ordinal);
}
