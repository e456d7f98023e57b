using System.Globalization;
using Simulator.Kernel.Compilation;
using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios.Fuzz;

/// <summary>
/// Damaged scenarios are refused or loaded, never a crash and never a hang. A few hundred are tried with
/// every test run; <c>SIMULATOR_FUZZ=10000 dotnet test --filter FullyQualifiedName~Fuzz</c> tries as many as
/// it says, and <c>SIMULATOR_FUZZ_SEED</c> where to begin.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    private const int FewMutations = 200;

    // Those of the large scenarios are of the same form, and reading one of them thousands of times takes minutes.
    private const int LargestTable = 16 * 1024;

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly List<(string Name, string Text)> _files;

    public FuzzTests()
    {
        _files =
        [
            ("sample.yaml", Sample.Scenario),
            .. ShippedScenarios.Files.Select(file => (ShippedScenarios.NameOf(file) + ".yaml", File.ReadAllText(file))),
            ("test/office", Sample.Library),
            .. Library.Names.Select(name => (name, Library.Text(name))),
        ];
        string data = Path.Combine(ShippedScenarios.Repository, "scenarios", "data");
        if (Directory.Exists(data))
        {
            _files.AddRange(Directory.EnumerateFiles(data)
                .Where(file => new FileInfo(file).Length < LargestTable)
                .Order(StringComparer.Ordinal)
                .Select(file => ($"data/{Path.GetFileName(file)}", File.ReadAllText(file))));
        }

        foreach (var (name, text) in _files.Where(file => IsFile(file.Name)))
        {
            _folder.Write(name, text);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_damaged_scenario_is_refused_or_loaded_but_never_breaks_or_hangs_the_reader()
    {
        int mutations = Number("SIMULATOR_FUZZ", FewMutations);
        int first = Number("SIMULATOR_FUZZ_SEED", 1);
        for (int seed = first; seed < first + mutations; seed++)
        {
            Try(seed);
        }
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture,
            out int number)
            ? number
            : usual;

    private void Try(int seed)
    {
        var (name, text) = _files[seed % _files.Count];
        var mutation = new Mutation(seed);
        string damaged = mutation.Of(text);
        Exception? fault = null;
        var worker = new Thread(() =>
            fault = Record.Exception(() => Load(name, damaged, mutation)), 16 * 1024 * 1024);
        worker.IsBackground = true;
        worker.Start();
        Assert.True(worker.Join(_patience), $"Seed {seed} of {name} hangs.");
        Assert.True(fault is null, $"Seed {seed} of {name} breaks: {fault}");
    }

    private static bool IsFile(string name) => name.Contains('.', StringComparison.Ordinal);

    private static bool IsScenario(string name) => name.EndsWith(".yaml", StringComparison.Ordinal);

    private void Load(string name, string damaged, Mutation mutation)
    {
        var libraries = new Dictionary<string, string>(Sample.Libraries);
        string original = _files.Single(file => file.Name == name).Text;
        if (IsFile(name))
        {
            _folder.Write(name, mutation.Bytes(damaged));
        }
        else
        {
            libraries[name] = damaged;
        }

        string[] scenarios = [.. _files.Select(file => file.Name).Where(IsScenario)];
        string scenario = IsScenario(name) ? name : scenarios[damaged.Length % scenarios.Length];
        Check(ScenarioLoader.Load(
            Path.Combine(_folder.Path, scenario), new LoadOptions { Libraries = libraries }));
        if (IsFile(name))
        {
            _folder.Write(name, original);
        }
    }

    private static void Check(LoadResult result)
    {
        Assert.Equal(result.Model is null, result.HasErrors);
        Assert.All(result.Problems, problem =>
            Assert.True(problem.Line >= 1 && problem.Column >= 1, problem.ToString()));
        Assert.DoesNotContain(
            result.Problems,
            problem => problem.What.StartsWith(ScenarioLoader.OwnMistake, StringComparison.Ordinal));
        if (result.Model is not { } model)
        {
            return;
        }

        var again = ScenarioLoader.LoadText(result.Resolved!, "resolved",
            new LoadOptions { Limits = Simulator.Scenarios.Reading.ReadingLimits.Resolved });
        Assert.True(!again.HasErrors, Sample.Words(again));
        Assert.Equal(ModelText.Of(model), ModelText.Of(again.Model!));
        Assert.NotEmpty(ModelCompiler.Compile(model).Bodies);
    }
}
