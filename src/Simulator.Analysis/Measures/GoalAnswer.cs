using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;

namespace Simulator.Analysis.Measures;

/// <summary>What a run answers to a goal.</summary>
public sealed record GoalAnswer
{
    private readonly double? mean;

    /// <summary>The goal.</summary>
    public required Goal Goal { get; init; }

    /// <summary>The directive.</summary>
    public required CompiledDirective Directive { get; init; }

    /// <summary>Bodies that count.</summary>
    public required int Among { get; init; }

    /// <summary>
    /// Of them: in the state, or with the whole of what a mean is about, at the end of the run or of the time
    /// that the goal allows.
    /// </summary>
    public required int InState { get; init; }

    /// <summary>The tick at which the share was reached, or exceeded; -1: not in this run.</summary>
    public required int ReachedAt { get; init; }

    /// <summary>Whether it was reached, or not exceeded, within the time that the goal names.</summary>
    public required bool IsMet { get; init; }

    /// <summary>
    /// <see cref="InState"/> over <see cref="Among"/>, or the mean that a goal on a mean asks for; not a number
    /// where nobody counts.
    /// </summary>
    public double Share
    {
        get => mean ?? ((double)InState / Among);
        internal init => mean = value;
    }

    /// <summary>The answers to every goal of a model, for each directive that it asks about.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="progress">By directive, what <see cref="ProgressReader"/> has read from it.</param>
    /// <param name="until">The last tick of the run; <c>null</c>: the scenario's own end.</param>
    public static IReadOnlyList<GoalAnswer> Of(
        RunTrace trace, IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> progress, int? until = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(progress);
        var model = trace.Model;
        var shares = new ReportedShares(trace, until ?? model.Until);
        var answers = new List<GoalAnswer>();
        foreach (var goal in model.Source.Goals)
        {
            for (var root = 0; root < model.Directives.Count; root++)
            {
                var isMeant = goal.Directive is null || goal.Directive == model.Directives[root].Source.Id;
                if (isMeant && model.Directives[root].IsIssued)
                {
                    answers.Add(ReportedShares.Knows(goal.Measure)
                        ? shares.Answer(goal, root)
                        : goal.Measure == GoalMeasure.TimeLeft
                        ? TimeUsed.Answer(model, goal, root, progress[root])
                        : goal.Measure == GoalMeasure.Content
                        ? ContentGoal.Of(model, goal, model.Directives[root], progress[root])
                        : Of(model, goal, model.Directives[root], progress[root]));
                }
            }
        }

        return answers;
    }

    /// <summary>
    /// Of a goal with a limit, what is asked is when the share came to exceed it: when one more than
    /// the limit allows had got to the state.
    /// </summary>
    private static GoalAnswer Of(
        CompiledModel model, Goal goal, CompiledDirective directive, IReadOnlyDictionary<int, BodyProgress> progress)
    {
        var among = directive.Reach.Where(body => model.Fits(body, goal.Among)).ToList();
        var moments = among
            .Select(body => progress.GetValueOrDefault(body))
            .OfType<BodyProgress>()
            .Select(body => MomentOf(goal.Measure, body))
            .Where(tick => tick >= 0)
            .Order()
            .ToList();
        var needed = goal.AtMost
            ? (int)((long)among.Count * goal.BasisPoints / 10_000) + 1
            : (int)((((long)among.Count * goal.BasisPoints) + 9_999) / 10_000);
        var reachedAt = among.Count == 0 || moments.Count < needed ? -1
            : needed == 0 ? directive.Issued
            : moments[needed - 1];
        var limit = goal.Within is { } within ? directive.Issued + within.Minutes : int.MaxValue;
        var inTime = reachedAt >= 0 && reachedAt <= limit;
        return new GoalAnswer
        {
            Goal = goal,
            Directive = directive,
            Among = among.Count,
            InState = moments.Count(tick => tick <= limit),
            ReachedAt = reachedAt,
            IsMet = goal.AtMost ? among.Count > 0 && !inTime : inTime,
        };
    }

    private static int MomentOf(GoalMeasure measure, BodyProgress body) => measure switch
    {
        GoalMeasure.Reached => body.ArrivedAt,
        GoalMeasure.Registered => body.RegisteredAt,
        GoalMeasure.Complied => body.CompliedAt,
        GoalMeasure.Outdated => body.Flight?.OutdatedAt ?? -1,
        GoalMeasure.Recalled => body.Flight?.RecalledAt ?? -1,
        _ => body.ReportArrivedAt,
    };
}
