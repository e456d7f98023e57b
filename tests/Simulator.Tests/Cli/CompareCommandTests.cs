using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;
using Simulator.Kernel.Engine;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Cli;

public sealed class CompareCommandTests : IDisposable
{
    private const string Goal = "registered(level commune) >= 95%: days";

    private readonly Program _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task The_difference_is_that_of_the_same_replications_played_apart()
    {
        var answer = _program.Run(
            "compare", Program.Scenario("bac-kan-570"), "--variants", "base,quick-drafting", "--replications", "12",
            "--format", "json");
        Assert.Equal(0, answer.ExitCode);
        var outcome = answer.Json.GetProperty("outcomes").EnumerateArray().Single(each => each.GetProperty("name").GetString() == Goal);
        var said = outcome.GetProperty("answers")[1].GetProperty("lessFirst");
        var apart = PairedDifference.Of(await Days("base"), await Days("quick-drafting"));
        Assert.Equal(apart.Difference.Value, said.GetProperty("mean").GetDouble(), 12);
        Assert.Equal(apart.Difference.Low, said.GetProperty("low").GetDouble(), 12);
        Assert.Equal(apart.VarianceRemoved, said.GetProperty("varianceRemoved").GetDouble(), 12);
    }

    [Fact]
    public void Without_names_every_variant_stands_beside_the_base()
    {
        var answer = _program.Run("compare", Program.Scenario("bac-kan-570"), "--replications", "2");
        Assert.Equal(0, answer.ExitCode);
        Assert.All(
            ShippedRun.Load("bac-kan-570").Variants.Prepend("base"),
            variant => Assert.Contains($"  {variant} ", answer.Output, StringComparison.Ordinal));
        Assert.Contains("2 replications of each on the same draws", answer.Output, StringComparison.Ordinal);
        Assert.Contains("less base", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_variant_stands_in_one_line_with_all_goals_and_those_that_change_nothing_are_named()
    {
        var file = Path.Combine(_program.Folder, "small.yaml");
        File.WriteAllText(file, """
            format: 1
            scenario: small
            start: 2021-05-03T08:00
            until: 20d
            include: [vn/2021]
            bodies:
              pm: { kind: prime-minister }
              province: { kind: province-committee, under: pm }
              districts: { kind: district-committee, under: province, count: 4 }
            directives:
              - { id: order, from: pm, issued: 2021-05-03T09:00, to: [level province] }
            goals: [registered(level district) >= 50%, registered(level province) >= 50%]
            variants:
              more-clerks: { set: { districts.clerk: +5 } }
              yet-more: { set: { districts.clerk: +6 } }
              two-days-on: { set: { kinds.province-committee.steps.sign.takes: 2wd } }
              three-days-on: { set: { kinds.province-committee.steps.sign.takes: 3wd } }
              the-same-three: { set: { kinds.province-committee.steps.sign.takes: 24wh } }
            """);
        string[] compare = ["compare", file, "--replications", "8"];
        var answer = _program.Run(compare);
        Assert.True(answer.ExitCode == 0, answer.Error);
        Assert.Contains(
            "In short, less base\n  (1) registered(level district) >= 50%\n  (2) registered(level province) >= 50%\n", answer.Output,
            StringComparison.Ordinal);
        Assert.Matches(@"\n  more-clerks +same +same *\n", answer.Output);
        Assert.Matches(@"\n  two-days-on +\+\d\.\d\d d( \?)? +same *\n", answer.Output);
        Assert.Contains(
            "  more-clerks and yet-more change nothing here: every number of every replication is as in base.\n", answer.Output,
            StringComparison.Ordinal);
        Assert.Contains(
            "  three-days-on and the-same-three are the same as each other in every number of every replication.\n", answer.Output,
            StringComparison.Ordinal);
        var alike = _program.Run([.. compare, "--format", "json"]).Json.GetProperty("alike");
        Assert.Equal(
            ["base more-clerks yet-more", "three-days-on the-same-three"],
            alike.EnumerateArray().Select(each => string.Join(' ', each.EnumerateArray().Select(name => name.GetString()))));
    }

    [Fact]
    public void Every_variant_of_the_telegram_is_worth_comparing()
    {
        var answer = _program.Run("compare", Program.Scenario("bac-kan-570"), "--replications", "20", "--format", "json");
        Assert.Empty(answer.Json.GetProperty("alike").EnumerateArray());
    }

    [Theory]
    [InlineData("base,quick-draftign", "2", "Did you mean 'quick-drafting'?")]
    [InlineData("base", "2", "--variants takes two or more different names")]
    [InlineData("base,base", "2", "--variants takes two or more different names")]
    [InlineData("base,quick-drafting", "1", "--replications takes a whole number from 2")]
    public void What_cannot_be_compared_is_refused(string variants, string replications, string sentence) =>
        _program.Run("compare", Program.Scenario("bac-kan-570"), "--variants", variants, "--replications", replications)
            .IsRefusal(sentence);

    [Fact]
    public void A_scenario_without_variants_is_refused()
    {
        var file = Path.Combine(_program.Folder, "alone.yaml");
        File.WriteAllText(file, """
            format: 1
            scenario: alone
            start: 2021-05-03T08:00
            until: 5d
            include: [vn/2021]
            bodies:
              pm: { kind: prime-minister }
              province: { kind: province-committee, under: pm }
            directives:
              - { id: order, from: pm, issued: 2021-05-03T09:00, to: [level: province] }
            """);
        _program.Run("compare", file).IsRefusal("declares no variants");
    }

    private static async Task<IReadOnlyList<double>> Days(string variant)
    {
        var model = ShippedRun.Model("bac-kan-570", variant);
        var order = new RunOrder
        {
            Text = "",
            Model = model,
            Options = new RunOptions { Seed = ShippedRun.Load("bac-kan-570").Seed, Threads = 2 },
        };
        var rows = await new LocalEngine().Replicate(
            order, 12, OutcomeReducer.Instance, null, TestContext.Current.CancellationToken);
        var column = OutcomeTable.Of(model).ToList().FindIndex(outcome => outcome.Name == Goal);
        return [.. rows.Select(row => row[column])];
    }
}
