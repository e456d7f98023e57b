using Simulator.Kernel.Time;
using Simulator.Scenarios;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Scenarios.Directives;

/// <summary>A directive that is issued again and again.</summary>
public sealed class RepetitionTests
{
    private const string Times = "issued: 2021-05-04T08:00\n    every: 7d\n    times: 3";

    [Fact]
    public void It_stands_for_as_many_each_so_much_later_and_its_dates_move_along()
    {
        var model = Sample.Sound(Repeated()).Model!;
        Assert.Equal(["order-1", "order-2", "order-3"], model.Directives.Select(each => each.Id));
        Assert.All(model.Directives, each => Assert.Equal("order", each.Series));
        Assert.Equal(
            ["2021-05-04T08:00", "2021-05-11T08:00", "2021-05-18T08:00"],
            model.Directives.Select(each => model.Axis.ToCivil(each.Issued).ToString()));
        Assert.Equal(
            ["2021-05-11T00:00", "2021-05-18T00:00", "2021-05-25T00:00"],
            model.Directives.Select(each => model.Axis.ToCivil(each.Assignments[0].Due!.Value).ToString()));
    }

    [Fact]
    public void Written_out_by_hand_it_has_the_same_journal()
    {
        var byHand = Sample.Scenario.Replace("- id: order\n", "- &order\n    id: order-1\n", StringComparison.Ordinal)
            .Replace("directive: order", "directive: order-1", StringComparison.Ordinal)
            .Replace("observed:", """
                  - { id: order-2, from: city-party, issued: 2021-05-11T08:00, to: [city], assignments: [{
                      id: plans, by: { level: commune }, takes: lognormal median 2wd sigma 0.6, due: 2021-05-17 }] }
                observed:
                """, StringComparison.Ordinal)
            .Replace("- { symbol: 756/UBND,", "- { symbol: 756/UBND, directive: order-1,", StringComparison.Ordinal);
        var written = Played.Of(Sample.Sound(Sample.Load(byHand)).Model!);
        var repeated = Played.Of(Sample.Sound(Repeated(Times.Replace("times: 3", "times: 2", StringComparison.Ordinal))).Model!);
        Assert.Equal(written.Digest, repeated.Digest);
    }

    [Fact]
    public void The_resolved_scenario_has_it_once_and_is_the_same()
    {
        var loaded = Repeated();
        Assert.Contains("every: 7d", loaded.Resolved, StringComparison.Ordinal);
        Assert.DoesNotContain("order-2", loaded.Resolved, StringComparison.Ordinal);
        var again = ScenarioLoader.LoadText(loaded.Resolved!, "resolved");
        Assert.Equal(Played.Of(loaded.Model!).Digest, Played.Of(again.Model!).Digest);
    }

