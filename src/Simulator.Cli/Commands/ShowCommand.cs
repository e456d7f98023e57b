using System.CommandLine;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;
using Simulator.Cli.Words;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Time;

namespace Simulator.Cli.Commands;

/// <summary><c>simulator show</c>: a kept run, seen from one side or another.</summary>
internal static class ShowCommand
{
    internal static Command Create()
    {
        var run = new Argument<string?>("run")
        {
            Description = "the folder of a run; else the newest below 'runs'",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var options = new ShowOptions();
        var language = CommonOptions.Language();
        var format = CommonOptions.Format();
        var views = Views(options, format);
        var view = new Option<string>("--view") { Description = "which view", DefaultValueFactory = _ => views[0].Name };
        view.AcceptOnlyFromAmong([.. views.Select(each => each.Name)]);
        var command = new Command(
            "show",
            "Shows a kept run: a summary, the state of every body at a moment, a Gantt chart in text, where it stalls, why a body "
            + "got a paper when it did, into which reasons the time of all went, how long bodies took, how many had got how far at "
            + "each moment, what lay at which desk, who handed papers to whom, "
            + "the critical path and the slack of all else, or what each waiting really caused (by playing the run "
            + "again without it).\n\n"
            + "Examples:\n  simulator show --view tree --at 2021-05-04T09:00\n"
            + "  simulator show --view why --directive 570 --to \"Sông Cầu\"\n"
            + "  simulator show --view delays --by kind --measure register\n"
            + "  simulator show --view critical-path --by reported --replications 200\n"
            + "  simulator show --view blame --directive 570\n\n"
            + "What each view takes:\n"
            + string.Join('\n', views.Where(each => each.Takes.Count > 0)
                .Select(each => $"  {each.Name,-14} {string.Join(' ', each.Takes.Select(option => option.Name))}")))
        {
            run, view, language, format,
        };
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            var asked = views.Single(each => each.Name == parsed.GetValue(view));
            asked.RefuseOthers(options, parsed, views);
            return Show(asked, options, parsed, RunFolder.Open(parsed.GetValue(run)), Language.Of(parsed.GetValue(language)), format);
        });
        return command;
    }

    private static ShownView[] Views(ShowOptions options, Option<string> format)
    {
        var (blame, path, measures) = (new BlameSettings(options), new PathSettings(options), new MeasureSettings(options));
        var desks = new DeskSettings(options, measures);
        bool IsJson(ParseResult parsed) => parsed.GetValue(format) == "json";
        return
        [
            new("summary", [], (scene, _) => new SummaryView(ReportOf(scene.Folder), scene.Folder.Scenario, scene.Language)),
            new("tree", [options.Directive, options.At], (scene, _) => new TreeView(scene)),
            new("waterfall", [options.Directive, options.At], (scene, _) => new WaterfallView(scene)),
            new("stalls", [options.Directive, options.At], (scene, _) => new StallsView(scene)),
            new("why", [options.Directive, options.Body], (scene, _) => new WhyView(scene)),
            new("waits", [options.Directive, options.Body, options.At], (scene, _) => new WaitsView(scene)),
            new("reports", [options.Directive, options.At], (scene, _) => new ReportsView(scene)),
            new("delays", [options.Directive, options.At, options.By, options.Measure, options.Under], measures.Delays)
            {
                By = MeasureSettings.Groupings,
            },
            new("coverage", [options.Directive, options.At, options.By, options.Of, options.Every],
                (scene, parsed) => measures.Coverage(scene, parsed, IsJson(parsed)))
            {
                By = MeasureSettings.Groupings,
            },
            new("backlog", [options.Directive, options.Body, options.At, options.By, options.From, options.Until], desks.Backlog)
            {
                By = MeasureSettings.Groupings,
            },
            new("network", [options.Directive, options.At, options.By], desks.Network)
            {
                By = [.. MeasureSettings.Groupings, DeskSettings.EachBody],
            },
            new("critical-path", [options.Directive, options.By, options.Top, options.Replications],
                (scene, parsed) => path.View(scene, parsed, IsJson(parsed)))
            {
                By = ["complied", "reported"],
            },
            new("blame", [options.Directive, options.By, options.Top, options.AtMostRuns, options.Greedy],
                (scene, parsed) => blame.View(scene, parsed, IsJson(parsed)))
            {
                By = ["registered", "complied", "reported"],
            },
        ];
    }

    private static int Show(
        ShownView view, ShowOptions options, ParseResult parsed, RunFolder folder, Language language, Option<string> format)
    {
        var (directive, body) = (parsed.GetValue(options.Directive), parsed.GetValue(options.Body));
        var scene = new Scene(folder, language)
        {
            At = Moments.Parse(parsed.GetValue(options.At), folder.Trace.Model.Source.Axis, folder.Manifest.Until),
            Root = directive is null ? null : new PaperNames(folder.Trace, folder.Scenario.Labels).Root(directive),
            Body = body is null ? null : BodyNames.Find(folder.Trace.Model, body),
        };
        var shown = view.Make(scene, parsed);
        if (parsed.GetValue(format) == "json")
        {
            JsonOutput.Write(shown.Json());
        }
        else
        {
            shown.Print(Terminal.Out());
        }

        return ExitCode.Done;
    }

    private static RunReport ReportOf(RunFolder folder) => new()
    {
        Model = folder.Trace.Model,
        Options = new RunOptions
        {
            Seed = folder.Manifest.Seed,
            Replication = folder.Manifest.Replication,
            Until = new Tick(folder.Manifest.Until),
        },
        Result = new RunResult
        {
            Digest = default(Digest).With(folder.Trace.Entries),
            Entries = folder.Manifest.Entries,
            Rounds = 0,
            BodyRounds = 0,
            EndedAt = new Tick(folder.Manifest.EndedAt),
            IsExhausted = false,
            Bytes = 0,
        },
        Trace = folder.Trace,
        Folder = folder.Path,
        WasThere = true,
        Fork = folder.Manifest is { ForkOf: { } digest, ForkedAt: { } at } ? (digest, at) : null,
    };
}
