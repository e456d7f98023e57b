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
        var view = new Option<string>("--view")
        {
            Description = "which view",
            DefaultValueFactory = _ => "summary",
        };
        view.AcceptOnlyFromAmong("summary", "tree", "waterfall", "stalls", "why", "reports", "blame", "delays",
            "coverage", "backlog", "network");
        var directive = new Option<string?>("--directive")
        {
            Description = "id of a directive, or the symbol of any of its papers, or a unique part of one",
        };
        var body = new Option<string?>("--to") { Description = "id or name of a body, or a unique part of one" };
        var at = new Option<string?>("--at") { Description = "a moment, such as 2021-05-04T09:00 or 36h after the start" };
        var blame = new BlameSettings();
        var measures = new MeasureSettings();
        var desks = new DeskSettings();
        var language = CommonOptions.Language();
        var format = CommonOptions.Format();
        var command = new Command(
            "show",
            "Shows a kept run: a summary, the state of every body at a moment, a Gantt chart in text, where it "
            + "stalls, why a body got a paper when it did, how long bodies took, how many had got how far at each moment, what "
            + "lay at which desk, who handed papers to whom, or what each waiting really caused (by playing the run again without it).\n\n"
            + "Examples:\n  simulator show --view tree --at 2021-05-04T09:00\n"
            + "  simulator show --view why --directive 570 --to \"Sông Cầu\"\n"
            + "  simulator show --view delays --by kind --measure register\n"
            + "  simulator show --view blame --directive 570")
        {
            run, view, directive, body, at, blame.By, blame.Top, blame.AtMostRuns, blame.Greedy, measures.Measure, measures.Of,
            measures.Under, desks.From, desks.Until, language, format,
        };
        command.SetAction(parsed =>
        {
            blame.RefuseUnless(parsed.GetValue(view)!, parsed);
            measures.RefuseUnless(parsed.GetValue(view)!, parsed);
            desks.RefuseUnless(parsed.GetValue(view)!, parsed);
            return Show(
                parsed.GetValue(run), parsed.GetValue(view)!, parsed.GetValue(directive), parsed.GetValue(body),
                parsed.GetValue(at), Language.Of(parsed.GetValue(language)), parsed.GetValue(format) == "json",
                (name, scene) => name switch
                {
                    "blame" => blame.View(scene, parsed, parsed.GetValue(format) == "json"),
                    "backlog" => desks.Backlog(scene, parsed, parsed.GetValue(blame.By)),
                    "network" => DeskSettings.Network(scene, parsed.GetValue(blame.By)),
                    "delays" => measures.Delays(scene, parsed, parsed.GetValue(blame.By)),
                    _ => measures.Coverage(scene, parsed, parsed.GetValue(blame.By)),
                });
        });
        return command;
    }

    private static int Show(
        string? run, string view, string? directive, string? body, string? at, Language language, bool json,
        Func<string, Scene, IView> told)
    {
        RefuseUnused(view, directive, body, at);
        var folder = RunFolder.Open(run);
        var scene = new Scene(folder, language)
        {
            At = Moments.Parse(at, folder.Trace.Model.Source.Axis, folder.Manifest.Until),
            Root = directive is null ? null : new PaperNames(folder.Trace, folder.Scenario.Labels).Root(directive),
            Body = body is null ? null : BodyNames.Find(folder.Trace.Model, body),
        };
        IView shown = view switch
        {
            "tree" => new TreeView(scene),
            "waterfall" => new WaterfallView(scene),
            "stalls" => new StallsView(scene),
            "why" => new WhyView(scene),
            "reports" => new ReportsView(scene),
            "blame" or "delays" or "coverage" or "backlog" or "network" => told(view, scene),
            _ => new SummaryView(ReportOf(folder), folder.Scenario, language),
        };
        if (json)
        {
            JsonOutput.Write(shown.Json());
        }
        else
        {
            shown.Print(Terminal.Out());
        }

        return ExitCode.Done;
    }

    /// <summary>An option that a view does not look at is a mistake, not a wish to be passed over.</summary>
    private static void RefuseUnused(string view, string? directive, string? body, string? at)
    {
        if (view is not ("why" or "backlog") && body is not null)
        {
            throw new UsageException($"--to goes with --view why or backlog; the view {view} shows every body.");
        }

        if (view == "blame" && at is not null)
        {
            throw new UsageException("--at does not go with --view blame, which plays the run again from its beginning.");
        }

        if (view == "summary" && (directive ?? at) is not null)
        {
            throw new UsageException("--directive and --at go with a --view: tree, waterfall, stalls, why, reports, delays, coverage, "
                + "backlog, network or blame.");
        }
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
