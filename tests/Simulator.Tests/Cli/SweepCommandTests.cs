using System.Globalization;
using System.Text.Json;

namespace Simulator.Tests.Cli;

public sealed class SweepCommandTests : IDisposable
{
    private static readonly string[] _tables = ["sweep.json", "runs.csv", "cells.csv"];

    private readonly Program _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Every_run_is_a_row_with_its_inputs_and_outcomes()
    {
        Done(Sweep("clerks", "6", "--vary", "city.clerk=1,2", "--variant", "base", "--variant", "quick-drafting"));
        var rows = Rows("clerks");
        Assert.Equal(1 + (2 * 2 * 6), rows.Length);
        Assert.StartsWith("cell,variant,city.clerk,replication,seed,failure,", rows[0], StringComparison.Ordinal);
        Assert.Equal(
            Enumerable.Range(0, 6).Select(number => number.ToString(CultureInfo.InvariantCulture)),
            rows.Where(row => row.StartsWith("\"quick-drafting,city.clerk=2\",quick-drafting,2,", StringComparison.Ordinal))
                .Select(row => row.Split(',')[4]));
        var answer = _program.Run(
            "run", Program.Scenario("bac-kan-570"), "--variant", "quick-drafting", "--set", "city.clerk=2", "--replication", "4",
            "--replications", "0", "--format", "json");
        var complied = answer.Json.GetProperty("directives")[0].GetProperty("complied").GetInt32();
        var column = Array.IndexOf(rows[0].Split(','), "telegram: complied");
        var row = rows.Single(each => each.StartsWith("\"quick-drafting,city.clerk=2\",quick-drafting,2,4,", StringComparison.Ordinal));
        Assert.Equal(complied, double.Parse(row.Split(',')[column + 1], CultureInfo.InvariantCulture)); // the cell's name has a comma
    }

    /// <summary>Killed in the midst of it, a sweep goes on to the very bytes of one that nothing befell.</summary>
    [Theory]
    [InlineData("--replications", "400")]
    [InlineData("--precision", "8%")]
    public async Task A_sweep_that_was_killed_goes_on_to_the_same_bytes(string how, string far)
    {
        string[] asked = ["sweep", Program.Scenario("bac-kan-570"), "--vary", "city.clerk=1,2", how, far, "--out"];
        Done(_program.Run([.. asked, "whole"]));
        using (var killed = _program.Start([.. asked, "cut"]))
        {
            var log = Path.Combine(_program.Folder, "cut", "unfinished.jsonl");
            while (!killed.HasExited && (!File.Exists(log) || new FileInfo(log).Length < 10_000))
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            killed.Kill();
            await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(Path.Combine(_program.Folder, "cut", "unfinished.jsonl")), "It ended before it was killed.");
        _program.Run([.. asked, "cut"]).IsRefusal("Go on with it with --resume");
        Done(_program.Run([.. asked, "cut", "--resume", "--threads", "1"]));
        Assert.All(_tables, name => Assert.Equal(Text("whole", name), Text("cut", name)));
        Assert.Equal(3, Directory.EnumerateFiles(Path.Combine(_program.Folder, "cut")).Count());
    }

