using System.Text.Json;

namespace Simulator.Tests.Cli;

/// <summary>What lay at desks, and who handed papers to whom, as they are shown.</summary>
public sealed class DeskViewTests(NewestRun played) : IClassFixture<NewestRun>
{
    private readonly Program _program = played.Program;

    [Theory]
    [InlineData("backlog", "the fullest offices", "các cơ quan tồn đọng nhiều nhất")]
    [InlineData("network", "papers handed over until", "văn bản chuyển giao đến")]
    public void Each_view_speaks_both_languages_without_colour(string view, string english, string vietnamese)
    {
        foreach (var (language, expected) in new[] { ("en", english), ("vi", vietnamese) })
        {
            var text = _program.Run("show", "--view", view, "--lang", language);
            Assert.True(text.ExitCode == 0, text.Error);
            Assert.Contains(expected, text.Output, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', text.Output);
            Assert.Equal(text.Output, _program.Run("show", "--view", view, "--lang", language).Output);
        }
    }

    [Fact]
    public void The_backlog_of_an_office_is_told_post_by_post()
    {
        var json = _program.Run("show", "--view", "backlog", "--to", "city", "--at", "2021-05-03T09:00", "--format", "json").Json;
        Assert.Equal(
            ["clerk", "leadership", "staff"],
            json.GetProperty("posts").EnumerateArray().Select(each => each.GetProperty("post").GetString()));
        foreach (var post in json.GetProperty("posts").EnumerateArray())
        {
            var steps = post.GetProperty("steps").EnumerateArray().ToList();
            Assert.Equal(post.GetProperty("most").GetInt32(), steps.Max(All));
            Assert.Equal(0, All(steps[^1]));
            Assert.InRange(post.GetProperty("minutes").GetProperty("utilisation").GetDouble(), 0, 1);
        }

        var text = _program.Run("show", "--view", "backlog", "--to", "city", "--at", "2021-05-03T09:00");
        Assert.Contains("then: 2021-05-03 09:00", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_offices_of_a_level_and_its_curve_agree()
    {
        var json = _program.Run("show", "--view", "backlog", "--format", "json").Json;
        var groups = json.GetProperty("groups").EnumerateArray().ToDictionary(each => each.GetProperty("name").GetString()!);
        var offices = json.GetProperty("offices").EnumerateArray().ToList();
        Assert.Equal(
            groups.Values.Sum(each => each.GetProperty("pieces").GetInt32()), offices.Sum(each => each.GetProperty("pieces").GetInt32()));
        Assert.Equal(
            groups.Values.Sum(each => each.GetProperty("mean").GetDouble()), offices.Sum(each => each.GetProperty("mean").GetDouble()), 4);
    }

    [Fact]
    public void The_network_can_be_told_body_by_body()
    {
        var levels = _program.Run("show", "--view", "network", "--format", "json").Json;
        var bodies = _program.Run("show", "--view", "network", "--by", "body", "--format", "json").Json;
        Assert.Equal(Arrived(levels), Arrived(bodies));
        Assert.True(Arrived(bodies) > 0);
        Assert.Contains("city", _program.Run("show", "--view", "network", "--by", "body").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from goes with --view backlog", "--view", "tree", "--from", "2021-05-03")]
    [InlineData("--by body goes with --view network", "--view", "backlog", "--by", "body")]
    [InlineData("--by registered goes with --view blame; with --view network it is level", "--view", "network", "--by", "registered")]
    [InlineData("is not within the run", "--view", "backlog", "--until", "2031-05-03T08:00")]
    [InlineData("--from is to be earlier than --until", "--view", "backlog", "--from", "2021-05-05T08:00", "--until", "2021-05-04T08:00")]
    [InlineData("--by does not go with --to", "--view", "backlog", "--by", "kind", "--to", "city")]
    [InlineData("--at goes with --to", "--view", "backlog", "--at", "2021-05-05T08:00")]
    public void What_a_view_cannot_do_is_refused(string why, params string[] options) =>
        _program.Run(["show", .. options]).IsRefusal(why);

    private static int All(JsonElement step) => step.GetProperty("waiting").GetInt32() + step.GetProperty("inHand").GetInt32()
        + step.GetProperty("untold").GetInt32();

    private static int Arrived(JsonElement network) => network.GetProperty("handOvers").EnumerateArray()
        .Where(each => each.GetProperty("paper").ValueKind == JsonValueKind.Null).Sum(each => each.GetProperty("arrived").GetInt32());
}
