using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;
using Simulator.Scenarios;
using Simulator.Scenarios.Problems;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Scenarios.Directives;

/// <summary>Warm-up and cool-down: which directives of a series count.</summary>
public sealed class WindowTests
{
    [Fact]
    public void They_are_read_from_the_scenario_or_set_and_change_nothing_in_the_run()
    {
        var written = Sample.Sound(Load("warm-up: 3d\ncool-down: 36h")).Model!;
        Assert.Equal(new SeriesWindow(TickSpan.FromDays(3), TickSpan.FromHours(36)), written.Window);
        var set = Sample.Sound(Load("", "warm-up=3d", "cool-down=36h")).Model!;
        Assert.Equal(written.Window, set.Window);
        var without = Sample.Sound(Load("")).Model!;
        Assert.Equal(default, without.Window);
        Assert.Equal(Played.Of(without).Digest, Played.Of(written).Digest);
    }

    [Fact]
    public void The_resolved_scenario_has_them()
    {
        var again = ScenarioLoader.LoadText(Load("warm-up: 3d\ncool-down: 36h").Resolved!, "resolved");
        Assert.Equal(TickSpan.FromDays(3), again.Model!.Window.WarmUp);
    }

    /// <summary>Issued on 4, 11, 18 and 25 May at 08:00; the run ends on 3 June at 07:00.</summary>
    [Theory]
    [InlineData("0d", "0d", 1, 2, 3, 4)]
    [InlineData("1h", "0d", 1, 2, 3, 4)]
    [InlineData("61m", "0d", 2, 3, 4)]
    [InlineData("0d", "215h", 1, 2, 3, 4)]
    [InlineData("0d", "216h", 1, 2, 3)]
    [InlineData("2d", "10d", 2, 3)]
    public void What_is_issued_before_the_one_is_over_or_after_the_other_begins_is_left_out(
        string warmUp, string coolDown, params int[] left)
    {
        var model = Sample.Sound(Load($"warm-up: {warmUp}\ncool-down: {coolDown}")).Model!;
        Assert.Equal(
            left.Select(number => $"order-{number}"),
            model.Directives.Where(each => model.Window.Counts(each.Issued, new Tick(model.Until.Minutes))).Select(each => each.Id));
    }

    [Theory]
    [InlineData("warm-up: 30d", 1, "'warm-up' is as long as the scenario, which lasts 30d")]
    [InlineData("cool-down: 31d", 1, "'cool-down' is as long as the scenario")]
    [InlineData("warm-up: 20d\ncool-down: 10d", 2, "'warm-up' and 'cool-down' together are as long as the scenario")]
    [InlineData("warm-up: 25d", 1, "None of the 4 directives that are issued again and again counts: it would have to be issued from 2021-05-29T07:00")]
    [InlineData("warm-up: 22d\ncool-down: 7d", 1, "None of the 4 directives")]
    [InlineData("warm-up: 3wd", 1, "working time, and elapsed time is needed here")]
    [InlineData("warm-up: -3d", 1, "is negative")]
    public void Mistakes_are_told_where_they_stand(string keys, int line, string told)
    {
        var problem = Sample.OnlyProblem(Load(keys));
        Assert.Contains(told, problem.What, StringComparison.Ordinal);
        var first = keys.Split('\n')[line - 1].Split(':')[0];
        Assert.StartsWith(first, Text(keys).Split('\n')[problem.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_goal_must_have_something_left_at_its_moment()
    {
        var told = Sample.OnlyProblem(Sample.Load(Text("cool-down: 12d")
            .Replace("- registered(level commune) >= 95% within 3d", "- of order registered(level commune) >= 95% at 2021-05-13", StringComparison.Ordinal)));
        Assert.StartsWith("For the goal 'of order registered", told.What, StringComparison.Ordinal);
        Assert.Contains("none of the 4 directives 'order' counts", told.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_series_they_are_idle()
    {
        var problem = Sample.OnlyProblem(Sample.With("until: 30d", "until: 30d\nwarm-up: 3d"));
        Assert.Equal((Severity.Warning, true), (problem.Severity, problem.What.StartsWith("Nothing is issued again", StringComparison.Ordinal)));
    }

    private static LoadResult Load(string keys, params string[] sets) => Sample.Load(Text(keys), new LoadOptions { Sets = sets });

    private static string Text(string keys) => Sample.Scenario
        .Replace("until: 30d", $"until: 30d\n{keys}", StringComparison.Ordinal)
        .Replace("issued: 2021-05-04T08:00", "issued: 2021-05-04T08:00\n    every: 7d\n    times: 4", StringComparison.Ordinal)
        .Replace("symbol: 756/UBND,", "symbol: 756/UBND, directive: order-1,", StringComparison.Ordinal);
}
