using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;
using Simulator.Scenarios;
using Simulator.Scenarios.Problems;

namespace Simulator.Cli.Runs;

/// <summary>
/// A scenario read and compiled. What only the compiler can find is told like any other problem of the
/// file.
/// </summary>
internal sealed record ScenarioModel(LoadResult Loaded, CompiledModel? Model, IReadOnlyList<Problem> Problems)
{
    internal static ScenarioModel Load(string path, LoadOptions options)
    {
        var loaded = ScenarioLoader.Load(path, options);
        if (loaded.Model is null)
        {
            return new ScenarioModel(loaded, null, loaded.Problems);
        }

        try
        {
            return new ScenarioModel(loaded, ModelCompiler.Compile(loaded.Model), loaded.Problems);
        }
        catch (ModelException mistake)
        {
            var problem = new Problem(Severity.Error, new Place(path, 1, 1), mistake.Message);
            return new ScenarioModel(loaded, null, [.. loaded.Problems, problem]);
        }
    }

    /// <summary>
    /// Whether each run of one is a run of the other, with the same dates and goals. Nothing is said of models with
    /// interventions, which may bring to bear in mid-run what is without effect before.
    /// </summary>
    internal bool RunsAs(ScenarioModel other) =>
        Model is { Interventions.Count: 0 } one && other.Model is { Interventions.Count: 0 } another
        && one.Hash == another.Hash && Loaded.Seed == other.Loaded.Seed
        && one.Source.Axis.Start == another.Source.Axis.Start && one.Source.Window == another.Source.Window
        && one.Source.Goals.Select(Asked).SequenceEqual(another.Source.Goals.Select(Asked));

    private static (string Text, Tick? At) Asked(Goal goal) => (goal.Text, goal.At);
}
