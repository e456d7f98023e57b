using System.CommandLine;
using Simulator.Analysis.Paths;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;
using Simulator.Kernel.Engine;

namespace Simulator.Cli.Commands;

/// <summary>What <c>show --view critical-path</c> can be told, and the replications that it plays for its answer.</summary>
/// <param name="options">What was given on the command line.</param>
internal sealed class PathSettings(ShowOptions options)
{
    private const int MostReplications = 100_000;
    private const int MostTop = 1000;

    /// <summary>The view, once all replications for it have been played.</summary>
    internal CriticalPathView View(Scene scene, ParseResult parsed, bool json)
    {
        ShowOptions.Within(options.Top, parsed, 1, MostTop, "lines");
        ShowOptions.Within(options.Replications, parsed, 0, MostReplications, "replications");
        var (root, end) = (scene.OneRoot, parsed.GetValue(options.By) == "reported" ? PathEnd.Reported : PathEnd.Complied);
        var path = CriticalPath.Find(scene.Trace, root, end) ?? throw new UsageException(
            end == PathEnd.Reported
                ? "The issuer has no report in this run; 'simulator show --view stalls' tells where it does not go on."
                : "Nobody has complied in this run; 'simulator show --view stalls' tells where it does not go on.");
        return new CriticalPathView(scene, end, path, Play(scene, parsed, end, json), parsed.GetValue(options.Top) ?? 10);
    }

    private PathFrequencies? Play(Scene scene, ParseResult parsed, PathEnd end, bool json)
    {
        if (parsed.GetValue(options.Replications) is not (> 0 and var count))
        {
            return null;
        }

        using var progress = new ProgressLine(json);
        try
        {
            return PathFrequencies.Play(
                new LocalEngine(), scene.Again(Environment.ProcessorCount), scene.Trace, scene.OneRoot, end, count,
                new ProgressObserver(progress, "replications", count), Interruption.Token).GetAwaiter().GetResult();
        }
        catch (RunException failure)
        {
            throw new UsageException($"A replication failed. {failure.Message}", ExitCode.Failed);
        }
    }
}
