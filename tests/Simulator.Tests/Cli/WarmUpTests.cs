using System.Text.Json;
using System.Text.RegularExpressions;

namespace Simulator.Tests.Cli;

/// <summary>What a standing load suggests as warm-up, and what a run does with it.</summary>
public sealed partial class WarmUpTests : IDisposable
{
    private const string Steady =
        """
        format: 1
        scenario: steady-orders
        start: 2021-01-04T07:00
        until: 240d
        levels: [city, ward]
        lines: [state]
        channels: { wire: { delay: 5m } }
        kinds:
          city:
            level: city
            line: state
            clerk: { heads: 1 }
            leadership: { heads: 1 }
            staff: { heads: 1 }
            channel: wire
          ward: { like: city, level: ward, steps: { carry-out: { by: staff } } }
        bodies:
          city: { kind: city }
          wards: { kind: ward, under: city, count: 5 }
        directives:
          - id: orders
            from: city
            issued: 2021-01-04T08:00
            every: 1d
            times: 235
            to: [subordinates]
            assignments:
              - { id: do, by: each addressee, takes: exponential mean 21wh, due: 5d }
        goals:
          - of orders done-on-time(level ward) >= 80%
        """;

    private readonly Program _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void What_is_suggested_can_be_set_and_the_summary_says_what_it_leaves_out()
    {
        Write(Steady);
        var told = Done(Suggest());
        var found = Suggestion().Match(told);
        Assert.True(found.Success, told);
        var (first, of, warmUp) = (found.Groups[1].Value, found.Groups[2].Value, found.Groups[3].Value);
        Assert.Equal("235", of);
        Assert.Equal(told, Done(Suggest("--threads", "1")));
        Assert.Equal(["steady.yaml"], Directory.EnumerateFileSystemEntries(_program.Folder).Select(Path.GetFileName));
        var run = Done(_program.Run("run", "steady.yaml", "--set", $"warm-up={warmUp}"));
        Assert.Equal(2, Regex.Count(run, $"{first} of {of} left out by warm-up and cool-down"));
        var without = Done(_program.Run("run", "steady.yaml"));
        Assert.DoesNotContain("left out", without, StringComparison.Ordinal);
        Assert.Equal(DigestIn(without), DigestIn(run));
    }

    [Fact]
    public void As_json_each_cell_is_an_object_on_its_line()
    {
        Write(Steady);
        var cells = Done(Suggest("--format", "json", "--vary", "wards.staff=1,2")).TrimEnd().Split('\n')
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["base,wards.staff=1", "base,wards.staff=2"], cells.Select(cell => cell.GetProperty("cell").GetString()));
        var suggestion = Assert.Single(cells[0].GetProperty("suggestions").EnumerateArray());
        Assert.Equal("after the cut", suggestion.GetProperty("settles").GetString());
        Assert.InRange(suggestion.GetProperty("first").GetInt32(), 5, 115);
        Assert.Equal(suggestion.GetProperty("warmUp").GetString(), cells[0].GetProperty("warmUp").GetString());
        Assert.True(suggestion.GetProperty("mean").GetDouble() > suggestion.GetProperty("meanOfAllButLast").GetDouble());
    }

    [Fact]
    public void A_sweep_of_a_long_series_says_how_to_ask()
    {
        Write(Steady);
        var told = Done(_program.Run("sweep", "steady.yaml", "--replications", "2", "--out", "kept"));
        Assert.Contains("--suggest-warm-up in place of --out", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_long_series_there_is_nothing_to_suggest()
    {
        _program.Run("sweep", Program.Scenario("bac-kan-570"), "--suggest-warm-up")
            .IsRefusal("needs a goal on directives that are issued again and again");
        _program.Run("sweep", Program.Scenario("working-group"), "--suggest-warm-up").IsRefusal("needs a series of at least 50 directives");
        _program.Run("sweep", Program.Scenario("bac-kan-570"), "--suggest-warm-up", "--out", "kept").IsRefusal("leave --out out");
    }

    private Answer Suggest(params string[] more) =>
        _program.Run(["sweep", "steady.yaml", "--suggest-warm-up", "--replications", "30", .. more]);

    private void Write(string text) => File.WriteAllText(Path.Combine(_program.Folder, "steady.yaml"), text);

    private static string DigestIn(string summary) => summary.Split('\n').Single(line => line.StartsWith("digest ", StringComparison.Ordinal));

    private static string Done(Answer answer)
    {
        Assert.True(answer.ExitCode == 0, answer.Error + answer.Output);
        return answer.Output;
    }

    [GeneratedRegex(@"The first (\d+) of (\d+) directives \(until 2021-\d\d-\d\d 08:00\) look like warm-up: --set warm-up=(\w+)")]
    private static partial Regex Suggestion();
}
