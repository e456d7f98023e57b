using Simulator.Analysis.Experiments;
using Simulator.Kernel.Engine;

namespace Simulator.Cli.Sweeps;

/// <summary>The replications of one cell that have ended, by their numbers.</summary>
internal sealed class SweepRows(SweepCell cell)
{
    private readonly SortedDictionary<int, Replication> ended = [];

    internal SweepCell Cell => cell;

    /// <summary>All that have ended, in the order of their numbers.</summary>
    internal IEnumerable<Replication> Ended => ended.Values;

    internal int Count => ended.Count;

    /// <summary>Why it went no further; empty while it has not ended.</summary>
    internal string Ending { get; set; } = "";

    internal void Take(Replication replication) => ended[replication.Number] = replication;

    /// <summary>Those below a number that have not ended.</summary>
    internal IReadOnlyList<int> MissingBelow(int count) =>
        [.. Enumerable.Range(0, count).Where(number => !ended.ContainsKey(number))];

    /// <summary>The first replications, as what they came to.</summary>
    internal CellRuns Runs(int count) => new()
    {
        Name = cell.Name,
        Outcomes = cell.Played.Outcomes,
        Rows = [.. ended.Values.TakeWhile(each => each.Number < count).Select(each => each.Failure is null ? each.Values : null)],
        Posts = cell.Played.Posts,
    };

    internal CellRuns Runs() => Runs(int.MaxValue);
}
