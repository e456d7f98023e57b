using System.CommandLine;
using Simulator.Cli.Commands;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;
using Simulator.Scenarios.Experiments;
using Simulator.Scenarios.Problems;

namespace Simulator.Cli.Sweeps;

/// <summary>What a sweep is to play: cells laid out as the command line says, or as an experiment of the scenario does.</summary>
/// <param name="Cells">The cells, read and ready.</param>
/// <param name="Layout">How they lie.</param>
/// <param name="Design">How they were chosen.</param>
/// <param name="Experiment">The experiment of the scenario; <c>null</c>: the command line said it all.</param>
internal sealed record SweepDesign(IReadOnlyList<SweepCell> Cells, Layout Layout, Design Design, Experiment? Experiment)
{
    /// <summary>As the command line says.</summary>
    /// <exception cref="UsageException">It makes no sense.</exception>
    internal static SweepDesign Of(
        ExperimentSettings settings, ParseResult parsed, string design, IReadOnlyList<string> variants, IReadOnlyList<string> vary)
    {
        var (chosen, problem) = Design.Parse(design);
        if (chosen is null)
        {
            throw new UsageException($"--design: {problem}");
        }

        var factors = new List<Factor>();
        foreach (var written in vary)
        {
            var (factor, wrong) = VaryText.Parse(written);
            factors.Add(factor ?? throw new UsageException(wrong!.ToString()));
        }

        var (layout, trouble) = chosen.LayOut(variants, factors);
        return layout is null
            ? throw new UsageException(trouble!)
            : new SweepDesign(SweepCell.Load(settings, parsed, layout.Cells, [], "--vary"), layout, chosen, null);
    }

    /// <summary>As an experiment of the scenario does.</summary>
    /// <exception cref="UsageException">There is none of that name, or the scenario has errors, which have been told.</exception>
    internal static SweepDesign Of(ExperimentSettings settings, ParseResult parsed, string name)
    {
        var path = parsed.GetValue(settings.Scenario)!;
        var read = ScenarioModel.Load(path, settings.LoadOptionsOf(parsed, Design.Unchanged, []));
        if (read.Model is null)
        {
            ProblemView.Print(Console.Error, read.Problems);
            throw new UsageException("The scenario cannot be played; nothing was.");
        }

        var names = read.Loaded.Experiments.Select(each => each.Name).ToList();
        var experiment = read.Loaded.Experiments.FirstOrDefault(each => each.Name == name);
        if (experiment is null)
        {
            throw new UsageException(names.Count == 0
                ? $"'{path}' has no experiments; write one under 'experiments', or say with --vary what is varied."
                : $"'{path}' has no experiment '{name}'. There are: {string.Join(", ", names)}."
                    + (NearestName.Of(name, names) is { } near ? $" Did you mean '{near}'?" : ""));
        }

        var layout = experiment.LayOut();
        return new SweepDesign(
            SweepCell.Load(settings, parsed, layout.Cells, experiment.Measures, $"--experiment {name}:"), layout, experiment.Design,
            experiment);
    }
}
