using System.CommandLine;
using Simulator.Analysis.Blame;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;
using Simulator.Kernel.Engine;

namespace Simulator.Cli.Commands;

/// <summary>What <c>show --view blame</c> can be told, and the runs that it plays for its answer.</summary>
/// <param name="options">What was given on the command line.</param>
internal sealed class BlameSettings(ShowOptions options)
{
    private const int MostTop = 1000;
    private const int MostRuns = 100_000;
    internal const int Rounds = 3;

    /// <summary>For the line that says how far it is.</summary>
    private const int UsualRuns = 240;

    /// <summary>The view, once all runs for it have been played.</summary>
    internal BlameView View(Scene scene, ParseResult parsed, bool json)
    {
        ShowOptions.Within(options.Top, parsed, 1, MostTop, "lines");
        ShowOptions.Within(options.AtMostRuns, parsed, 1, MostRuns, "runs");
        var folder = scene.Folder;
        var milestone = parsed.GetValue(options.By) switch
        {
            "registered" => Milestone.Registered,
            "reported" => Milestone.Reported,
            _ => Milestone.Complied,
        };
        var request = new BlameRequest
        {
            Root = scene.OneRoot,
            By = milestone,
            MostRuns = parsed.GetValue(options.AtMostRuns),
            Threads = Environment.ProcessorCount,
            Rounds = parsed.GetValue(options.Greedy) ? Rounds : 1,
        };
        using var progress = new ProgressLine(json);
        try
        {
            var blamed = BlameSearch.Find(
                new LocalEngine(), scene.Again(threads: 1), folder.Trace, request,
                new ProgressObserver(progress, "runs", request.MostRuns ?? UsualRuns), Interruption.Token).GetAwaiter().GetResult();
            return new BlameView(scene, request, blamed, parsed.GetValue(options.Top) ?? 10);
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
}
