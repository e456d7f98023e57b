using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;

namespace Simulator.Analysis.Measures;

/// <summary>What a run answers to a goal.</summary>
public sealed record GoalAnswer
{
    /// <summary>The goal.</summary>
    public required Goal Goal { get; init; }

    /// <summary>The directive.</summary>
    public required CompiledDirective Directive { get; init; }

    /// <summary>Bodies that count.</summary>
    public required int Among { get; init; }

    /// <summary>Of them: in the state, at the end of the run or of the time that the goal allows.</summary>
    public required int InState { get; init; }

    /// <summary>The tick at which the share was reached; -1: not in this run.</summary>
    public required int ReachedAt { get; init; }

    /// <summary>Whether it was reached within the time that the goal allows.</summary>
    public required bool IsMet { get; init; }

    /// <summary>The answers to every goal of a model, for each directive that it asks about.</summary>
    public static IReadOnlyList<GoalAnswer> Of(
        CompiledModel model, IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> progress)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(progress);
        var answers = new List<GoalAnswer>();
        foreach (var goal in model.Source.Goals)
        {
            for (var root = 0; root < model.Directives.Count; root++)
            {
                if (goal.Directive is null || goal.Directive == model.Directives[root].Source.Id)
                {
                    answers.Add(Of(model, goal, model.Directives[root], progress[root]));
                }
            }
        }

        return answers;
    }

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
        var needed = (int)((((long)among.Count * goal.BasisPoints) + 9_999) / 10_000);
        var reachedAt = among.Count == 0 || moments.Count < needed ? -1
            : needed == 0 ? directive.Issued
            : moments[needed - 1];
        var limit = goal.Within is { } within ? directive.Issued + within.Minutes : int.MaxValue;
        return new GoalAnswer
        {
            Goal = goal,
            Directive = directive,
            Among = among.Count,
            InState = moments.Count(tick => tick <= limit),
            ReachedAt = reachedAt,
            IsMet = reachedAt >= 0 && reachedAt <= limit,
        };
    }

    private static int MomentOf(GoalMeasure measure, BodyProgress body) => measure switch
    {
        GoalMeasure.Reached => body.ArrivedAt,
        GoalMeasure.Registered => body.RegisteredAt,
        GoalMeasure.Complied => body.CompliedAt,
        _ => body.ReportArrivedAt,
    };
}
