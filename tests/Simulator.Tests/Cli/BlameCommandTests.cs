using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulator.Tests.Cli;

public sealed class BlameCommandTests : IDisposable
{
    private readonly Program _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Blame_puts_the_slow_district_first_in_text_and_json_and_says_it_in_words()
    {
        Play("mechanisms/slow-district");
        var text = _program.Run("show", "--view", "blame", "--directive", "dikes", "--top", "2");
        Assert.True(text.ExitCode == 0, text.Error);
        Assert.Contains("1  waiting for the leadership  UBND huyện Một Chủ tịch  2 d 18 h 40 m", text.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Without waiting for the leadership at UBND huyện Một Chủ tịch, the last of 55 would have complied 2 d 18 h 40 m earlier",
            text.Output,
            StringComparison.Ordinal);
        Assert.Contains("They do not add up", text.Output, StringComparison.Ordinal);

        var json = _program.Run("show", "--view", "blame", "--directive", "dikes", "--format", "json");
        Assert.Equal("", json.Error);
        var first = json.Json.GetProperty("places")[0];
        Assert.Equal("slow-district", first.GetProperty("without").GetProperty("name").GetString());
        Assert.Equal(4000, first.GetProperty("complied").GetProperty("lastEarlierMinutes").GetInt32());
        Assert.Equal(json.Output, _program.Run("show", "--view", "blame", "--directive", "dikes", "--format", "json").Output);
    }

    /// <summary>Who decided not to do it waits for nothing, so that no removal says anything of him.</summary>
    [Fact]
    public void One_line_says_why_the_others_never_complied()
    {
        Play("bac-kan-570");
        string[] blame = ["show", "--view", "blame", "--at-most-runs", "4"];
        var text = _program.Run(blame).Output;
        Assert.Matches(@"\nas it was: 19 of 31 bodies complied,[^\n]*\nthe other 12 never complied: ", text);
        var line = text.Split('\n').Single(each => each.StartsWith("the other 12", StringComparison.Ordinal));
        var never = _program.Run([.. blame, "--format", "json"]).Json.GetProperty("never").EnumerateArray().ToList();
        Assert.Equal(12, never.Count);
        Assert.Equal(12, Regex.Matches(line, @"\((\d+)\)").Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
        var ignored = never.Count(each => each.GetProperty("why").GetString() == "Ignored");
        Assert.Contains($"will not be done ({ignored})", line, StringComparison.Ordinal);
        Assert.DoesNotContain("for another reason", line, StringComparison.Ordinal);
        Assert.DoesNotContain("never registered", _program.Run([.. blame, "--by", "registered"]).Output, StringComparison.Ordinal);
    }

    /// <summary>The injects are in the run's own scenario, so that it is played again with them.</summary>
    [Fact]
    public void A_run_with_injects_is_played_again_with_them()
    {
        Play("bac-kan-570", "--injects", Program.Scenario("injects/bac-kan-570-exercise"));
        var answer = _program.Run(
            "show", "--view", "blame", "--by", "registered", "--at-most-runs", "9", "--greedy", "--lang", "vi");
        Assert.True(answer.ExitCode == 0, answer.Error);
        Assert.Contains("lần lượt từng khâu", answer.Output, StringComparison.Ordinal);
    }

    /// <summary>Played again as replication 0, it was told that another version of the program had made it.</summary>
    [Fact]
    public void A_replication_other_than_the_first_is_played_again_as_itself()
    {
        Play("bac-kan-570", "--replication", "4");
        var answer = _program.Run("show", "--view", "blame", "--by", "registered", "--at-most-runs", "9");
        Assert.True(answer.ExitCode == 0, answer.Error);
        Assert.Contains("would have registered", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_go_with_the_view_is_refused()
    {
        Play("bac-kan-570");
        _program.Run("show", "--top", "3").IsRefusal("--top goes with --view critical-path or blame; the view summary does not look at it.");
        _program.Run("show", "--view", "why", "--greedy").IsRefusal("--greedy goes with --view blame; the view why does not look at it.");
        _program.Run("show", "--view", "blame", "--at", "1d").IsRefusal("the view blame does not look at it.");
        _program.Run("show", "--view", "blame", "--to", "city").IsRefusal("--to goes with --view why");
        _program.Run("show", "--view", "blame", "--at-most-runs", "0").IsRefusal("from 1 to 100,000");
        _program.Run("show", "--view", "blame", "--by", "finished").IsRefusal("finished");
    }

    private void Play(string scenario, params string[] more)
    {
        var run = _program.Run(["run", Program.Scenario(scenario), "--replications", "0", .. more]);
        Assert.True(run.ExitCode == 0, run.Error);
    }
}
