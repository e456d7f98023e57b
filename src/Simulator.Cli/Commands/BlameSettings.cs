using System.CommandLine;
using Simulator.Analysis.Blame;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Time;

namespace Simulator.Cli.Commands;

/// <summary>What <c>show --view blame</c> can be told, and the runs that it plays for its answer.</summary>
internal sealed class BlameSettings
{
    private const int MostTop = 1000;
    private const int MostRuns = 100_000;
    private const int Rounds = 3;

    /// <summary>For the line that says how far it is.</summary>
    private const int UsualRuns = 240;

    internal Option<string?> By { get; } = new("--by")
    {
        Description = "with --view blame: what is to come earlier, registered, complied (else) or reported; with --view delays or "
            + "coverage, backlog or network: how bodies are put together, by level (else), kind, line or place; with --view network "
            + "also body",
    };

    internal Option<int?> Top { get; } = new("--top") { Description = "with --view blame: how many lines to show; else 10" };

    internal Option<int?> AtMostRuns { get; } = new("--at-most-runs")
    {
        Description = "with --view blame: how often the run may be played again; else for about ten seconds",
    };

    internal Option<bool> Greedy { get; } = new("--greedy")
    {
        Description = $"with --view blame: remove the first, search again, up to {Rounds} times",
    };

    internal BlameSettings() => By.AcceptOnlyFromAmong("registered", "complied", "reported", "level", "kind", "line", "place", "body");

    /// <summary>An option that a view does not look at is a mistake.</summary>
    internal void RefuseUnless(string view, ParseResult parsed)
    {
        var isBlame = view == "blame";
        string? used = parsed.GetValue(By) is not null && !MeasureSettings.Groups(view) && !DeskSettings.Groups(view) ? By.Name
            : parsed.GetValue(Top) is not null ? Top.Name
            : parsed.GetValue(AtMostRuns) is not null ? AtMostRuns.Name
            : parsed.GetValue(Greedy) ? Greedy.Name
            : null;
        if (!isBlame && used is not null)
        {
            throw new UsageException($"{used} goes with --view blame.");
        }

        if (isBlame && parsed.GetValue(By) is { } by and not ("registered" or "complied" or "reported"))
        {
            throw new UsageException(
                $"--by {by} goes with --view delays, coverage, backlog or network; blame asks what is to come earlier: "
                + "registered, complied or reported.");
        }

        Within(Top.Name, parsed.GetValue(Top), MostTop, "lines");
        Within(AtMostRuns.Name, parsed.GetValue(AtMostRuns), MostRuns, "runs");
    }

    /// <summary>The view, once all runs for it have been played.</summary>
    internal BlameView View(Scene scene, ParseResult parsed, bool json)
    {
        var folder = scene.Folder;
        var milestone = parsed.GetValue(By) switch
        {
            "registered" => Milestone.Registered,
            "reported" => Milestone.Reported,
            _ => Milestone.Complied,
        };
        var request = new BlameRequest
        {
            Root = scene.OneRoot,
            By = milestone,
            MostRuns = parsed.GetValue(AtMostRuns),
            Threads = Environment.ProcessorCount,
            Rounds = parsed.GetValue(Greedy) ? Rounds : 1,
        };
        var order = new RunOrder
        {
            Text = folder.Scenario.Resolved!,
            Model = folder.Trace.Model,
            Options = new RunOptions
            {
                Seed = folder.Manifest.Seed,
                Replication = folder.Manifest.Replication,
                Until = new Tick(folder.Manifest.Until),
            },
        };
        using var progress = new ProgressLine(json);
        try
        {
            var blamed = BlameSearch.Find(
                new LocalEngine(), order, folder.Trace, request,
                new ProgressObserver(progress, "runs", request.MostRuns ?? UsualRuns), Interruption.Token).GetAwaiter().GetResult();
            return new BlameView(scene, request, blamed, parsed.GetValue(Top) ?? 10);
        }
        catch (InvalidDataException)
        {
            throw new UsageException(
                $"Played again, the run in '{folder.Path}' is another: it was made by another version of the program. Run "
                + "it again first.",
                ExitCode.Failed);
        }
        catch (RunException failure)
        {
            throw new UsageException($"A run without one of its waits failed. {failure.Message}", ExitCode.Failed);
        }
    }

    private static void Within(string option, int? given, int most, string what)
    {
        if (given is { } number && (number < 1 || number > most))
        {
            throw new UsageException($"{option} {number} is not a number of {what} from 1 to {most:N0}.");
        }
    }
}
