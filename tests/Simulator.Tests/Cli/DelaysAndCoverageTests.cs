using System.Text.Json;

namespace Simulator.Tests.Cli;

/// <summary>How long bodies took, and how many had got how far when, of a kept run.</summary>
public sealed class DelaysAndCoverageTests(LaidAsideRun played) : IClassFixture<LaidAsideRun>
{
    private readonly Program _program = played.Program;

    [Fact]
    public void Delays_tell_of_every_level_both_clocks_and_who_has_not_got_there()
    {
        var text = Show("delays").Output;
        Assert.Contains("time to comply", text, StringComparison.Ordinal);
        Assert.Contains("not in this run", text, StringComparison.Ordinal);
        Assert.Contains("… in hours", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
        Assert.All(text.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 140, line));
        var json = Show("delays", "--format", "json").Json[0];
        Assert.Equal(["district", "commune"], json.GetProperty("groups").EnumerateArray().Select(each => each.GetProperty("name").GetString()));
        var comply = json.GetProperty("groups")[1].GetProperty("times")[3];
        Assert.Equal(("comply", 24), (comply.GetProperty("timeTo").GetString(), comply.GetProperty("bodies").GetInt32()));
        var missing = comply.GetProperty("notHappened").GetInt32();
        Assert.InRange(missing, 1, 23);
        foreach (var clock in new[] { "elapsedMinutes", "inHoursMinutes", "ownElapsedMinutes", "ownInHoursMinutes" })
        {
            Assert.Equal(JsonValueKind.Number, comply.GetProperty(clock).GetProperty("p10").ValueKind);
            Assert.Equal(JsonValueKind.Null, comply.GetProperty(clock).GetProperty("max").ValueKind);
        }

        var bins = json.GetProperty("histogram").GetProperty("bins").EnumerateArray().Sum(bin => bin.GetProperty("count").GetInt32());
        Assert.Equal(26 - missing, bins);
    }

    [Fact]
    public void Delays_can_be_put_together_by_place_and_looked_at_below_one_body()
    {
        var places = Show("delays", "--by", "place", "--measure", "register", "--format", "json").Json[0].GetProperty("groups");
        Assert.Equal(
            [("east", 13), ("west", 13)],
            places.EnumerateArray().Select(each => (each.GetProperty("name").GetString()!, each.GetProperty("bodies").GetInt32())));
        var east = Show("delays", "--under", "east", "--format", "json").Json[0];
        Assert.Equal(("east", 13), (east.GetProperty("under").GetString(), east.GetProperty("all").GetProperty("bodies").GetInt32()));
        Assert.Contains("thời gian đến khi đăng ký", Show("delays", "--measure", "register", "--lang", "vi").Output, StringComparison.Ordinal);
    }

