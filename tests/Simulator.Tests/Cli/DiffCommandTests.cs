using System.Text.Json;

namespace Simulator.Tests.Cli;

public sealed class DiffCommandTests(ComparedRuns played) : IClassFixture<ComparedRuns>
{
    private readonly Program _program = played.Program;

    [Fact]
    public void Two_runs_are_told_apart_by_body_level_state_and_first_entry()
    {
        var json = Diff("one", "other", "--format", "json").Json;
        Assert.True(json.GetProperty("sameScenario").GetBoolean());
        Assert.Equal(31, json.GetProperty("bodiesInBoth").GetInt32());
        var bodies = json.GetProperty("bodies").EnumerateArray().ToList();
        Assert.NotEmpty(json.GetProperty("origins").EnumerateArray());
        Assert.All(json.GetProperty("levels").EnumerateArray(), level => Assert.True(
            Sum(level, "later", "same", "earlier", "onlyFirst", "onlySecond") <= 31));
        foreach (var body in bodies)
        {
            var (first, second) = (body.GetProperty("first"), body.GetProperty("second"));
            foreach (var moment in body.GetProperty("laterMinutes").EnumerateObject()
                .Where(moment => moment.Value.ValueKind != JsonValueKind.Null))
            {
                Assert.Equal(
                    second.GetProperty(moment.Name).GetInt32() - first.GetProperty(moment.Name).GetInt32(),
                    moment.Value.GetInt32());
            }
        }

        Assert.Equal(2, json.GetProperty("parting").GetProperty("common").GetInt32());
        var text = Diff("one", "other").Output;
        Assert.Contains("where it began:", text, StringComparison.Ordinal);
        Assert.Contains("and part here:", text, StringComparison.Ordinal);
        Assert.Contains("khác biệt bắt đầu từ:", Diff("one", "other", "--lang", "vi").Output, StringComparison.Ordinal);
        Assert.Contains("No moment of any of 31 bodies is different.", Diff("one", "one").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_directives_of_one_run_are_compared_since_the_issue_of_each()
    {
        var json = Diff("two-directives", "--directives", "dikes,exams", "--format", "json").Json;
        Assert.Equal("dikes", json.GetProperty("first").GetProperty("directive").GetString());
        Assert.Equal("exams", json.GetProperty("second").GetProperty("directive").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("parting").ValueKind);
        Assert.NotEmpty(json.GetProperty("levels").EnumerateArray());
    }

    [Fact]
    public void What_cannot_be_compared_is_refused_with_a_sentence()
    {
        const string A = "two-directives";
        const string B = "silence";
        Diff(A).IsRefusal("diff takes two runs");
        Diff(A, "nowhere").IsRefusal("There is no run folder 'nowhere'");
        Diff(A, A).IsRefusal("choose one with --directive: dikes, exams");
        Diff(A, A, "--directive", "dykes").IsRefusal("Did you mean 'dikes'?");
        Diff(A, "--directives", "dikes").IsRefusal("takes two of them with a comma between");
        Diff(A, "--directives", "dikes,exams", "--directive", "dikes").IsRefusal("give one of the two");
        Diff(A, B).IsRefusal("have no directive of one id in common");
        Diff(A, B, "--top", "0").IsRefusal("--top 0 is not a number of lines");
        var damaged = played.Copy(B);
        File.AppendAllText(Path.Combine(_program.Folder, damaged, "journal.bin"), "more");
        Assert.Equal(2, Diff(A, damaged, "--directives", "dikes,exams").ExitCode);
    }

    [Fact]
    public void Runs_without_a_body_in_common_are_refused_and_of_other_scenarios_said()
    {
        Diff("one", "two-directives", "--directives", "telegram,dikes").IsRefusal("There is nothing to compare");
        Assert.Contains("They are of two scenarios", Diff("one", "phu-yen").Output, StringComparison.Ordinal);
    }

    private Answer Diff(params string[] arguments) => _program.Run(["diff", .. arguments]);

    private static int Sum(JsonElement level, params string[] keys) => keys.Sum(key => level.GetProperty(key).GetInt32());
}
