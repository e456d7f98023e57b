using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;
using Simulator.Scenarios;
using Simulator.Tests.Kernel.Checkers;
using Simulator.Tests.Kernel.Hosts;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Shipped;

/// <summary>
/// The scenarios that are too large for the tests that play every other one many times: each is loaded, and what its file
/// says of it is counted; those of the reform are played too.
/// </summary>
public sealed class LargeScenarioTests
{
    private const string Flat = "2021-without-districts";

    private static readonly Lazy<Played> Base = new(() => Play(Load("reform-2025")));
    private static readonly Lazy<Played> Without = new(() => Play(Load("reform-2025", Flat)));

    public static TheoryData<string, string> Reforms => new()
    {
        { "reform-2025", "base" },
        { "reform-2025", Flat },
        { "reform-2025", Flat + "-staff-up" },
        { "reform-2025", Flat + "-staff-lost" },
        { "reform-2025-after", "base" },
        { "reform-2025-after", "communes-act-alone" },
    };

    [Theory]
    [MemberData(nameof(Reforms))]
    public void Every_variant_loads_and_its_journal_is_the_expected_one(string name, string variant)
    {
        var played = (name, variant) == ("reform-2025", "base") ? Base.Value
            : (name, variant) == ("reform-2025", Flat) ? Without.Value
            : Play(Load(name, variant));
        Assert.Empty(new DissolutionChecker().Complaints(new Evidence(played)).Take(1));
        var file = Path.Combine(
            ShippedScenarios.Repository, "tests", "Simulator.Tests", "Expectations", $"{name}.{variant}.journal.txt");
        var actual = $"{name} {variant}, seed {played.Options.Seed}: {played.Entries.Count} entries, digest {played.Digest}\n"
            + Answers(played);
        if (Environment.GetEnvironmentVariable("SIMULATOR_ACCEPT") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.Equal(File.ReadAllText(file), actual);
    }

    [Fact]
    public void Every_commune_draws_with_districts_what_it_draws_without()
    {
        var communes = Base.Value.Model.Bodies.Where(body => body.Kind == "commune-committee")
            .Select(body => Hash64.Of(body.Id)).ToHashSet();
        Assert.Equal(10_599, communes.Count);
        var (common, differences) = CommonDraws.Of(new Evidence(Base.Value), new Evidence(Without.Value), communes.Contains);
        Assert.True(common > 4 * 10_000, $"{common} steps");
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(3)));
    }

    [Fact]
    public void A_reform_keeps_every_law_and_is_the_same_in_any_cut()
    {
        var played = Without.Value;
        Audit.Passes(new Evidence(played), Flat);
        var options = played.Options with { Regions = 7, Threads = 2, ParallelFrom = 0 };
        Journals.AreSame(played, Played.Of(played.Model, options).Entries, played.Digest, Flat);
    }

    [Fact]
    public void The_country_has_as_many_bodies_as_it_says()
    {
        var model = Load("country-2021").Model!;
        var groups = model.Bodies.CountBy(body => body.Groups.Count == 0 ? body.Id : body.Groups[0])
            .ToDictionary(each => each.Key, each => each.Value);
        Assert.Equal(272_520, model.Bodies.Count);
        Assert.Equal((63, 705, 10_599, 98_455),
            (groups["provinces"], groups["districts"], groups["communes"], groups["villages"]));
        Assert.Equal(52_105, groups["commune-parties"] + groups["grassroots-parties"]);
        Assert.Equal(98_455, groups["village-fronts"]);
        var perCommune = model.Bodies.Where(body => body.Groups.Contains("villages")).CountBy(body => body.Under[0].Superior)
            .Select(each => each.Value).ToHashSet();
        Assert.Equal([9, 10], perCommune.Order());
        Assert.Equal(model.Bodies.Count, ModelCompiler.Compile(model).Bodies.Count);
    }

    [Fact]
    public void The_state_tree_is_the_one_of_the_country()
    {
        var state = Load("country-2021-state").Model!;
        var country = Load("country-2021").Model!;
        string[] groups = ["provinces", "districts", "communes", "villages"];
        var same = country.Bodies.Where(body => body.Id == "government" || body.Groups.Any(groups.Contains)).ToList();
        Assert.Equal(109_823, state.Bodies.Count);
        Assert.Equal(same.Select(body => (body.Id, body.Name, body.Kind, Above(body))),
            state.Bodies.Select(body => (body.Id, body.Name, body.Kind, Above(body))));

        static string? Above(Body body) => body.Under.Count == 0 ? null : body.Under[0].Superior;
    }

    [Fact]
    public void Everybody_in_the_state_tree_is_reached_and_all_reports_come_in()
    {
        var played = Play(Load("country-2021-state"));
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var measures = DirectiveMeasures.Of(trace, ProgressReader.Read(trace)).Single();
        Assert.Equal((109_822, 109_822), (measures.Addressed, measures.Registered));
        Assert.Equal(measures.Complied, measures.ReportedComplied);
        Assert.All(GoalAnswer.Of(trace, ProgressReader.Read(trace)), goal => Assert.True(goal.IsMet, goal.Goal.Text));
    }

    [Fact]
    public void The_tables_hold_the_units_of_2021_and_of_2025()
    {
        Assert.Equal(34, Rows("provinces-2025").Length);
        Assert.Equal((2_621, 687, 13), (Rows("communes-2025").Count(row => row.Contains(",xã ", StringComparison.Ordinal)),
            Rows("communes-2025").Count(row => row.Contains(",phường ", StringComparison.Ordinal)),
            Rows("communes-2025").Count(row => row.Contains(",đặc khu ", StringComparison.Ordinal))));
        Assert.Equal((63, 705, 10_599), (Rows("provinces-2021").Length, Rows("districts-2021").Length, Rows("communes-2021").Length));
    }

    [Fact]
    public void Nothing_of_the_district_is_in_the_library_of_2025()
    {
        var model = Load("reform-2025-after").Model!;
        Assert.DoesNotContain("district", model.Levels);
        Assert.DoesNotContain(model.Kinds, kind => kind.Id.Contains("district", StringComparison.Ordinal));
        Assert.Equal(4 * 3_321, model.Bodies.Count(body => body.Kind is "commune-office" or "commune-service-centre"));
    }

    private static string[] Rows(string table) =>
        File.ReadAllLines(Path.Combine(ShippedScenarios.Folder, "data", table + ".csv"))[1..];

    private static LoadResult Load(string name, string? variant = null)
    {
        var loaded = ScenarioLoader.Load(
            Path.Combine(ShippedScenarios.Folder, name + ".yaml"), new LoadOptions { Variant = variant });
        Assert.True(loaded.Problems.Count == 0, string.Join('\n', loaded.Problems));
        return loaded;
    }

    private static Played Play(LoadResult loaded) => Played.Of(loaded.Model!, new RunOptions { Seed = loaded.Seed });

    private static string Answers(Played played)
    {
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        return string.Concat(GoalAnswer.Of(trace, ProgressReader.Read(trace))
            .Select(answer => $"{answer.Goal.Text}: {answer.InState} of {answer.Among}, minute {answer.ReachedAt}\n"));
    }
}
