using System.CommandLine;
using Simulator.Analysis.Hindcast;
using Simulator.Analysis.Store;
using Simulator.Analysis.Traces;
using Simulator.Cli.Engines;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;
using Simulator.Cli.Words;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Experiments;
using Simulator.Scenarios;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Cli.Commands;

/// <summary><c>simulator run</c>: plays a scenario, keeps the run, and says what came of it.</summary>
internal static class RunCommand
{
    private const int HindcastReplications = 200;

    internal static Command Create()
    {
        var scenario = new Argument<string?>("scenario")
        {
            Description = "the scenario file",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var injects = new Option<string?>("--injects")
        {
            Description = "a file of injects: what is done to the run, when or on which condition; kept in its folder",
        };
        var from = new Option<string?>("--from")
        {
            Description = "the folder of a finished run to go on from, with --at: one history, another future",
        };
        var at = new Option<string?>("--at")
        {
            Description = "the moment of that run from which on injects count, such as 2021-05-04T09:00 or 36h",
        };
        var variant = new Option<string?>("--variant") { Description = "a variant that the scenario declares" };
        var seed = new Option<string?>("--seed") { Description = "the seed of all draws; else the scenario's, else 1" };
        var replications = new Option<int?>("--replications")
        {
            Description = $"runs for the predictions of observed papers; {HindcastReplications} where there are any, 0 for none",
        };
        var replication = new Option<int>("--replication")
        {
            Description = "which replication of the seed is played and kept, as the rows of a sweep are numbered; else 0",
        };
        var until = new Option<string?>("--until") { Description = "how long to run, such as 30d or 12h" };
        var threads = new Option<int?>("--threads")
        {
            Description = "threads to use, or regions of the silo with --engine orleans; else all cores",
        };
        var engine = new Option<string?>("--engine")
        {
            Description = "what carries the run, with the same results: orleans where it was built in, else inprocess",
        };
        var cluster = new ClusterSettings();
        engine.AcceptOnlyFromAmong(EngineChoice.Orleans, EngineChoice.InProcess);
        var output = new Option<string?>("--out") { Description = "the folder to keep the run in" };
        var force = new Option<bool>("--force") { Description = "replace a run that is there" };
        var noIndex = new Option<bool>("--no-index")
        {
            Description = $"leave out {RunStore.Name}, which is for queries; 'simulator index' makes it later",
        };
        var set = new Option<string[]>("--set")
        {
            Description = "path=value, changes a value of the scenario; may be repeated",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var root = CommonOptions.ScenarioRoot();
        var language = CommonOptions.Language();
        var format = CommonOptions.Format();
        var command = new Command(
            "run",
            "Runs a scenario, keeps the run in a folder and says what came of it.\n\n"
            + "Example:\n  simulator run scenarios/bac-kan-570.yaml --variant quick-drafting")
        {
            scenario, variant, injects, from, at, seed, replication, replications, until, threads, engine, output, force, noIndex, set,
            root, language, format,
            cluster.Cluster, cluster.Database, cluster.SecretFile, cluster.Gateway,
        };
        command.SetAction(parsed => Run(new RunRequest
        {
            Path = parsed.GetValue(scenario),
            Injects = parsed.GetValue(injects),
            From = parsed.GetValue(from),
            At = parsed.GetValue(at),
            Variant = parsed.GetValue(variant),
            Seed = RunRequest.SeedOf(parsed.GetValue(seed)),
            Replication = parsed.GetValue(replication),
            Replications = parsed.GetValue(replications),
            Until = parsed.GetValue(until),
            Threads = parsed.GetValue(threads),
            Engine = parsed.GetValue(engine),
            Cluster = cluster.AddressOf(parsed),
            Out = parsed.GetValue(output),
            Force = parsed.GetValue(force),
            NoIndex = parsed.GetValue(noIndex),
            Sets = parsed.GetValue(set) ?? [],
            Root = parsed.GetValue(root)?.FullName,
            Language = Language.Of(parsed.GetValue(language)),
            Json = parsed.GetValue(format) == "json",
        }).GetAwaiter().GetResult());
        return command;
    }

    private static async Task<int> Run(RunRequest request)
    {
        request.Check();
        var choice = EngineChoice.Of(request.Engine, request.Cluster);
        var history = History.Of(request);
        var options = OptionsOf(request, history);
        var path = history?.Scenario ?? request.Path!;
        var read = ScenarioModel.Load(path, options);
        ProblemView.Print(Console.Error, [.. read.Problems, .. AboutInjects(options.Injects, path)]);
        if (read.Model is not { } model)
        {
            return ExitCode.BadInput;
        }

        var loaded = read.Loaded;
        var order = new RunOrder
        {
            Text = loaded.Resolved!,
            Model = model,
            Options = new RunOptions
            {
                Seed = history?.Seed ?? request.Seed ?? loaded.Seed,
                Replication = history?.Replication ?? request.Replication,
                Threads = request.ThreadsFor(model),
                Until = history is null ? request.UntilTick(model) : new Tick(history.Until),
            },
        };
        if (choice.Notice is { } notice)
        {
            Console.Error.WriteLine(notice);
        }

        await using var engine = await choice.Open(order.Options.Threads, Interruption.Token);
        using var progress = new ProgressLine(request.Json);
        var (report, played) = await Play(engine, order, request, history, progress);
        report = await Predict(engine, played, request, report, progress);
        progress.Dispose();
        if (request.Json)
        {
            JsonOutput.Write(RunJson.Of(report));
        }
        else
        {
            new SummaryView(report, loaded, request.Language).Print(Terminal.Out());
        }

        return ExitCode.Done;
    }

    private static LoadOptions OptionsOf(RunRequest request, History? history)
    {
        var injects = request.InjectsText() is { } text ? new InjectFile(request.Injects!, text, history?.At ?? 0) : null;
        return history is null
            ? new LoadOptions { Root = request.Root, Variant = request.Variant, Sets = request.Sets, Injects = injects }
            : new LoadOptions { Root = history.Path, Limits = ReadingLimits.Resolved, Injects = injects };
    }

    /// <summary>Whether injects are meant of the scenario; a copy in the folder of a run has left its place.</summary>
    private static IEnumerable<Problem> AboutInjects(InjectFile? injects, string path) =>
        injects is null || RunFolder.KeepsInjects(injects.Name) || injects.WrittenForAnother(path) is not { } warning ? [] : [warning];

    /// <summary>Plays the run; what others bring into it meanwhile is part of what was played.</summary>
    private static async Task<(RunReport Report, RunOrder Played)> Play(
        IEngine engine, RunOrder order, RunRequest request, History? history, ProgressLine progress)
    {
        var (model, options) = (order.Model, order.Options);
        string FolderOf(params IEnumerable<string> changes) => request.Out ?? RunFolder.DefaultPath(
            model.Source.Scenario, model.Source.Variant, options.Seed, [.. changes]);
        var path = FolderOf(request.Changes);
        using var keeper = new RunKeeper(path, request.Force);
        var played = await RunPlayer.Play(engine, order, keeper, progress);
        history?.Check(played.Trace);
        if (played.Result.Text is { } text)
        {
            path = FolderOf([.. request.Changes, text]);
            keeper.MoveTo(path);
        }

        var report = new RunReport
        {
            Model = played.Trace.Model,
            Options = options,
            Result = played.Result,
            Trace = played.Trace,
            Engine = engine.Name,
            Folder = path,
            Fork = history is null ? null : (history.Digest, history.At),
            IsOfBase = model.Source.Variant == Design.Unchanged && request.Sets.Count == 0 && request.Injects is null
                && history is null && played.Result.Text is null,
            WasThere = keeper.Keep(
                played.Played.Text, request.InjectsText(), sha => ManifestOf(model, options, played.Result, sha, history),
                request.NoIndex ? null : (file, manifest) => Index(file, played.Trace, manifest)),
        };
        return (report, played.Played);
    }

    /// <summary>Makes the store of a run that is kept. Should it fail, the run is there all the same.</summary>
    private static void Index(string file, RunTrace trace, Manifest manifest)
    {
        var folder = Path.GetDirectoryName(file);
        try
        {
            StoreBuilder.Build(file, trace, manifest.Facts(), Interruption.Token);
        }
        catch (OperationCanceledException)
        {
            throw new UsageException(
                $"Interrupted while the store was made; the run itself is kept in {folder}: simulator index {folder}",
                Interruption.ExitCode);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or StoreException)
        {
            Console.Error.WriteLine(
                $"The run is kept in {folder}, without {RunStore.Name}: {trouble.Message} Make it later: simulator index {folder}");
        }
    }

    /// <summary>The report with what replications predict; they share the threads one by one.</summary>
    private static async Task<RunReport> Predict(
        IEngine engine, RunOrder order, RunRequest request, RunReport report, ProgressLine progress)
    {
        var observed = order.Model.Source.Observed.Count;
        var count = request.Replications ?? (observed > 0 ? HindcastReplications : 0);
        report = report with { Replications = count };
        if (count == 0 || observed == 0)
        {
            return report;
        }

        var shared = order with
        {
            Options = order.Options with { Replication = 0, Threads = request.Threads ?? Environment.ProcessorCount },
        };
        try
        {
            return report with
            {
                Predictions = await Replications.Predict(
                    engine, shared, count, new ProgressObserver(progress, "replications", count), Interruption.Token),
            };
        }
        catch (OperationCanceledException)
        {
            throw new UsageException(
                $"Interrupted while predicting; the run itself is kept in {report.Folder}.", Interruption.ExitCode);
        }
        catch (RunException failed)
        {
            throw new UsageException(
                $"A replication failed; the run itself is kept in {report.Folder}. {failed.Message}",
                ExitCode.Failed);
        }
    }

    private static Manifest ManifestOf(
        CompiledModel model, RunOptions options, RunResult result, string sha, History? history) => new()
        {
            Scenario = model.Source.Scenario,
            Variant = model.Source.Variant,
            Seed = options.Seed,
            Replication = options.Replication,
            Until = options.Until?.Value ?? model.Until,
            Bodies = model.Bodies.Count,
            Entries = result.Entries,
            Digest = result.Digest.ToString(),
            Sha256 = sha,
            EndedAt = result.EndedAt.Value,
            ForkOf = history?.Digest,
            ForkedAt = history?.At,
        };
}
