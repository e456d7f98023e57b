using System.Text.Json;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Cli;

public sealed class CalibrateCommandTests : IDisposable
{
    private static readonly string s_table = Path.Combine(ShippedScenarios.Folder, "data", "relay-delays.csv");

    private readonly Program _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void The_shipped_table_is_fitted_and_its_library_runs()
    {
        var answer = _program.Run(
            "calibrate", s_table, "--library", "vn/2020", "--spread", "keep", "--samples", "10", "--leave-out", "chain",
            "--out", "fitted.yaml");
        Assert.True(answer.ExitCode == 0, answer.Error);
        foreach (var words in new[]
        {
            "urgent: 27 pairs", "routine: 18 pairs", "steps of the library", "exponential", "Goodness", "days by the law",
            "pairs are few", "2021-08-29, a day off", "inside the 95% region",
            "26 of 27 real dates lie in their bands, 96% (95% interval 82 to 99%, Wilson)", "hold no fewer than chance allows",
            "13 of 18 real dates lie in their bands, 72% (95% interval 49 to 88%, Wilson)", "these hold too few",
        })
        {
            Assert.Contains(words, answer.Output, StringComparison.Ordinal);
        }

        var library = File.ReadAllText(Path.Combine(_program.Folder, "fitted.yaml"));
        Assert.Contains("urgent: lognormal median 5wh sigma 1.0", library, StringComparison.Ordinal);
        Assert.Contains("urgent: lognormal median 150wm sigma 1.0", library, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_program.Folder, "relay.yaml"), """
            format: 1
            scenario: relay
            start: 2021-06-07T07:00
            until: 30d
            include: [fitted.yaml]
            bodies:
              centre: { kind: prime-minister }
              province: { kind: province-committee, under: centre }
              district: { kind: district-committee, under: province }
            directives:
              - { id: order, from: centre, to: [province], issued: 2021-06-07T09:00, urgency: urgent }
            """);
        var valid = _program.Run("validate", "relay.yaml");
        Assert.True(valid.ExitCode == 0, valid.Output);
        var run = _program.Run("run", "relay.yaml", "--engine", "inprocess", "--format", "json");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains(
            "lognormal median 5wh", File.ReadAllText(Directory.GetFiles(_program.Folder, "scenario.yaml", SearchOption.AllDirectories)[0]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_table_gives_the_same_json_and_nothing_else()
    {
        File.WriteAllText(Path.Combine(_program.Folder, "few.csv"), """
            urgency,upper-date,lower-date,earliest,latest,upper
            urgent,2021-05-03,2021-05-04,,,a
            urgent,2021-05-04,2021-05-04,,,b
            urgent,2021-05-05,2021-05-07,,,c
            urgent,2021-05-06,2021-05-07,,,d
            urgent,2021-05-25,,2021-06-01,2021-06-30,e
            routine,2021-05-06,2021-05-07,,,f
            """);
        string[] arguments = ["calibrate", "few.csv", "--samples", "20", "--seed", "9", "--leave-out", "chain", "--format", "json"];
        var answer = _program.Run(arguments);
        Assert.True(answer.ExitCode == 0, answer.Error);
        Assert.Equal(answer.Output, _program.Run(arguments).Output);
        var group = Assert.Single(answer.Json.GetProperty("groups").EnumerateArray());
        Assert.Equal(9, group.GetProperty("fits").GetArrayLength());
        Assert.Equal(4, group.GetProperty("goodness").GetProperty("pairs").GetInt32());
        Assert.Equal(5, group.GetProperty("leftOut").GetProperty("bands").GetArrayLength());
        Assert.Equal(JsonValueKind.String, answer.Json.GetProperty("library").ValueKind);
        Assert.Equal("routine", answer.Json.GetProperty("tooFew")[0].GetProperty("urgency").GetString());
    }

    /// <summary>It was left out, though the text says that all else is as in it.</summary>
    [Fact]
    public void A_library_in_a_file_is_included_by_its_way_from_the_fitted_one()
    {
        Directory.CreateDirectory(Path.Combine(_program.Folder, "own"));
        File.WriteAllText(Path.Combine(_program.Folder, "own", "slow.yaml"), """
            format: 1
            library: slow
            kinds:
              slow-department: { like: province-department, steps: { sign: { takes: lognormal median 3wd sigma 1.0 } } }
            """);
        string[] arguments =
        [
            "calibrate", s_table, "--library", "vn/2020", "own/slow.yaml", "--kind", "slow-department",
            "--samples", "0", "--spread", "keep",
        ];
        var answer = _program.Run([.. arguments, "--out", "fitted.yaml"]);
        Assert.True(answer.ExitCode == 0, answer.Error);
        Assert.Contains("include: [vn/2020, 'own/slow.yaml']", answer.Output, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_program.Folder, "relay.yaml"), """
            format: 1
            scenario: relay
            start: 2021-06-07T07:00
            until: 30d
            include: [fitted.yaml]
            bodies: { office: { kind: slow-department } }
            """);
        var valid = _program.Run("validate", "relay.yaml");
        Assert.True(valid.ExitCode == 0, valid.Output + valid.Error);

        _program.Run([.. arguments, "--out", "own/slow.yaml"]).IsRefusal("name another file");
        File.Copy(Path.Combine(_program.Folder, "own", "slow.yaml"), Path.Combine(_program.Folder, "slow.txt"));
        _program.Run("calibrate", s_table, "--library", "vn/2020", "slow.txt").IsRefusal("ends in .yaml or .yml");
    }

    [Fact]
    public void Levels_with_enough_pairs_have_steps_of_their_own()
    {
        var answer = _program.Run(
            "calibrate", s_table, "--library", "vn/2020", "--samples", "0", "--pool-below", "12", "--exact", "--out", "fitted.yaml");
        Assert.True(answer.ExitCode == 0, answer.Error);
        var library = File.ReadAllText(Path.Combine(_program.Folder, "fitted.yaml"));
        Assert.Contains("  province-committee:", library, StringComparison.Ordinal);
        Assert.Contains("  district-committee:", library, StringComparison.Ordinal);
        Assert.DoesNotContain("  party-cell:", library, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_program.Folder, "relay.yaml"), """
            format: 1
            scenario: relay
            start: 2021-06-07T07:00
            until: 30d
            include: [fitted.yaml]
            bodies: { office: { kind: district-committee } }
            """);
        Assert.Equal(0, _program.Run("validate", "relay.yaml").ExitCode);
    }

