using System.CommandLine;
using Simulator.Analysis.Paths;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Time;

namespace Simulator.Cli.Commands;

/// <summary>What <c>show --view critical-path</c> can be told, and the replications that it plays for its answer.</summary>
/// <param name="shared">Options that it has in common with another view.</param>
internal sealed class PathSettings(BlameSettings shared)
{
    private const int MostReplications = 100_000;

    internal Option<int?> Replications { get; } = new("--replications")
    {
        Description = "with --view critical-path: how many other replications to play, for how often each body is on the "
            + "path and how slow this run was; else none",
    };

    /// <summary>An option that a view does not look at is a mistake.</summary>
    internal void RefuseUnless(string view, ParseResult parsed)
    {
        var isPath = view == "critical-path";
        if (parsed.GetValue(Replications) is { } count)
        {
            if (!isPath)
            {
                throw new UsageException($"{Replications.Name} goes with --view critical-path.");
            }

            if (count is < 0 or > MostReplications)
            {
                throw new UsageException(
                    $"{Replications.Name} {count} is not a number of replications from 0 to {MostReplications:N0}.");
            }
        }

        if (isPath && parsed.GetValue(shared.By) == "registered")
        {
            throw new UsageException("A critical path ends with the last that complied, or with --by reported; not with registering.");
        }
    }

    /// <summary>The view, once all replications for it have been played.</summary>
    internal CriticalPathView View(Scene scene, ParseResult parsed, bool json)
    {
        var (root, end) = (scene.OneRoot, parsed.GetValue(shared.By) == "reported" ? PathEnd.Reported : PathEnd.Complied);
        var path = CriticalPath.Find(scene.Trace, root, end) ?? throw new UsageException(
            end == PathEnd.Reported
                ? "The issuer has no report in this run; 'simulator show --view stalls' tells where it does not go on."
                : "Nobody has complied in this run; 'simulator show --view stalls' tells where it does not go on.");
        return new CriticalPathView(scene, end, path, Play(scene, parsed, end, json), parsed.GetValue(shared.Top) ?? 10);
    }

    private PathFrequencies? Play(Scene scene, ParseResult parsed, PathEnd end, bool json)
    {
        if (parsed.GetValue(Replications) is not (> 0 and var count))
        {
            return null;
        }

        var folder = scene.Folder;
        var order = new RunOrder
        {
            Text = folder.Scenario.Resolved!,
            Model = folder.Trace.Model,
            Options = new RunOptions
            {
                Seed = folder.Manifest.Seed,
                Replication = folder.Manifest.Replication,
                Until = new Tick(folder.Manifest.Until),
                Threads = Environment.ProcessorCount,
            },
        };
        using var progress = new ProgressLine(json);
        try
        {
            return PathFrequencies.Play(
                new LocalEngine(), order, folder.Trace, scene.OneRoot, end, count,
                new ProgressObserver(progress, "replications", count), Interruption.Token).GetAwaiter().GetResult();
        }
        catch (RunException failure)
        {
            throw new UsageException($"A replication failed. {failure.Message}", ExitCode.Failed);
        }
    }
}