    [Fact]
    public void What_is_set_is_set_for_all_of_them()
    {
        var model = Sample.Sound(Repeated(Times, "directives.order.times=+2", "directives.order.every=x 0.5")).Model!;
        Assert.Equal(5, model.Directives.Count);
        Assert.Equal(TickSpan.FromDays(14), model.Directives[4].Issued - model.Directives[0].Issued);
        var one = Repeated(Times, "directives.order-2.urgency=express");
        Assert.Contains("no 'order-2'", Sample.OnlyProblem(one).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("issued: 2021-05-04T08:00\n    every: 7d", "'every' and 'times' go together")]
    [InlineData("issued: 2021-05-04T08:00\n    times: 3", "'every' and 'times' go together")]
    [InlineData("issued: 2021-05-04T08:00\n    every: 0d\n    times: 3", "no time at all")]
    [InlineData("issued: 2021-05-04T08:00\n    every: 1wd\n    times: 3", "elapsed time")]
    [InlineData("issued: 2021-05-04T08:00\n    every: 7d\n    times: 1", "whole number from 2 to 1000")]
    [InlineData("issued: 2021-05-04T08:00\n    every: 7d\n    times: 1001", "whole number from 2 to 1000")]
    [InlineData("issued: 2021-05-04T08:00\n    every: 7d\n    times: 9", "Of 9 only 5 are issued before the scenario ends, at 2021-06-03T07:00")]
    [InlineData("issued: 2021-05-04T08:00\n    every: 3650d\n    times: 1000", "Of 1000 only 1 are issued")]
    [InlineData("issued: 2021-06-08T08:00\n    every: 1d\n    times: 2", "It is issued at 2021-06-08T08:00, and the scenario lasts")]
    [InlineData("issued: 2021-05-04T08:00\n    report: { cut-off: 9999-12-31 }\n    every: 1d\n    times: 3", "beyond the years 1 to 9999")]
    [InlineData("issued: by intervention\n    every: 7d\n    times: 3", "is issued once")]
    public void Mistakes_are_told(string issue, string told) =>
        Assert.Contains(Repeated(issue).Problems, problem => problem.What.Contains(told, StringComparison.Ordinal) && problem.Line > 1);

    [Theory]
    [InlineData("order-2", "", "'order-2' is one of those for which the directive 'order' stands")]
    [InlineData("order", "", "There is a directive 'order' already, which is issued again and again")]
    [InlineData("order-3", ", every: 1d, times: 2", "'order-3' is one of those for which the directive 'order' stands")]
    [InlineData("order", ", every: 1d, times: 2", "There is a directive 'order' already, which is issued again and again")]
    public void No_other_has_its_id_or_that_of_one_of_them(string id, string more, string told)
    {
        var other = $"  - {{ id: {id}, from: city-party, issued: 2021-05-05, to: [city]{more} }}\n";
        string[] texts = [Text(Times).Replace("observed:", other + "observed:", StringComparison.Ordinal),
            Text(Times).Replace("  - id: order\n", other + "  - id: order\n", StringComparison.Ordinal)];
        foreach (var text in texts)
        {
            var problem = Sample.OnlyProblem(Sample.Load(text));
            Assert.StartsWith(told, problem.What, StringComparison.Ordinal);
            Assert.StartsWith(id, text.Split('\n')[problem.Line - 1][(problem.Column - 1)..], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("order-4")]
    [InlineData("order-0")]
    [InlineData("order-02")]
    [InlineData("order-2-2")]
    public void Another_may_have_an_id_that_is_none_of_them(string id)
    {
        var other = $"  - {{ id: {id}, from: city-party, issued: 2021-05-05, to: [city] }}\n";
        Sample.Sound(Sample.Load(Text(Times).Replace("observed:", other + "observed:", StringComparison.Ordinal)));
    }

    [Fact]
    public void All_together_there_are_no_more_than_a_scenario_may_have()
    {
        var many = Sample.With(
            "issued: 2021-05-04T08:00", "issued: 2021-05-04T08:00\n    every: 1m\n    times: 1000\n"
                + "  - { id: other, from: city-party, issued: 2021-05-05, to: [city], every: 1d, times: 2 }\n"
                + "  - id: last\n    from: city-party\n    issued: 2021-05-04T08:00");
        Assert.Contains(many.Problems, problem => problem.What.StartsWith("There are 1003 directives", StringComparison.Ordinal));
    }

    [Fact]
    public void A_goal_is_of_all_of_them_or_of_one()
    {
        Assert.Equal("order", Goal("of order registered").Directive);
        Assert.Equal("order-2", Goal("of order-2 registered").Directive);
        Assert.Equal("order", Sample.OnlyProblem(Load("- of ordre registered")).Nearest);
        Assert.Contains("asked of one directive", Sample.OnlyProblem(Load("- of order content")).What, StringComparison.Ordinal);
        Assert.Equal(3, Sample.Sound(Load("- registered")).Model!.Directives.Count);
    }

    private static Simulator.Kernel.Documents.Goal Goal(string text) =>
        Assert.Single(Sample.Sound(Load($"- {text}")).Model!.Goals);

    private static LoadResult Load(string goal) => Sample.Load(Text(Times).Replace("- registered", goal, StringComparison.Ordinal));

    private static LoadResult Repeated(string issue = Times, params string[] sets) =>
        Sample.Load(Text(issue), new LoadOptions { Sets = sets });

    private static string Text(string issue) => Sample.Scenario
        .Replace("issued: 2021-05-04T08:00", issue, StringComparison.Ordinal)
        .Replace("symbol: 756/UBND,", "symbol: 756/UBND, directive: order-1,", StringComparison.Ordinal);
}