    [Fact]
    public void Half_a_line_and_a_damaged_one_are_dropped_and_their_runs_played_again()
    {
        Done(Sweep("whole", "8"));
        Done(Sweep("cut", "4"));
        File.WriteAllText(Path.Combine(_program.Folder, "cut", "unfinished.jsonl"), "{\"Cell\":0,\"Repl");
        Done(Sweep("cut", "8", "--resume"));
        Assert.All(_tables, name => Assert.Equal(Text("whole", name), Text("cut", name)));
        File.WriteAllText(Path.Combine(_program.Folder, "cut", "unfinished.jsonl"), "{\"Cell\":7}\n{}\nnot at all\n");
        Done(Sweep("cut", "8", "--resume"));
        Assert.All(_tables, name => Assert.Equal(Text("whole", name), Text("cut", name)));
        var manifest = Path.Combine(_program.Folder, "cut", "sweep.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"seed\": ", "\"seed\": 1", StringComparison.Ordinal));
        Sweep("cut", "8").IsRefusal("The sweep.json in 'cut' was changed after it was written. Its seal is ");
        File.WriteAllText(manifest, "{");
        Sweep("cut", "8").IsRefusal("sweep.json: error: This cannot be read");
        Assert.Equal(Text("whole", "runs.csv"), Text("cut", "runs.csv"));
    }

    [Fact]
    public void A_larger_number_extends_a_finished_sweep()
    {
        Done(Sweep("whole", "25"));
        Done(Sweep("grown", "10"));
        var extended = Sweep("grown", "25");
        Assert.Contains("25 runs, 10 of them there before", extended.Output, StringComparison.Ordinal);
        Assert.All(_tables, name => Assert.Equal(Text("whole", name), Text("grown", name)));
        Assert.Empty(Sweep("grown", "25").Error);
        var fewer = Done(Sweep("grown", "10"));
        Assert.Contains("25 runs, 25 of them there before", fewer.Output, StringComparison.Ordinal);
        Assert.Contains(
            "The sweep in 'grown' has 25 replications of a cell, more than the 10 asked for: all are kept, and count.", fewer.Error,
            StringComparison.Ordinal);
        Assert.All(_tables, name => Assert.Equal(Text("whole", name), Text("grown", name)));
    }

    [Fact]
    public void Another_sweep_is_not_overwritten()
    {
        Done(Sweep("kept", "2"));
        Sweep("kept", "2", "--seed", "9").IsRefusal("holds another sweep: of the seed 570");
        Sweep("kept", "2", "--vary", "city.clerk=1,2").IsRefusal("holds another sweep: of the cells base");
        Sweep("kept", "2", "--set", "city.clerk=2").IsRefusal("the scenario has been changed since");
        Done(Sweep("kept", "2", "--seed", "9", "--force"));
        File.WriteAllText(Path.Combine(_program.Folder, "kept", "notes.txt"), "mine");
        Sweep("kept", "2", "--force").IsRefusal("is not a sweep; it is never replaced");
        Assert.Equal("mine", Text("kept", "notes.txt"));
    }

    /// <summary>How far it goes does not depend on which run is finished first.</summary>
    [Fact]
    public void A_sweep_for_precision_stops_where_its_intervals_are_narrow_enough()
    {
        string[] asked = ["sweep", Program.Scenario("bac-kan-570"), "--precision", "10%", "--out"];
        var one = Done(_program.Run([.. asked, "one", "--threads", "1"]));
        Done(_program.Run([.. asked, "two", "--threads", "2"]));
        Assert.Contains("Everything asked is within 10 % of its mean, or 10 points for a share.", one.Output, StringComparison.Ordinal);
        Assert.Equal(Text("one", "runs.csv"), Text("two", "runs.csv"));
        Assert.InRange(Rows("one").Length - 1, 30, 2000);
        var few = Done(_program.Run([.. asked, "few", "--at-most", "25"]));
        Assert.Contains("replications of each cell would bring everything asked within 10 %", few.Output, StringComparison.Ordinal);
        Assert.Equal(25, Rows("few").Length - 1);
    }

    [Fact]
    public void As_json_each_finished_cell_is_an_object_on_its_line()
    {
        var answer = Done(Sweep("cells", "5", "--vary", "city.clerk=1..3/3", "--format", "json"));
        var cells = answer.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["base,city.clerk=1", "base,city.clerk=2", "base,city.clerk=3"], cells.Select(cell => cell.GetProperty("cell").GetString()));
        Assert.All(cells, cell => Assert.Equal(5, cell.GetProperty("replications").GetInt32()));
        Assert.All(cells, cell => Assert.True(cell.GetProperty("outcomes").GetArrayLength() > 9));
    }

    /// <summary>What the scenario says is played, and what the command line says of numbers goes before it.</summary>
    [Fact]
    public void An_experiment_of_the_scenario_is_played_as_it_says()
    {
        var answer = Done(_program.Run(
            "sweep", Program.Scenario("bac-kan-570"), "--experiment", "staff-and-urgency", "--replications", "6", "--out", "named"));
        Assert.Contains("what a value does, less the first of its path", answer.Output, StringComparison.Ordinal);
        Assert.Contains("registered(level commune) within 2d", answer.Output, StringComparison.Ordinal);
        Assert.Equal(1 + (4 * 6), Rows("named").Length);
        _program.Run("sweep", Program.Scenario("bac-kan-570"), "--experiment", "staff-and-urgnecy")
            .IsRefusal("Did you mean 'staff-and-urgency'?");
        _program.Run("sweep", Program.Scenario("bac-kan-570"), "--experiment", "staff-and-urgency", "--vary", "city.clerk=1,2")
            .IsRefusal("leave --variant, --vary and --design out");
    }

    [Fact]
    public void A_screening_ranks_what_is_varied()
    {
        var answer = Done(Sweep(
            "screened", "5", "--vary", "city.clerk=1,2", "--vary", "directives.telegram.urgency=urgent,express", "--design",
            "morris trajectories 2"));
        var lines = answer.Output.Split('\n');
        var place = Array.FindIndex(lines, line => line.Contains("screening, over each whole range", StringComparison.Ordinal));
        Assert.StartsWith("    directives.telegram.urgency", lines[place + 1], StringComparison.Ordinal);
        Assert.StartsWith("    city.clerk", lines[place + 2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_screening_of_what_makes_no_difference_says_so()
    {
        var answer = Done(Sweep(
            "idle", "3", "--vary", "communes.clerk=1..5", "--vary", "city.clerk=1..5", "--design", "morris trajectories 2"));
        Assert.Contains("\n  screening: no value makes any difference at any point\n", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("μ*", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_with_long_names_are_numbered_and_their_tables_not_broken()
    {
        var answer = Done(Sweep(
            "sampled", "3", "--vary", "city.clerk=1..5", "--vary", "directives.telegram.assignments.plans.takes=1wd..4wd", "--vary",
            "kinds.district-committee.steps.draft.takes=x0.5..x1.5", "--design", "latin-hypercube points 6"));
        Assert.Matches(
            @"\n  cell 6: base, city\.clerk=\d, directives\.telegram\.assignments\.plans\.takes=[\d.]+wd, kinds\.\S+=x[\d.]+\n",
            answer.Output);
        Assert.Matches(
            @"\nregistered[^\n]*: days\n  cell +answered +mean +95% interval +5% +median +95%\n"
            + @"(  cell [1-6] +3 / 3( +\d+\.\d\d d){2} \.\. [^\n]+ d\n){6}",
            answer.Output);
        Assert.Equal(6, Rows("sampled").Skip(1).Select(row => row.Split('"')[1]).Distinct().Count());
    }

    [Fact]
    public void Cells_of_different_seeds_are_refused() => Sweep("seeds", "2", "--vary", "seed=1,2")
        .IsRefusal("leave 'seed' out of what differs between them");

    /// <summary>What an interrupted sweep of more has left beyond what is asked now is not in the tables.</summary>
    [Fact]
    public void A_smaller_number_after_an_interruption_gives_the_tables_of_that_number()
    {
        Done(Sweep("few", "4"));
        Done(Sweep("many", "9"));
        var lines = Rows("many").Skip(1).Select((row, number) => (row, number)).Where(each => each.number is 0 or 1 or 2 or 3 or 7);
        Directory.CreateDirectory(Path.Combine(_program.Folder, "cut"));
        File.Copy(Path.Combine(_program.Folder, "many", "sweep.json"), Path.Combine(_program.Folder, "cut", "sweep.json"));
        File.WriteAllLines(Path.Combine(_program.Folder, "cut", "unfinished.jsonl"), lines.Select(each => JsonSerializer.Serialize(new
        {
            Cell = 0,
            Replication = each.number,
            Values = each.row.Split(',').Skip(5)
                .Select(value => value.Length == 0 ? (double?)null : double.Parse(value, CultureInfo.InvariantCulture)),
        })));
        var cut = Done(Sweep("cut", "4", "--resume"));
        Assert.Contains("1 runs lie beyond the 4 replications asked for; they are left out.", cut.Error, StringComparison.Ordinal);
        Assert.All(_tables, name => Assert.Equal(Text("few", name), Text("cut", name)));
    }

    [Theory]
    [InlineData("--measure", "registred(level commune)", "Did you mean 'registered'?")]
    [InlineData("--vary", "city.clerk", "varies nothing")]
    [InlineData("--vary", "city.clrek=1,2", "--vary city.clrek: error: The path 'city.clrek' leads nowhere at character 6")]
    [InlineData("--vary", "city.clerk=1,many", "--vary city.clerk: error: 'city.clerk' is wrong: 'many'")]
    [InlineData("--variant", "quick-draftin", "Did you mean 'quick-drafting'?")]
    [InlineData("--design", "factorail", "Did you mean 'factorial'?")]
    [InlineData("--precision", "0", "--precision takes a share such as 5%")]
    [InlineData("--watch", "x", "--watch belongs to --precision")]
    public void What_cannot_be_swept_is_refused_and_leaves_nothing(string option, string value, string sentence)
    {
        _program.Run("sweep", Program.Scenario("bac-kan-570"), "--out", "nothing", option, value).IsRefusal(sentence);
        Assert.False(Directory.Exists(Path.Combine(_program.Folder, "nothing")));
    }

    [Fact]
    public void An_outcome_that_is_not_there_has_its_nearest_name_told() =>
        _program.Run("sweep", Program.Scenario("bac-kan-570"), "--precision", "5%", "--watch", "telegram: compiled")
            .IsRefusal("Did you mean 'telegram: complied'?");

    private Answer Sweep(string folder, string replications, params string[] more) => _program.Run(
        ["sweep", Program.Scenario("bac-kan-570"), "--replications", replications, "--out", folder, .. more]);

    private static Answer Done(Answer answer)
    {
        Assert.True(answer.ExitCode == 0, answer.Error + answer.Output);
        return answer;
    }

    private string[] Rows(string folder) => Text(folder, "runs.csv").TrimEnd().Split('\n');

    private string Text(string folder, string name) => File.ReadAllText(Path.Combine(_program.Folder, folder, name));
}
