using Simulator.Kernel.Compilation;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Organisation;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Interventions;

/// <summary>Sets values of a resolved scenario, by reading it again with them.</summary>
internal sealed class ScenarioSettings(string resolved) : IModelSettings
{
    private volatile Known? newest;

    /// <inheritdoc/>
    public Model With(IReadOnlyList<SettingAct> settings)
    {
        // Interventions come and go in a run while what others have set stays, and reading takes longer than the run.
        if (newest is { } known && known.Settings.SequenceEqual(settings))
        {
            return known.Model;
        }

        var model = Read(settings);
        newest = new Known([.. settings], model);
        return model;
    }

    private Model Read(IReadOnlyList<SettingAct> settings)
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

    private sealed record Known(SettingAct[] Settings, Model Model);
}
