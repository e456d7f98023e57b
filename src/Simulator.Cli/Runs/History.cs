using Simulator.Analysis.Traces;
using Simulator.Cli.Commands;
using Simulator.Cli.Views;

namespace Simulator.Cli.Runs;

/// <summary>
/// A finished run that another goes on from: what happened before the moment is the same in both, for it is played
/// again and compared entry by entry.
/// </summary>
internal sealed class History
{
    private readonly RunFolder folder;

    private History(RunFolder folder, int at)
    {
        this.folder = folder;
        At = at;
    }

    /// <summary>The first tick at which the runs may differ.</summary>
    internal int At { get; }

    /// <summary>The seed of both.</summary>
    internal ulong Seed => folder.Manifest.Seed;

    /// <summary>Which replication of the seed it is.</summary>
    internal int Replication => folder.Manifest.Replication;

    /// <summary>The last tick of both.</summary>
    internal int Until => folder.Manifest.Until;

    /// <summary>The folder of the finished run.</summary>
    internal string Path => folder.Path;

    /// <summary>The digest of the finished run.</summary>
    internal string Digest => folder.Manifest.Digest;

    /// <summary>The resolved scenario of the finished run.</summary>
    internal string Scenario => System.IO.Path.Combine(folder.Path, RunFolder.ScenarioName);

    /// <summary>The history that a request names; <c>null</c>: it names none.</summary>
    internal static History? Of(RunRequest request)
    {
        if (request.From is null)
        {
            return null;
        }

        var folder = RunFolder.Open(request.From);
        return new History(folder, Moments.Parse(request.At, folder.Trace.Model.Source.Axis, folder.Manifest.Until));
    }

    /// <summary>Refuses a run that is not the same until then.</summary>
    internal void Check(RunTrace again)
    {
        var (then, now) = (Before(folder.Trace), Before(again));
        if (then != now || !folder.Trace.Entries[..then].SequenceEqual(again.Entries[..now]))
        {
            throw new UsageException(
                $"Played again, the run in '{folder.Path}' is another before {again.Model.Source.Axis.ToIso(new(At))}: it "
                + "was made by another version of the program, or its scenario was changed since. Run that again first.",
                ExitCode.Failed);
        }
    }

    private int Before(RunTrace trace)
    {
        var count = 0;
        while (count < trace.Entries.Length && trace.Entries[count].Tick < At)
        {
            count++;
        }

        return count;
    }
}