    [Fact]
    public void Too_few_pairs_are_counted_before_anything_else_is_looked_at()
    {
        File.WriteAllText(Path.Combine(_program.Folder, "few.csv"), """
            urgency,upper-date,lower-date
            routine,1999-05-06,1999-05-07
            urgent,1999-05-03,1999-05-04
            urgent,1999-05-04,1999-05-04
            """);
        var answer = _program.Run("calibrate", "few.csv");
        answer.IsRefusal("'few.csv' has 3 pairs (2 urgent, 1 routine). A fit needs at least 5 of one urgency.");
        Assert.Single(answer.Error.Trim().Split('\n'));
    }

    [Fact]
    public void Pairs_that_are_enough_only_over_levels_are_not_taken_apart()
    {
        File.WriteAllText(Path.Combine(_program.Folder, "levels.csv"), """
            urgency,upper-date,lower-date,level
            urgent,2021-05-03,2021-05-04,province
            urgent,2021-05-04,2021-05-04,province
            urgent,2021-05-05,2021-05-07,province
            urgent,2021-05-06,2021-05-07,district
            urgent,2021-05-06,2021-05-08,district
            """);
        _program.Run("calibrate", "levels.csv", "--pool-below", "1").IsRefusal("only over several levels");
    }

    [Fact]
    public void Bad_input_is_told_and_nothing_is_written()
    {
        File.WriteAllText(
            Path.Combine(_program.Folder, "bad.csv"), "urgency,upper-date,lower-date\nurgnt,2021-05-02,2021-05-03\n");
        _program.Run("calibrate", "bad.csv", "--out", "fitted.yaml")
            .IsRefusal("bad.csv:2:1: error: There is no urgency 'urgnt'.");
        Assert.False(File.Exists(Path.Combine(_program.Folder, "fitted.yaml")));
        _program.Run("calibrate", "none.csv").IsRefusal("none.csv:1:1: error: There is no such file.");
        _program.Run("calibrate", s_table).IsRefusal("'office-hours' covers 2021-01-01 to 2021-12-31");
        _program.Run("calibrate", s_table, "--library", "vn/202").IsRefusal("Did you mean 'vn/2020'?");
        _program.Run("calibrate", s_table, "--library", "vn/2020", "--steps", "drft").IsRefusal("Did you mean 'draft'?");
        _program.Run("calibrate", s_table, "--library", "vn/2020", "--steps", "issue").IsRefusal("only a lognormal law");
        _program.Run("calibrate", s_table, "--library", "vn/2020", "--kind", "district-ofice")
            .IsRefusal("Did you mean 'district-office'?");
        _program.Run("calibrate", s_table, "--samples", "many").IsRefusal("--samples is a whole number");
        _program.Run("calibrate", s_table, "--out", "nowhere/fitted.yaml").IsRefusal("There is no folder");
    }
}
