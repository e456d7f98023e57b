using System.CommandLine;
using System.Globalization;
using Simulator.Analysis.Statistics;
using Simulator.Cli.Engines;
using Simulator.Cli.Runs;
using Simulator.Cli.Sweeps;
using Simulator.Cli.Views;
using Simulator.Scenarios.Experiments;

namespace Simulator.Cli.Commands;

/// <summary><c>simulator sweep</c>: many runs of a scenario, each kept as a row.</summary>
internal static class SweepCommand
{
    private const int UsualReplications = 20;
    private const int UsualAtMost = 10_000;

    internal static Command Create()
    {
        var settings = new ExperimentSettings();
        var options = new Options();
        var command = new Command(
            "sweep",
            "Plays a scenario many times, with each of some variants and values, and keeps a row for every run.\n\n"
            + "Example:\n  simulator sweep scenarios/bac-kan-570.yaml --vary city.clerk=1,2,3 --replications 100 --out sweeps/clerks")
        {
            options.Experiment, options.Variants, options.Vary, options.Design, options.Replications,
            options.Precision, options.AtMost, options.Watch,
            options.Out, options.Resume, options.Force, options.All, options.SuggestWarmUp,
        };
        settings.AddTo(command);
        command.SetAction(parsed => Sweep(settings, options, parsed).GetAwaiter().GetResult());
        return command;
    }

