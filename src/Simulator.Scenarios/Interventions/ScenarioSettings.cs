using Simulator.Kernel.Compilation;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Organisation;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Interventions;

/// <summary>Sets values of a resolved scenario, by reading it again with them.</summary>
internal sealed class ScenarioSettings(string resolved) : IModelSettings
{
    /// <inheritdoc/>
    public Model With(IReadOnlyList<SettingAct> settings)
    {
        var loaded = ScenarioLoader.LoadText(resolved, "scenario.yaml", new LoadOptions
        {
            Limits = ReadingLimits.Resolved,
            Sets = [.. settings.Select(each => $"{each.Path}={each.Value}")],
            IsSetByIntervention = true,
        });
        return loaded.Model ?? throw new ModelException(
            "What interventions set makes no scenario: "
            + loaded.Problems.First(problem => problem.Severity == Severity.Error).What);
    }
}
