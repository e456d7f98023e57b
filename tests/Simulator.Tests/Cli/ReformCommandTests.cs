namespace Simulator.Tests.Cli;

/// <summary>What the views tell of a run in whose course the districts were dissolved.</summary>
public sealed class ReformCommandTests(ReformedRun played) : IClassFixture<ReformedRun>
{
    private readonly Program _program = played.Program;

    [Fact]
    public void The_summary_says_what_a_restructuring_came_to()
    {
        Assert.Contains("begins\n    Restructured: 12 dissolved, 0 people lost\n", played.Played.Output, StringComparison.Ordinal);
        var again = _program.Run("run", Program.Scenario("mechanisms/reform-in-mid-run"), "--seed", "35", "--lang", "vi");
        Assert.Contains("    12 cơ quan kết thúc hoạt động, 0 người không được bố trí\n", again.Output, StringComparison.Ordinal);
        var json = _program.Run("show", "--view", "summary", "--format", "json").Json;
        var reform = json.GetProperty("interventions")[0].GetProperty("restructured");
        Assert.Equal(12, reform.GetProperty("dissolved").GetInt32());
        Assert.Equal((0, 0), (reform.GetProperty("lost").GetInt32(), reform.GetProperty("crowded").GetInt32()));
    }

    [Fact]
    public void Why_names_the_stretch_until_an_office_was_dissolved_and_each_file_by_its_own_symbol()
    {
        var text = _program.Run("show", "--view", "why", "--to", "communes/20").Output;
        Assert.Contains("until an office was dissolved", text, StringComparison.Ordinal);
        Assert.Contains("issue 01/UBND-VX", text, StringComparison.Ordinal);
        Assert.Contains("issue 03/UBND-VX", text, StringComparison.Ordinal);
        Assert.Contains("travel of 03/UBND-VX", text, StringComparison.Ordinal);
        var json = _program.Run("show", "--view", "why", "--to", "communes/20", "--format", "json").Json;
        var what = json.GetProperty("legs").EnumerateArray().Select(each => each.GetProperty("what").GetString()).ToList();
        Assert.Contains("handed-over", what);
    }

    [Fact]
    public void The_tree_says_who_is_dissolved_and_where_his_file_is()
    {
        var after = _program.Run("show", "--view", "tree", "--at", "2021-03-05T09:00");
        Assert.Contains("dissolved 2021-03-04 07:00, file at provinces/2", after.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("dissolved", _program.Run("show", "--view", "tree", "--at", "2021-03-03T09:00").Output);
        var json = _program.Run("show", "--view", "tree", "--at", "2021-03-05T09:00", "--format", "json").Json;
        var bodies = json[0].GetProperty("bodies").EnumerateArray().ToList();
        var dissolved = bodies.Where(body => body.GetProperty("dissolvedAt").GetString() == "2021-03-04T07:00:00+07:00").ToList();
        Assert.Equal(12, dissolved.Count);
        Assert.All(dissolved, body => Assert.StartsWith("provinces/", body.GetProperty("fileAt").GetString()));
        Assert.Contains("(dissolved)", _program.Run("show", "--view", "waterfall").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Stalls_show_the_files_that_are_under_way_and_in_whose_hands_they_are()
    {
        var text = _program.Run("show", "--view", "stalls", "--at", "2021-03-05T09:00").Output;
        Assert.Contains("the file is under way", text, StringComparison.Ordinal);
        Assert.Contains("districts/4 (provinces/2)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("waiting for 0 reports", text, StringComparison.Ordinal);
    }
}
