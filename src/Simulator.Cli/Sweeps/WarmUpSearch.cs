using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;
using Simulator.Cli.Commands;
using Simulator.Cli.Runs;
using Simulator.Kernel.Engine;

namespace Simulator.Cli.Sweeps;

/// <summary>Plays the cells of a sweep for nothing but the warm-up that their series suggest, and keeps no run.</summary>
internal static class WarmUpSearch
{
    internal const string Option = "--suggest-warm-up";

    /// <summary>Whether a goal of a cell is on a series that is long enough to be judged.</summary>
    internal static bool Fits(SweepCell cell) =>
        SeriesGoal.Of(cell.Played.Order.Model).Any(goal => goal.Members.Count >= Mser.Fewest);

    /// <summary>Refuses cells that have no series to be judged.</summary>
    internal static void Check(IReadOnlyList<SweepCell> cells)
    {
        foreach (var cell in cells.Where(cell => !Fits(cell)))
        {
            var longest = SeriesGoal.Of(cell.Played.Order.Model).MaxBy(goal => goal.Members.Count);
            throw new UsageException(longest is null
                ? $"{Option} needs a goal on directives that are issued again and again, such as 'of ID registered(all) >= 90%', and "
                    + $"the cell '{cell.Name}' has none."
                : $"{Option} needs a series of at least {Mser.Fewest} directives, and the longest that a goal of the cell "
                    + $"'{cell.Name}' asks about, '{longest.Goal.Directive}', has {longest.Members.Count}.");
        }
    }

    /// <summary>Plays so many replications of a cell, and gives what each goal on a series suggests.</summary>
    internal static async Task<IReadOnlyList<WarmUpSuggestion>> Play(
        IEngine engine, SweepCell cell, int replications, ProgressLine line, CancellationToken cancellation)
    {
        try
        {
            var rows = await engine.Replicate(
                cell.Played.Order, replications, SeriesReducer.Instance, new ProgressObserver(line, cell.Name, replications), cancellation);
            return WarmUpSuggestion.Of(cell.Played.Order.Model, rows);
        }
        catch (RunException failure)
        {
            throw new UsageException($"A replication of '{cell.Name}' failed. {failure.Message}", ExitCode.Failed);
        }
    }
}
