using System.Text.Json;

namespace Simulator.Tests.Cli;

public sealed class CriticalPathCommandTests(NewestRun played) : IClassFixture<NewestRun>
{
    private readonly Program _program = played.Program;

    [Theory]
    [InlineData("complied")]
    [InlineData("reported")]
    public void The_legs_join_add_up_to_the_makespan_and_their_reasons_to_each(string by)
    {
        var json = Show("--by", by, "--format", "json").Json;
        Assert.Equal(by, json.GetProperty("by").GetString());
        var legs = json.GetProperty("legs").EnumerateArray().ToList();
        Assert.Equal(
            json.GetProperty("makespanMinutes").GetInt32(), legs.Sum(leg => leg.GetProperty("elapsedMinutes").GetInt32()));
        Assert.Equal(json.GetProperty("start").GetString(), legs[0].GetProperty("from").GetString());
        Assert.Equal(json.GetProperty("end").GetString(), legs[^1].GetProperty("to").GetString());
        for (var place = 0; place < legs.Count; place++)
        {
            Assert.True(place == 0 || Text(legs[place - 1], "to") == Text(legs[place], "from"));
            Assert.Equal(
                legs[place].GetProperty("elapsedMinutes").GetInt32(),
                legs[place].GetProperty("reasons").EnumerateObject().Sum(reason => reason.Value.GetInt32()));
        }

        Assert.All(json.GetProperty("bodies").EnumerateArray(), body => Assert.True(
            !body.GetProperty("isOnPath").GetBoolean() || body.GetProperty("slackMinutes").GetInt32() == 0));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("replications").ValueKind);
    }

    [Fact]
    public void Replications_tell_how_often_each_body_is_on_it_and_how_slow_this_run_was_the_same_each_time()
    {
        var first = Show("--replications", "20", "--format", "json");
        var others = first.Json.GetProperty("replications");
        Assert.Equal(20, others.GetProperty("replications").GetInt32());
        var standing = others.GetProperty("standing");
        Assert.Equal(20, Sum(standing));
        var low = standing.GetProperty("low").GetDouble();
        Assert.InRange(standing.GetProperty("shareSlower").GetDouble(), low, standing.GetProperty("high").GetDouble());
        var bodies = first.Json.GetProperty("bodies").EnumerateArray().ToList();
        Assert.Equal(1, bodies.Single(body => Text(body, "body") == "pm").GetProperty("onPathShare").GetDouble());
        Assert.All(
            bodies.Where(body => body.GetProperty("standing").ValueKind != JsonValueKind.Null),
            body => Assert.Equal(20, Sum(body.GetProperty("standing"))));
        Assert.Equal(first.Output, Show("--replications", "20", "--format", "json").Output);
    }

    [Fact]
    public void In_text_it_is_there_in_both_languages()
    {
        var english = Show("--by", "reported").Output;
        Assert.Contains("next to decide", english, StringComparison.Ordinal);
        Assert.Contains("nearly on it", english, StringComparison.Ordinal);
        Assert.Contains("after the first signature", english, StringComparison.Ordinal);
        var vietnamese = Show("--lang", "vi", "--replications", "3").Output;
        Assert.Contains("Đường găng có", vietnamese, StringComparison.Ordinal);
        Assert.Contains("soạn thảo", vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_asked_is_refused_with_a_sentence()
    {
        Show("--by", "registered").IsRefusal("--by registered goes with --view blame; with --view critical-path it is complied or reported.");
        Show("--at", "36h").IsRefusal("the view critical-path does not look at it.");
        Show("--to", "pm").IsRefusal("--to goes with --view why");
        Show("--replications", "-1").IsRefusal("is not a number of replications");
        Show("--greedy").IsRefusal("--greedy goes with --view blame");
        _program.Run("show", "--view", "tree", "--replications", "3").IsRefusal("--replications goes with --view critical-path");
        _program.Run("show", "--view", "tree", "--by", "reported").IsRefusal("--by goes with --view delays, coverage, backlog, network, critical-path or blame");
    }

    [Fact]
    public void Where_nobody_has_come_to_the_end_it_says_so()
    {
        var run = _program.Run("run", Program.Scenario("bac-kan-570"), "--replications", "0", "--until", "12h", "--out", "short");
        Assert.True(run.ExitCode == 0, run.Error);
        _program.Run("show", "short", "--view", "critical-path", "--directive", "telegram").IsRefusal("Nobody has complied");
        _program.Run("show", "short", "--view", "critical-path", "--directive", "telegram", "--by", "reported")
            .IsRefusal("has no report");
    }

    private Answer Show(params string[] arguments) =>
        _program.Run(["show", "--view", "critical-path", "--directive", "telegram", .. arguments]);

    private static string? Text(JsonElement element, string key) => element.GetProperty(key).GetString();

    private static int Sum(JsonElement standing) =>
        new[] { "slower", "same", "faster", "never" }.Sum(key => standing.GetProperty(key).GetInt32());
}
