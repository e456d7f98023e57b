using Simulator.Kernel.Compilation;
using Simulator.Scenarios;

namespace Simulator.Benchmarks.Country;

/// <summary>The scenarios of the country, and a piece of the large one that is built alike.</summary>
internal static class CountryModel
{
    private const string Provinces = "{id: ['06']}";
    private const string Districts = "{id: ['058', '060', '061']}";
    private const string Communes = "{under: ['058', '060', '061']}";

    /// <summary>
    /// One province with three districts and their communes, with as many villages and party organisations to a
    /// commune and district as in the whole.
    /// </summary>
    private static readonly string[] s_piece =
    [
        .. Where(Provinces, "provinces", "province-parties", "province-fronts"),
        .. Where(Districts, "districts", "district-parties", "district-fronts"),
        .. Where(Communes, "communes", "commune-parties", "commune-fronts"),
        "villages.in-all=307", "village-fronts.in-all=307", "grassroots-parties.in-all=176",
    ];

    /// <summary>The state tree alone.</summary>
    public static string State => Scenario("country-2021-state");

    /// <summary>Party, state and Front.</summary>
    public static string Whole => Scenario("country-2021");

    /// <summary>The model of a scenario.</summary>
    public static (CompiledModel Model, ulong Seed) Load(string scenario) => Load(scenario, []);

    /// <summary>A piece of the whole, of some nine hundred bodies.</summary>
    public static (CompiledModel Model, ulong Seed) LoadPiece() => Load(Whole, s_piece);

    private static (CompiledModel Model, ulong Seed) Load(string scenario, IReadOnlyList<string> sets)
    {
        var loaded = ScenarioLoader.Load(scenario, new LoadOptions { Sets = sets });
        return loaded.Model is { } model
            ? (ModelCompiler.Compile(model), loaded.Seed)
            : throw new InvalidOperationException(string.Join('\n', loaded.Problems));
    }

    private static IEnumerable<string> Where(string rows, params IEnumerable<string> groups) =>
        groups.Select(group => $"{group}.where={rows}");

    /// <summary>The file of a shipped scenario.</summary>
    internal static string Scenario(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "scenarios", name + ".yaml");
            if (File.Exists(file))
                return file;
        }

        throw new InvalidOperationException($"There is no scenarios/{name}.yaml above {AppContext.BaseDirectory}.");
    }
}
