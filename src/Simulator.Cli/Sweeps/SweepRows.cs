using Simulator.Analysis.Experiments;
using Simulator.Kernel.Engine;

namespace Simulator.Cli.Sweeps;

/// <summary>The replications of one cell that have ended, by their numbers.</summary>
internal sealed class SweepRows(SweepCell cell)
{
    private readonly SortedDictionary<int, Replication> ended = [];
    private int kept;
    private int stop = int.MaxValue;

    internal SweepCell Cell => cell;

    /// <summary>Those that have ended and count, in the order of their numbers.</summary>
    internal IEnumerable<Replication> Ended => ended.Values.TakeWhile(each => each.Number < stop);

    internal int Count => Ended.Count();

    /// <summary>How many have ended, those included that may come not to count.</summary>
    internal int All => ended.Count;

    /// <summary>How many are of a sweep that was finished, and count whatever else is asked.</summary>
    internal int Kept => kept;

    /// <summary>How many of an interrupted sweep do not count where so many are asked for.</summary>
    internal int Beyond(int count) => ended.Keys.Count(number => number >= Math.Max(count, kept));

    /// <summary>Why it went no further; empty while it has not ended.</summary>
    internal string Ending { get; set; } = "";

    internal void Take(Replication replication) => ended[replication.Number] = replication;

    /// <summary>All that are there so far are of a sweep that was finished: they count whatever else is asked.</summary>
    internal void KeepAll() => kept = ended.Count;

    /// <summary>
    /// No more than so many count: what an interrupted sweep of more has left beyond them ended by chance of its threads.
    /// </summary>
    internal void StopAt(int count) => stop = Math.Max(count, kept);

    /// <summary>Those below a number that have not ended.</summary>
    internal IReadOnlyList<int> MissingBelow(int count) =>
        [.. Enumerable.Range(0, count).Where(number => !ended.ContainsKey(number))];

    /// <summary>The first replications, as what they came to.</summary>
    internal CellRuns Runs(int count) => new()
    {
        Name = cell.Name,
        Outcomes = cell.Played.Outcomes,
        Rows = [.. Ended.TakeWhile(each => each.Number < count).Select(each => each.Failure is null ? each.Values : null)],
        Posts = cell.Played.Posts,
    };

    internal CellRuns Runs() => Runs(int.MaxValue);
}
