using System.Text.Json;
using Simulator.Analysis.Traces;
using Simulator.Cli.Engines;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;
using Simulator.Kernel.Engine;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Cli;

public sealed class RunCommandTests
{
    public static TheoryData<string> Names => ShippedRun.Names;

    /// <summary>The scenarios of real papers and the larger ones; those of single mechanisms are told of in process below.</summary>
    public static TheoryData<string> Started => [.. ShippedRun.Names.Select(row => row.Data).Where(name => !name.Contains('/'))];

    [Theory]
    [MemberData(nameof(Started))]
    public void A_run_says_in_json_what_came_of_it(string name)
    {
        using var program = new Program();
        var answer = program.Run("run", Program.Scenario(name), "--format", "json", "--replications", "20");
        Assert.True(answer.ExitCode == 0, answer.Error);
        var json = answer.Json;
        var played = ShippedRun.Base(name);
        Assert.Equal(played.Options.Seed, json.GetProperty("seed").GetUInt64());
        Assert.Equal(EngineChoice.Of(null).Name, json.GetProperty("engine").GetString());
        Assert.Equal(
            played.Model.Source.Observed.Count, json.GetProperty("observed").GetArrayLength());
        foreach (var observed in json.GetProperty("observed").EnumerateArray())
        {
            foreach (var key in new[] { "symbol", "date", "median", "low", "high", "percentile" })
            {
                Assert.True(observed.TryGetProperty(key, out _), key);
            }
        }

        IsTheRunOf(json, name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_said_in_json_of_a_run_agrees_with_itself_and_with_the_journal(string name)
    {
        var played = ShippedRun.Base(name);
        var collector = new JournalCollector();
        var result = InProcessEngine.Run(played.Model, played.Options, collector, TestContext.Current.CancellationToken);
        var report = new RunReport
        {
            Model = played.Model,
            Options = played.Options,
            Result = result,
            Trace = new RunTrace(played.Model, [.. collector.Entries]),
            Folder = "kept",
        };
        IsTheRunOf(JsonSerializer.SerializeToElement(RunJson.Of(report), JsonOutput.Options), name);
    }

    private static void IsTheRunOf(JsonElement json, string name)
    {
        var played = ShippedRun.Base(name);
        Assert.Equal(name.Split('/')[^1], json.GetProperty("scenario").GetString());
        Assert.Equal("base", json.GetProperty("variant").GetString());
        Assert.Equal(played.Model.Bodies.Count, json.GetProperty("bodies").GetInt32());
        Assert.Equal(played.Entries.Count, json.GetProperty("entries").GetInt32());
        Assert.Equal(played.Digest.ToString(), json.GetProperty("digest").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+07:00$", json.GetProperty("endedAt").GetString());
        foreach (var directive in json.GetProperty("directives").EnumerateArray())
        {
            IsConsistent(directive);
        }
    }

    private static void IsConsistent(JsonElement directive)
    {
        int Count(string key) => directive.GetProperty(key).GetInt32();
        Assert.NotEmpty(directive.GetProperty("id").GetString()!);
        Assert.True(directive.TryGetProperty("symbol", out _));
        Assert.InRange(Count("reached"), 1, Count("addressed"));
        Assert.InRange(Count("registered"), 0, Count("reached"));
        Assert.InRange(Count("complied"), 0, Count("registered"));
        Assert.InRange(Count("reportedComplied"), 0, Count("takenForNew") == 0 ? Count("addressed") : int.MaxValue);
        Assert.All(
            directive.GetProperty("medianDelayHoursByLevel").EnumerateObject(),
            level => Assert.True(level.Value.GetDouble() > 0));
        Assert.True(directive.TryGetProperty("completedAt", out _));
    }

    [Fact]
    public void Directives_that_are_written_as_one_are_told_as_one()
    {
        using var program = new Program();
        string[] run = ["run", Program.Scenario("working-group")];
        var text = program.Run(run).Output;
        Assert.Contains("13 issued, from 2016-01-04 08:00 to 2016-12-05 08:00", text, StringComparison.Ordinal);
        Assert.DoesNotContain("tasks-2016-1", text, StringComparison.Ordinal);
        Assert.Matches(@"of tasks-2016 overdue\(all\) <= 6% at 2016-12-30 +met +\d+ / 3,315, [0-5]\.\d %", text);
        var goal = program.Run([.. run, "--format", "json"]).Json.GetProperty("goals")[0];
        Assert.Equal(("tasks-2016", 9 * 3 * 85), (goal.GetProperty("directive").GetString(), goal.GetProperty("among").GetInt32()));
    }

    [Fact]
    public void The_same_run_again_is_reported_as_identical_and_another_in_its_place_is_refused()
    {
        using var program = new Program();
        var scenario = Program.Scenario("bac-kan-570");
        string[] run = ["run", scenario, "--replications", "0", "--out", "kept"];
        Assert.Contains("Run kept in kept", program.Run(run).Output, StringComparison.Ordinal);
        var journal = File.ReadAllBytes(Path.Combine(program.Folder, "kept", "journal.bin"));
        var again = program.Run(run);
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("The same run was kept before, in kept", again.Output, StringComparison.Ordinal);
        program.Run([.. run, "--seed", "7"]).IsRefusal("holds another run");
        Assert.Equal(journal, File.ReadAllBytes(Path.Combine(program.Folder, "kept", "journal.bin")));
        Assert.Equal(["kept"], Directory.GetFileSystemEntries(program.Folder).Select(Path.GetFileName));
        Assert.Equal(0, program.Run([.. run, "--seed", "7", "--force"]).ExitCode);
        Assert.NotEqual(journal, File.ReadAllBytes(Path.Combine(program.Folder, "kept", "journal.bin")));
    }

    [Fact]
    public void Two_equal_runs_leave_equal_folders()
    {
        using var program = new Program();
        foreach (var folder in new[] { "a", "b" })
        {
            program.Run("run", Program.Scenario("phu-yen-91"), "--replications", "0", "--out", folder);
        }

        foreach (var file in new[] { "manifest.json", "scenario.yaml", "journal.bin" })
        {
            Assert.Equal(
                File.ReadAllBytes(Path.Combine(program.Folder, "a", file)),
                File.ReadAllBytes(Path.Combine(program.Folder, "b", file)));
        }
    }

    [Fact]
    public void A_run_until_an_earlier_moment_has_fewer_entries()
    {
        using var program = new Program();
        int Entries(params string[] more) => program
            .Run(["run", Program.Scenario("bac-kan-570"), "--replications", "0", "--format", "json", .. more])
            .Json.GetProperty("entries").GetInt32();
        Assert.True(Entries("--until", "3d", "--out", "short") < Entries());
    }

    [Fact]
    public void A_directive_that_a_shorter_run_does_not_come_to_counts_nowhere()
    {
        using var program = new Program();
        string[] run = ["run", Program.Scenario("mechanisms/campaign"), "--until", "10d"];
        var text = program.Run(run).Output;
        Assert.Matches(@"second[^\n]*\n  not issued in this run\n\n", text);
        Assert.Matches(@"\(second\) +not issued +0 / 0", text);
        var json = program.Run([.. run, "--format", "json"]).Json;
        var second = json.GetProperty("directives").EnumerateArray().Single(each => each.GetProperty("id").GetString() == "second");
        Assert.Equal(JsonValueKind.Null, second.GetProperty("issuedAt").ValueKind);
        Assert.Equal(0, second.GetProperty("states").GetArrayLength());
    }

    [Fact]
    public void What_was_observed_judges_the_scenario_as_it_stands_and_no_variant_of_it()
    {
        const string Said = "The real dates are of the scenario as it stands.";
        using var program = new Program();
        string[] run = ["run", Program.Scenario("bac-kan-570"), "--replications", "10"];
        var asItStands = program.Run(run).Output;
        Assert.Matches(@"\n  756/UBND-VXNV [^\n]* \d+  inside *\n", asItStands);
        Assert.DoesNotContain(Said, asItStands, StringComparison.Ordinal);
        foreach (var change in new[] { "--variant=weekday", "--set=city.clerk=3" })
        {
            var changed = program.Run([.. run, change]).Output;
            Assert.Matches(@"\n  756/UBND-VXNV [^\n]* - *\n", changed);
            Assert.Contains(Said, changed, StringComparison.Ordinal);
            var json = program.Run([.. run, change, "--format", "json"]).Json.GetProperty("observed")[0];
            Assert.Equal(JsonValueKind.Null, json.GetProperty("inside").ValueKind);
            Assert.Equal(JsonValueKind.String, json.GetProperty("median").ValueKind);
        }
    }

    [Fact]
    public void Mistakes_of_usage_are_told_in_a_sentence()
    {
        using var program = new Program();
        var scenario = Program.Scenario("bac-kan-570");
        program.Run("run").IsRefusal("scenario");
        program.Run("run", "nowhere.yaml").IsRefusal("There is no such file.");
        program.Run("run", scenario, "--variant", "wekday").IsRefusal("Did you mean 'weekday'?");
        program.Run("run", scenario, "--until", "soon").IsRefusal("--until takes an elapsed time");
        program.Run("run", scenario, "--replications", "-1").IsRefusal("--replications takes a whole number");
        program.Run("run", scenario, "--seed", "-1").IsRefusal("--seed takes a whole number");
        program.Run("run", scenario, "--threads", "0").IsRefusal("--threads takes a whole number");
        program.Run("run", scenario, "--engine", "akka").IsRefusal("akka");
        program.Run("run", scenario, "--set", "communes.clerk").IsRefusal("--set takes path=value");
        program.Run("run", scenario, "--format", "xml").IsRefusal("xml");
        program.Run("ran", scenario).IsRefusal("ran");
        Assert.Empty(Directory.GetFileSystemEntries(program.Folder));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_explained()
    {
        using var program = new Program();
        File.WriteAllText(Path.Combine(program.Folder, "file"), "");
        program.Run("run", Program.Scenario("bac-kan-570"), "--out", Path.Combine("file", "run"))
            .IsRefusal("Choose another folder with --out.", exitCode: 1);
    }

    [Theory]
    [InlineData("precious")]
    [InlineData(".")]
    [InlineData("precious/file")]
    public void A_folder_that_is_no_run_is_never_replaced(string output)
    {
        using var program = new Program();
        Directory.CreateDirectory(Path.Combine(program.Folder, "precious"));
        var file = Path.Combine(program.Folder, "precious", "file");
        File.WriteAllText(file, "mine");
        program.Run("run", Program.Scenario("bac-kan-570"), "--replications", "0", "--out", output, "--force")
            .IsRefusal("it is never replaced");
        Assert.Equal("mine", File.ReadAllText(file));
        Assert.Equal(["precious"], Directory.GetFileSystemEntries(program.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_set_value_changes_the_run_and_the_resolved_scenario_says_so()
    {
        using var program = new Program();
        string[] run = ["run", Program.Scenario("bac-kan-570"), "--replications", "0", "--format", "json"];
        var changed = program.Run([.. run, "--set", "city.clerk=3", "--out", "changed"]);
        Assert.True(changed.ExitCode == 0, changed.Error);
        var resolved = Path.Combine(program.Folder, "changed", "scenario.yaml");
        var replayed = program.Run("run", resolved, "--replications", "0", "--format", "json", "--out", "replayed");
        Assert.Equal(
            changed.Json.GetProperty("digest").GetString(), replayed.Json.GetProperty("digest").GetString());
    }
}