    /// <summary>The last step of the curve is what the summary counts.</summary>
    [Fact]
    public void Coverage_ends_where_the_summary_does_and_is_read_without_colour()
    {
        var directive = Show("summary", "--format", "json").Json.GetProperty("directives")[0];
        var curve = Show("coverage", "--format", "json").Json[0];
        var last = curve.GetProperty("all").GetProperty("steps").EnumerateArray().Last();
        foreach (var key in new[] { "reached", "registered", "complied" })
        {
            Assert.Equal(directive.GetProperty(key).GetInt32(), last.GetProperty(key).GetInt32());
        }

        Assert.Equal(
            directive.GetProperty("reportedComplied").GetInt32(),
            curve.GetProperty("known").EnumerateArray().Last().GetProperty("complied").GetInt32());
        var text = Show("coverage").Output;
        Assert.Contains("o complied as the issuer knows it", text, StringComparison.Ordinal);
        Assert.Contains(text.Split((char)10), line => line.TrimStart().StartsWith("03-0", StringComparison.Ordinal));
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 125, line));
        Assert.Contains("khối đầy là tất cả", Show("coverage", "--lang", "vi").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void States_and_content_are_shown_over_time()
    {
        var states = Show("coverage", "--of", "states", "--format", "json").Json[0].GetProperty("groups")[0];
        Assert.Equal(24, states.GetProperty("assignments").GetInt32());
        Assert.Equal(24, states.GetProperty("steps")[0].GetProperty("inTerm").GetInt32());
        Assert.Contains("pending in term", Show("coverage", "--of", "states").Output, StringComparison.Ordinal);
        Assert.Contains("mean share of the content", Show("coverage", "--of", "content").Output, StringComparison.Ordinal);
    }

    /// <summary>At even intervals a stair stands at its last step; the end of the run is always told.</summary>
    [Fact]
    public void Curves_can_be_told_at_even_intervals()
    {
        var steps = Show("coverage", "--format", "json").Json[0].GetProperty("all").GetProperty("steps").EnumerateArray().ToList();
        var even = Show("coverage", "--every", "7h", "--format", "json").Json[0].GetProperty("all").GetProperty("steps").EnumerateArray().ToList();
        static string At(JsonElement step) => step.GetProperty("at").GetString()!;
        Assert.Equal(["2021-03-01T09:00:00+07:00", "2021-03-01T16:00:00+07:00"], even.Take(2).Select(At));
        Assert.Equal("2021-03-31T07:00:00+07:00", At(even[^1]));
        Assert.All(even, each => Assert.Equal(
            steps.Last(step => string.CompareOrdinal(At(step), At(each)) <= 0).GetProperty("registered").GetInt32(),
            each.GetProperty("registered").GetInt32()));
    }

    [Theory]
    [InlineData("--measure goes with --view delays; ", "--view", "coverage", "--measure", "comply")]
    [InlineData("--of goes with --view coverage; ", "--view", "delays", "--of", "states")]
    [InlineData("--under goes with --view delays; ", "--view", "tree", "--under", "east")]
    [InlineData("--by goes with --view delays, coverage, backlog, network, critical-path or blame; ", "--view", "tree", "--by", "kind")]
    [InlineData("--by complied goes with --view critical-path or blame; with --view delays it is level, kind, line or place.", "--view", "delays", "--by", "complied")]
    [InlineData("--every goes with --format json", "--view", "coverage", "--every", "6h")]
    [InlineData("a length of time such as 6h", "--view", "coverage", "--every", "often", "--format", "json")]
    [InlineData("at most 10,000 are shown", "--view", "coverage", "--every", "1m", "--format", "json")]
    [InlineData("--by kind goes with --view delays, coverage, backlog or network; ", "--view", "blame", "--by", "kind")]
    [InlineData("No body has 'north'", "--view", "delays", "--under", "north")]
    public void What_a_view_cannot_do_is_refused(string why, params string[] arguments) =>
        _program.Run(["show", .. arguments]).IsRefusal(why);

    /// <summary>Of five runs each has a number in hours of offices, under the name that was asked for.</summary>
    [Fact]
    public void A_sweep_asks_for_a_time_by_the_name_that_goals_have()
    {
        const string Asked = "time-to-comply(level commune) p50 in-hours";
        var sweep = _program.Run(
            "sweep", Program.Scenario("mechanisms/laid-aside"), "--measure", Asked, "--replications", "5", "--out", "swept", "--threads", "1");
        Assert.True(sweep.ExitCode == 0, sweep.Error);
        Assert.Contains(Asked, sweep.Output, StringComparison.Ordinal);
        Assert.Contains(" wh", sweep.Output, StringComparison.Ordinal);
        Assert.Contains("hours", File.ReadAllText(Path.Combine(_program.Folder, "swept", "cells.csv")), StringComparison.Ordinal);
        _program.Run("sweep", Program.Scenario("mechanisms/laid-aside"), "--measure", "time-to-comply(level commune)", "--replications", "5")
            .IsRefusal("say of which share of the bodies");
    }

    private Answer Show(string view, params string[] more)
    {
        var answer = _program.Run(["show", "--view", view, .. more]);
        Assert.True(answer.ExitCode == 0, answer.Error);
        return answer;
    }
}
