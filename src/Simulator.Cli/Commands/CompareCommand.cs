using System.CommandLine;
using Simulator.Analysis.Experiments;
using Simulator.Cli.Runs;
using Simulator.Cli.Sweeps;
using Simulator.Cli.Views;
using Simulator.Kernel.Engine;
using Simulator.Scenarios.Experiments;

namespace Simulator.Cli.Commands;

/// <summary><c>simulator compare</c>: variants of a scenario beside each other, on the same draws.</summary>
internal static class CompareCommand
{
    private const int UsualReplications = 20;

    internal static Command Create()
    {
        var settings = new ExperimentSettings();
        var variants = new Option<string?>("--variants")
        {
            Description = "names, with commas between; the first is what the others are compared with; else base and "
                + "every variant of the scenario",
        };
        var replications = new Option<int>("--replications")
        {
            Description = "how often each variant is played, from replication 0 on",
            DefaultValueFactory = _ => UsualReplications,
        };
        var all = new Option<bool>("--all")
        {
            Description = "every outcome, not the goals alone",
        };
        var command = new Command(
            "compare",
            "Compares variants of a scenario on the same draws, with intervals.\n\n"
            + "Example:\n  simulator compare scenarios/bac-kan-570.yaml --variants base,quick-drafting --replications 100")
        {
            variants, replications, all,
        };
        settings.AddTo(command);
        command.SetAction(parsed => Compare(
            settings, parsed, parsed.GetValue(variants), parsed.GetValue(replications), parsed.GetValue(all)).GetAwaiter().GetResult());
        return command;
    }

    private static async Task<int> Compare(
        ExperimentSettings settings, ParseResult parsed, string? variants, int replications, bool all)
    {
        var count = ExperimentSettings.ReplicationsOf(replications, least: 2);
        var choice = settings.ChoiceOf(parsed);
        var cells = CellsOf(settings, parsed, variants);
        await using var engine = await choice.Open(settings.ThreadsOf(parsed), Interruption.Token);
        var json = parsed.GetValue(settings.Format) == "json";
        using var progress = new ProgressLine(json);
        var played = new List<CellRuns>();
        foreach (var cell in cells)
        {
            try
            {
                played.Add(await cell.Play(
                    engine, count, new ProgressObserver(progress, cell.Name, count), Interruption.Token));
            }
            catch (RunException failure)
            {
                throw new UsageException($"A replication of '{cell.Name}' failed. {failure.Message}", ExitCode.Failed);
            }
        }

        progress.Dispose();
        var isGoal = !all && played[0].Outcomes.Any(outcome => outcome.IsGoal);
        var comparison = Comparison.Of(played, cells[0].Loaded.Combined, outcome => !isGoal || outcome.IsGoal);
        var view = new CompareView(cells[0], comparison);
        if (json)
        {
            JsonOutput.Write(view.Json());
        }
        else
        {
            view.Print(Terminal.Out());
        }

        return ExitCode.Done;
    }

    private static IReadOnlyList<CellOrder> CellsOf(ExperimentSettings settings, ParseResult parsed, string? variants)
    {
        var path = parsed.GetValue(settings.Scenario)!;
        IReadOnlyList<CellOrder> Load(params IEnumerable<string> names) => CellOrder.Load(
            path, names.Select(name => (name, settings.LoadOptionsOf(parsed, name, []))), settings.SeedOf(parsed),
            settings.ThreadsOf(parsed));
        if (variants is null)
        {
            var alone = Load(Design.Unchanged)[0];
            return alone.Loaded.Variants.Count > 0
                ? [alone, .. Load(alone.Loaded.Variants)]
                : throw new UsageException($"'{path}' declares no variants, so that there is nothing to compare.");
        }

        var names = variants.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length >= 2 && names.Distinct(StringComparer.Ordinal).Count() == names.Length
            ? Load(names)
            : throw new UsageException("--variants takes two or more different names, such as base,no-district.");
    }
}
