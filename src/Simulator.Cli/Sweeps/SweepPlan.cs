using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;
using Simulator.Cli.Commands;
using Simulator.Scenarios.Problems;

namespace Simulator.Cli.Sweeps;

/// <summary>How many replications a sweep plays of each cell: so many, or until what is watched is known precisely enough.</summary>
/// <param name="Rule">When a cell may stop.</param>
/// <param name="Precision">How narrow the intervals of what is watched are to be; <c>null</c>: the number is fixed.</param>
/// <param name="Watched">Names of the outcomes that are watched; empty: every goal's.</param>
internal sealed record SweepPlan(StoppingRule Rule, double? Precision, IReadOnlyList<string> Watched)
{
    /// <summary>How many replications a cell has when none is watched, or at most.</summary>
    internal int AtMost => Rule.AtMost;

    /// <summary>So many replications of each cell.</summary>
    internal static SweepPlan Fixed(int count) => new(new StoppingRule(count, count), null, []);

    /// <summary>What precise means of an outcome: within so many points for a share, else within a share of its mean.</summary>
    internal static Precision Within(Outcome outcome, double share) => outcome.Unit is OutcomeUnit.Share or OutcomeUnit.YesOrNo
        ? Analysis.Statistics.Precision.Absolute(share)
        : Analysis.Statistics.Precision.Relative(share);

    /// <summary>What is watched of a cell, after what its replications so far came to.</summary>
    internal IReadOnlyList<WatchedNumber> WatchedIn(SweepRows rows, int replications)
    {
        var runs = rows.Runs(replications);
        return
        [
            .. WatchedOutcomes(runs.Outcomes).Where(outcome => IsAnswered(runs, outcome)).Select(outcome => new WatchedNumber(
                outcome.Name, runs.Values(outcome.Name)!, outcome.Unit == OutcomeUnit.YesOrNo,
                Within(outcome, Precision!.Value))),
        ];
    }

    /// <summary>Refuses names of outcomes that no cell has.</summary>
    internal void Check(IReadOnlyList<SweepCell> cells)
    {
        var names = cells.SelectMany(cell => cell.Played.Outcomes).Select(outcome => outcome.Name).Distinct().ToList();
        foreach (var wanted in Watched.Where(wanted => !names.Contains(wanted)))
        {
            throw new UsageException($"There is no outcome '{wanted}'." + (NearestName.Of(wanted, names) is { } near
                ? $" Did you mean '{near}'?"
                : $" There are: {string.Join("; ", names)}."));
        }

        if (names.Count == 0)
        {
            throw new UsageException(
                "The scenario has no goals and too many directives to tell of each: say what is asked with --measure, such as "
                + "--measure 'registered(all)'.");
        }

        if (Precision is not null && !cells.All(cell => WatchedOutcomes(cell.Played.Outcomes).Any()))
        {
            throw new UsageException("The scenario has no goals: name what is to be precise with --watch, such as --watch "
                + $"'{names[0]}'.");
        }
    }

    /// <summary>
    /// Whether a number is waited for. Days, or working hours, until what mostly does not come are not, unless they are named:
    /// they would never be precise, and share and met say what there is to say.
    /// </summary>
    internal bool IsAnswered(CellRuns runs, Outcome outcome) => Watched.Count > 0
        || outcome.Unit is not (OutcomeUnit.Days or OutcomeUnit.Hours)
        || 2 * runs.Values(outcome.Name)!.Count(value => !double.IsNaN(value)) >= runs.Rows.Count;

    internal IEnumerable<Outcome> WatchedOutcomes(IReadOnlyList<Outcome> outcomes) =>
        outcomes.Where(outcome => Watched.Count == 0 ? outcome.IsGoal : Watched.Contains(outcome.Name));
}