    private static async Task<int> Sweep(ExperimentSettings settings, Options options, ParseResult parsed)
    {
        var choice = settings.ChoiceOf(parsed);
        if (parsed.GetValue(options.SuggestWarmUp))
        {
            var replications = options.ReplicationsToJudge(parsed);
            return await Suggest(settings, choice, options.DesignOf(settings, parsed).Cells, replications, parsed);
        }

        if (parsed.GetValue(options.Experiment) is null)
        {
            _ = options.PlanOf(parsed, null); // what is wrong with it should not wait for the scenario
        }

        var design = options.DesignOf(settings, parsed);
        var plan = options.PlanOf(parsed, design.Experiment);
        var cells = design.Cells;
        plan.Check(cells);
        IReadOnlyList<SweepRows> rows = [.. cells.Select(cell => new SweepRows(cell))];
        var path = parsed.GetValue(options.Out) ?? SweepFolder.DefaultPath(cells);
        using var folder = SweepFolder.Open(path, rows, parsed.GetValue(options.Resume), parsed.GetValue(options.Force));
        TellOfMore(path, rows, plan.AtMost);
        await using var engine = await choice.Open(settings.ThreadsOf(parsed), Interruption.Token);
        var json = parsed.GetValue(settings.Format) == "json";
        using var line = new ProgressLine(json);
        var progress = new SweepProgress(line, plan, cells.Count);
        try
        {
            await new SweepPlayer(engine, folder, plan, progress).Play(
                rows, finished => TellFinished(json, finished), Interruption.Token);
        }
        catch (OperationCanceledException)
        {
            throw new UsageException(
                $"Interrupted; {rows.Sum(each => each.Count)} runs are kept in {path}. Go on with --resume.", Interruption.ExitCode);
        }

        folder.Finish(rows);
        line.Dispose();
        if (!json)
        {
            new SweepView(path, rows, plan, design, folder.Found, parsed.GetValue(options.All)).Print(Terminal.Out());
        }

        return rows.Any(cell => cell.Ended.Any(ended => ended.Failure is not null)) ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<int> Suggest(
        ExperimentSettings settings, EngineChoice choice, IReadOnlyList<SweepCell> cells, int replications, ParseResult parsed)
    {
        WarmUpSearch.Check(cells);
        await using var engine = await choice.Open(settings.ThreadsOf(parsed), Interruption.Token);
        var json = parsed.GetValue(settings.Format) == "json";
        foreach (var cell in cells)
        {
            using var line = new ProgressLine(json);
            var found = await WarmUpSearch.Play(engine, cell, replications, line, Interruption.Token);
            line.Dispose();
            var view = new WarmUpView(cell, found, replications);
            if (json)
            {
                JsonOutput.WriteLine(view.Json());
            }
            else
            {
                view.Print(Terminal.Out());
            }
        }

        return ExitCode.Done;
    }

    /// <summary>Fewer replications may be asked for than are there: what becomes of the others is said.</summary>
    private static void TellOfMore(string path, IReadOnlyList<SweepRows> rows, int asked)
    {
        if (rows.Max(each => each.Kept) is var most && most > asked)
        {
            Console.Error.WriteLine(
                $"The sweep in '{path}' has {most} replications of a cell, more than the {asked} asked for: all are kept, and count.");
        }

        if (rows.Sum(each => each.Beyond(asked)) is > 0 and var beyond)
        {
            Console.Error.WriteLine(
                $"Of the interrupted sweep in '{path}' {beyond} runs lie beyond the {asked} replications asked for; they are left out.");
        }
    }

    private static void TellFinished(bool json, SweepRows finished)
    {
        if (json)
        {
            JsonOutput.WriteLine(SweepJson.Of(finished));
        }
    }

    private sealed class Options
    {
        internal Option<string?> Experiment { get; } = new("--experiment")
        {
            Description = "an experiment that the scenario declares, in place of --variant, --vary and --design",
        };

        internal Option<string[]> Variants { get; } = new("--variant")
        {
            Description = "a variant that the scenario declares, or base; may be repeated; else base alone",
            Arity = ArgumentArity.ZeroOrMore,
        };

        internal Option<string[]> Vary { get; } = new("--vary")
        {
            Description = "path=a,b,c or path=low..high/values, as --set takes values; may be repeated",
            Arity = ArgumentArity.ZeroOrMore,
        };

        internal Option<string?> Design { get; } = new("--design")
        {
            Description = "how values of several paths go together: factorial, one-at-a-time, 'latin-hypercube points 20' or "
                + "'morris trajectories 10'; else factorial",
        };

        internal Option<int?> Replications { get; } = new("--replications")
        {
            Description = $"how often each cell is played, from replication 0 on; else {UsualReplications}",
        };

        internal Option<string?> Precision { get; } = new("--precision")
        {
            Description = "plays each cell until the interval of every goal is this narrow, such as 5%: of the mean, or in points for "
                + "a share",
        };

        internal Option<int?> AtMost { get; } = new("--at-most")
        {
            Description = $"with --precision: the most replications of a cell; else {UsualAtMost}",
        };

        internal Option<string[]> Watch { get; } = new("--watch")
        {
            Description = "with --precision: the name of an outcome that is to be precise, in place of the goals; may be repeated",
            Arity = ArgumentArity.ZeroOrMore,
        };

        internal Option<string?> Out { get; } = new("--out") { Description = "the folder to keep the sweep in" };

        internal Option<bool> Resume { get; } = new("--resume") { Description = "go on with a sweep that was interrupted" };

        internal Option<bool> Force { get; } = new("--force") { Description = "replace a sweep that is there" };

        internal Option<bool> All { get; } = new("--all") { Description = "print every outcome, not the goals alone" };

        internal Option<bool> SuggestWarmUp { get; } = new(WarmUpSearch.Option)
        {
            Description = "in place of a sweep: which warm-up and cool-down the series suggest that goals ask about; keeps nothing",
        };

        /// <summary>How many replications a search for the warm-up averages.</summary>
        internal int ReplicationsToJudge(ParseResult parsed) =>
            new Option[] { Precision, Watch, Out, Resume, Force, All }.FirstOrDefault(
                option => parsed.GetResult(option) is { Implicit: false }) is { } other
                ? throw new UsageException($"{WarmUpSearch.Option} keeps no runs and prints no outcomes: leave {other.Name} out.")
                : ExperimentSettings.ReplicationsOf(parsed.GetValue(Replications) ?? UsualReplications, least: 1);

        /// <summary>How far each cell goes: as the command line says, else as the experiment does.</summary>
        internal SweepPlan PlanOf(ParseResult parsed, Experiment? experiment)
        {
            var (count, written) = (parsed.GetValue(Replications), parsed.GetValue(Precision));
            if (count is not null && written is not null)
            {
                throw new UsageException("--replications and --precision exclude each other; the most with --precision is --at-most.");
            }

            var precision = written is not null ? ShareOf(written) : count is null ? experiment?.Precision : null;
            if (precision is null)
            {
                return parsed.GetValue(Watch) is [] or null
                    ? SweepPlan.Fixed(ExperimentSettings.ReplicationsOf(count ?? experiment?.Replications ?? UsualReplications, least: 1))
                    : throw new UsageException("--watch belongs to --precision.");
            }

            var most = parsed.GetValue(AtMost) ?? experiment?.AtMost ?? UsualAtMost;
            if (most < 2 || most > ExperimentSettings.MostReplications)
            {
                throw new UsageException($"--at-most takes a whole number from 2 to {ExperimentSettings.MostReplications}.");
            }

            return new SweepPlan(
                new StoppingRule(Math.Min(StoppingRule.UsualFirst, most), most), precision, parsed.GetValue(Watch) ?? []);
        }

        internal SweepDesign DesignOf(ExperimentSettings settings, ParseResult parsed)
        {
            var (variants, vary, design) = (parsed.GetValue(Variants) ?? [], parsed.GetValue(Vary) ?? [], parsed.GetValue(Design));
            if (parsed.GetValue(Experiment) is not { } name)
            {
                return SweepDesign.Of(settings, parsed, design ?? "factorial", variants, vary);
            }

            return variants.Length == 0 && vary.Length == 0 && design is null
                ? SweepDesign.Of(settings, parsed, name)
                : throw new UsageException(
                    "--experiment says which variants and values are played: leave --variant, --vary and --design out.");
        }

        private static double ShareOf(string text) =>
            text.EndsWith('%') && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            && share is > 0 and <= 100
                ? share / 100
                : throw new UsageException($"--precision takes a share such as 5%, not '{text}'.");
    }
}
