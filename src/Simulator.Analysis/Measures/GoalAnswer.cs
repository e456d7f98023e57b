using Simulator.Analysis.Measures.Delays;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;

namespace Simulator.Analysis.Measures;

/// <summary>What a run answers to a goal.</summary>
public sealed record GoalAnswer
{
    private readonly double? mean;

    /// <summary>The goal.</summary>
    public required Goal Goal { get; init; }

    /// <summary>The directive; the first of them, where several are asked together.</summary>
    public required CompiledDirective Directive { get; init; }

    /// <summary>Whether it is the answer of several directives that are written as one.</summary>
    public bool IsTogether { get; internal init; }

    /// <summary>Of several directives: how many of those asked about are issued in the run; 1 of one.</summary>
    public int Asked { get; internal init; } = 1;

    /// <summary>Of them: left out by warm-up and cool-down (<see cref="SeriesWindow"/>).</summary>
    public int LeftOut { get; internal init; }

    /// <summary>Bodies that count.</summary>
    public required int Among { get; init; }

    /// <summary>
    /// Of them: in the state, or with the whole of what a mean is about, at the end of the run or of the time
    /// that the goal allows.
    /// </summary>
    public required int InState { get; init; }

    /// <summary>The tick at which the share was reached, or exceeded; -1: not in this run.</summary>
    public required int ReachedAt { get; init; }

    /// <summary>Of a goal on a time: the quantile that it asks for, in minutes; <c>null</c>: not in this run.</summary>
    public double? Minutes { get; internal init; }

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
        var end = until ?? model.Until;
        var shares = new ReportedShares(trace, end);
        var times = new TimeGoals(trace, progress);
        var answers = new List<GoalAnswer>();
        foreach (var goal in model.Source.Goals)
        {
            var asked = Enumerable.Range(0, model.Directives.Count)
                .Where(root => IsAsked(goal, model.Directives[root])).ToList();
            var isOne = asked.Count > 0 && model.Directives[asked[0]].Source.Series is { } series && series == goal.Directive;
            var issued = asked.Count(root => model.Directives[root].Issued <= end);
            var counted = asked.Where(root => !isOne || Counts(goal, model.Directives[root].Issued)).ToList();
            if (goal.Time is not null)
            {
                answers.AddRange(isOne ? [times.Together(goal, asked[0], counted, issued)] : counted.Select(root => times.Of(goal, root)));
                continue;
            }

            var each = counted
                .Select(root => ReportedShares.Knows(goal.Measure) ? shares.Answer(goal, root)
                    : goal.Measure == GoalMeasure.TimeLeft ? TimeUsed.Answer(model, goal, root, progress[root])
                    : goal.Measure == GoalMeasure.Content
                    ? ContentGoal.Of(model, goal, model.Directives[root], progress[root])
                    : Of(model, goal, model.Directives[root], progress[root]))
                .ToList();
            answers.AddRange(isOne ? [Together(goal, model.Directives[asked[0]], each, issued)] : each);
        }

        return answers;

        // A moment that is asked about is the end of what is looked at.
        bool Counts(Goal goal, int issued) => issued <= end
            && model.Source.Window.Counts(new Tick(issued), new Tick(Math.Min(end, goal.At?.Value ?? end)));
    }

    private static bool IsAsked(Goal goal, CompiledDirective directive)
    {
        var isMeant = goal.Directive is null || goal.Directive == directive.Source.Id || goal.Directive == directive.Source.Series;
        return isMeant && directive.IsIssued && (goal.At is null || directive.Issued <= goal.At.Value.Value);
    }

    /// <summary>
    /// What is asked of several directives together: each counts by its own time, and there is no moment at which the share
    /// was reached.
    /// </summary>
    private static GoalAnswer Together(Goal goal, CompiledDirective first, List<GoalAnswer> each, int asked)
    {
        var (among, inState) = (each.Sum(answer => answer.Among), each.Sum(answer => answer.InState));
        var (left, right) = ((long)inState * 10_000, (long)among * goal.BasisPoints);
        return new GoalAnswer
        {
            Goal = goal,
            Directive = first,
            IsTogether = true,
            Asked = asked,
            LeftOut = asked - each.Count,
            Among = among,
            InState = inState,
            ReachedAt = -1,
            IsMet = among > 0 && (goal.AtMost ? left <= right : left >= right),
        };
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
        var limit = goal.Limit(directive.Issued);
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

    /// <summary>When a body got to a state; -1: it did not.</summary>
    internal static int MomentOf(GoalMeasure measure, BodyProgress body) => measure switch
    {
        GoalMeasure.Reached => body.ArrivedAt,
        GoalMeasure.Registered => body.RegisteredAt,
        GoalMeasure.Complied => body.CompliedAt,
        GoalMeasure.Outdated => body.Flight?.OutdatedAt ?? -1,
        GoalMeasure.Recalled => body.Flight?.RecalledAt ?? -1,
        GoalMeasure.TimeToRelay => body.IssuedAt,
        _ => body.ReportArrivedAt,
    };
}
