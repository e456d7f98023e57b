using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios;

/// <summary>
/// Makes the model of a resolved scenario, for an engine that gets it as text: what was read without an
/// error is read so again, unless this program is of another version.
/// </summary>
public sealed class ScenarioModelSource : IModelSource
{
    private const string Name = "scenario.yaml";
    private const string InjectsName = "injects.yaml";

    /// <inheritdoc/>
    public CompiledModel Load(string text)
    {
        var loaded = ScenarioLoader.LoadText(text, Name, new LoadOptions { Limits = ReadingLimits.Resolved });
        return loaded.Model is { } model ? ModelCompiler.Compile(model) : throw Refused(loaded);
    }

    /// <inheritdoc/>
    public string Inject(string text, string injects, int notBefore)
    {
        var file = new InjectFile(InjectsName, injects, notBefore) { IsLive = true };
        var loaded = ScenarioLoader.LoadText(
            text, Name, new LoadOptions { Limits = ReadingLimits.Resolved, Injects = file });
        return loaded.Resolved ?? throw Refused(loaded);
    }

    private static ModelException Refused(LoadResult loaded) =>
        new(loaded.Problems.First(problem => problem.Severity == Severity.Error).ToString());
}
