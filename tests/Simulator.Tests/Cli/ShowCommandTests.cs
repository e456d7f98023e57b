using System.Text.Json;

namespace Simulator.Tests.Cli;

public sealed class ShowCommandTests(NewestRun played) : IClassFixture<NewestRun>
{
    private readonly Program _program = played.Program;

    [Theory]
    [InlineData("summary", "570/CĐ-TTg", "\"symbol\": \"570/CĐ-TTg\"")]
    [InlineData("tree", "UBND phường Sông Cầu", "\"name\": \"UBND phường Sông Cầu\"")]
    [InlineData("waterfall", "UBND thành phố Bắc Kạn", "\"name\": \"UBND thành phố Bắc Kạn\"")]
    [InlineData("waits", "laid aside or ignored", "\"off-hours\": ")]
    [InlineData("stalls", "places where it does not go on", "\"stalls\": [")]
    public void Each_view_shows_the_newest_run_in_text_and_json(string view, string expected, string inJson)
    {
        var text = _program.Run("show", "--view", view);
        Assert.True(text.ExitCode == 0, text.Error);
        Assert.Contains(expected, text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text.Output);
        var json = _program.Run("show", "--view", view, "--format", "json");
        Assert.Equal(view == "summary" ? JsonValueKind.Object : JsonValueKind.Array, json.Json.ValueKind);
        Assert.Contains(inJson, json.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("570")]
    [InlineData("2479")]
    [InlineData("756/UBND-VXNV")]
    [InlineData("telegram")]
    public void Why_tells_every_hand_over_and_they_add_up_to_the_whole(string paper)
    {
        var answer = _program.Run(
            "show", "--view", "why", "--directive", paper, "--to", "Sông Cầu", "--format", "json");
        Assert.True(answer.ExitCode == 0, answer.Error);
        var json = answer.Json;
        var legs = json.GetProperty("legs").EnumerateArray().ToList();
        int Sum(string key) => legs.Sum(each => each.GetProperty(key).GetInt32());
        var whole = json.GetProperty("elapsedMinutes").GetInt32();
        Assert.Equal(whole, Sum("elapsedMinutes"));
        Assert.Equal(
            whole,
            Sum("travelMinutes") + Sum("waitInHoursMinutes") + Sum("waitOffHoursMinutes") + Sum("workMinutes")
                + Sum("workPausedMinutes") + Sum("otherMinutes"));
        Assert.All(legs, leg => Assert.Equal(
            leg.GetProperty("elapsedMinutes").GetInt32(),
            leg.GetProperty("reasons").EnumerateObject().Sum(reason => reason.Value.GetInt32())));
        Assert.Equal("2021-05-02T17:00:00+07:00", legs[0].GetProperty("from").GetString());
        for (var place = 1; place < legs.Count; place++)
        {
            Assert.Equal(
                legs[place - 1].GetProperty("to").GetString(), legs[place].GetProperty("from").GetString());
        }

        Assert.Equal(2, json.GetProperty("sentences").GetArrayLength());
    }

    [Fact]
    public void Waits_add_up_over_bodies_and_levels_and_tell_of_one_body_by_document()
    {
        var all = _program.Run("show", "--view", "waits", "--format", "json").Json[0];
        foreach (var part in (string[])["bodies", "documents"])
        {
            var waits = all.GetProperty(part);
            long Sum(IEnumerable<JsonElement> some) => some.Sum(each => each.GetProperty("elapsedMinutes").GetInt64());
            var whole = Sum(waits.GetProperty("each").EnumerateArray());
            Assert.True(whole > 0);
            Assert.Equal(whole, Sum([waits.GetProperty("ended"), waits.GetProperty("open")]));
            foreach (var by in (string[])["byLevel", "byKind"])
            {
                Assert.Equal(whole, Sum(waits.GetProperty(by).EnumerateArray()
                    .SelectMany(group => new[] { group.GetProperty("ended"), group.GetProperty("open") })));
            }
        }

        var city = _program.Run("show", "--view", "waits", "--to", "city", "--lang", "vi");
        Assert.Contains("văn bản đi", city.Output, StringComparison.Ordinal);
        Assert.Contains("ngoài giờ", city.Output, StringComparison.Ordinal);
        var one = _program.Run("show", "--view", "waits", "--to", "city", "--format", "json").Json[0];
        Assert.Contains(
            one.GetProperty("documents").GetProperty("each").EnumerateArray(),
            each => each.GetProperty("body").GetString() == "city" && each.GetProperty("sender").GetString() == "province");
        Assert.Equal(29, one.GetProperty("documents").GetProperty("each").EnumerateArray()
            .Count(each => each.GetProperty("sender").GetString() == "city"));
        _program.Run("show", "--view", "waits", "--to", "city", "--at", "1h").IsRefusal("No paper came to");
    }

    [Fact]
    public void The_tree_at_a_moment_knows_nothing_of_what_comes_later()
    {
        var before = _program.Run("show", "--view", "tree", "--at", "2021-05-02T16:59").Output;
        Assert.DoesNotContain("relayed", before, StringComparison.Ordinal);
        var after = _program.Run("show", "--view", "tree", "--at", "2021-05-10T09:00").Output;
        Assert.Contains("relayed", after, StringComparison.Ordinal);
    }

    [Fact]
    public void The_names_of_steps_and_states_are_there_in_vietnamese()
    {
        var answer = _program.Run("show", "--view", "why", "--to", "Sông Cầu", "--lang", "vi");
        Assert.Contains("soạn thảo", answer.Output, StringComparison.Ordinal);
        Assert.Contains("chưa đến", _program.Run("show", "--view", "tree", "--at", "1m", "--lang", "vi").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_are_told_in_a_sentence()
    {
        _program.Run("show", "nowhere").IsRefusal("There is no run folder 'nowhere'.");
        _program.Run("show", "--view", "why").IsRefusal("--to");
        _program.Run("show", "--view", "why", "--to", "pm").IsRefusal("issued it");
        _program.Run("show", "--view", "why", "--to", "UBND").IsRefusal("could be");
        _program.Run("show", "--view", "why", "--to", "Paris").IsRefusal("No body has 'Paris'");
        _program.Run("show", "--view", "tree", "--directive", "999").IsRefusal("No paper has '999'");
        _program.Run("show", "--view", "tree", "--directive", "telegrma").IsRefusal("Did you mean 'telegram'?");
        _program.Run("show", "--view", "tree", "--at", "2031-01-01").IsRefusal("is not within the run");
        _program.Run("show", "--view", "tree", "--at", "noon").IsRefusal("--at takes a moment");
        _program.Run("show", "--at", "2021-05-03").IsRefusal("--at goes with --view tree, ");
        _program.Run("show", "--view", "tree", "--to", "pm").IsRefusal("--to goes with --view why");
        _program.Run("show", "--view", "tree", "tree").IsRefusal("There is no run folder 'tree'.");
    }

    [Fact]
    public void A_scenario_that_was_changed_after_its_run_is_told_as_that()
    {
        var folder = played.Copy(NewestRun.Name);
        File.AppendAllText(Path.Combine(_program.Folder, folder, "scenario.yaml"), "# edited\n");
        _program.Run("show", folder).IsRefusal("was changed after it was run");
        _program.Run("run", "--from", folder, "--at", "1d").IsRefusal("was changed after it was run");
    }

    [Fact]
    public void A_journal_that_was_changed_or_cut_is_refused()
    {
        var folder = played.Copy(NewestRun.Name);
        var journal = Path.Combine(_program.Folder, folder, "journal.bin");
        var bytes = File.ReadAllBytes(journal);
        bytes[100] ^= 1;
        File.WriteAllBytes(journal, bytes);
        _program.Run("show", folder).IsRefusal("was changed");
        File.WriteAllBytes(journal, bytes[..^5]);
        _program.Run("show", folder).IsRefusal("cut short");
        File.WriteAllText(journal, "no journal");
        _program.Run("show", folder).IsRefusal("is not a journal");
        File.Delete(journal);
        _program.Run("show", folder).IsRefusal("half a run");
    }
}
