using Simulator.Kernel.Compilation;
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
}
