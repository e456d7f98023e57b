using Simulator.Analysis.Traces;
using Simulator.Kernel.Documents;

namespace Simulator.Analysis.Measures.Delays;

/// <summary>
/// Answers goals on times, such as <c>time-to-register(level commune) p90 &lt;= 3d</c>. Bodies to which it has not happened, by
/// the moment asked about or in the run, count as later than all others.
/// </summary>
internal sealed class TimeGoals(RunTrace trace, IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> progress)
{
    private readonly OfficeClock clock = new(trace);

    /// <summary>The time that a measure asks for; <c>null</c>: it asks for none.</summary>
    internal static TimeTo? TimeOf(GoalMeasure measure) => measure switch
    {
        GoalMeasure.TimeToReach => TimeTo.Reach,
        GoalMeasure.TimeToRegister => TimeTo.Register,
        GoalMeasure.TimeToRelay => TimeTo.Relay,
        GoalMeasure.TimeToComply => TimeTo.Comply,
        GoalMeasure.TimeToReport => TimeTo.Report,
        _ => null,
    };

    /// <summary>What a goal asks of one directive.</summary>
    internal GoalAnswer Of(Goal goal, int root) => Answer(goal, root, [root]);

    /// <summary>What it asks of several that are written as one: a body counts once for each.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="first">Place of the first of them.</param>
    /// <param name="roots">Places of those that count.</param>
    /// <param name="issued">How many are issued.</param>
    internal GoalAnswer Together(Goal goal, int first, IReadOnlyList<int> roots, int issued) =>
        Answer(goal, first, roots) with { IsTogether = true, Asked = issued, LeftOut = issued - roots.Count };

    private GoalAnswer Answer(Goal goal, int first, IReadOnlyList<int> roots)
    {
        var (limit, sample) = (goal.Time!, SampleOf(goal, roots));
        var quantile = sample.Exact(goal.BasisPoints);
        var wanted = (long)limit.Span.Minutes * 10_000;
        return new GoalAnswer
        {
            Goal = goal,
            Directive = trace.Model.Directives[first],
            Among = sample.Bodies,
            InState = goal.AtMost ? sample.Minutes.Count(minutes => minutes <= limit.Span.Minutes) : sample.Happened,
            ReachedAt = -1,
            Minutes = quantile / 10_000.0,
            IsMet = sample.Bodies > 0 && (goal.AtMost ? quantile <= wanted : quantile is null || quantile >= wanted),
        };
    }

    private DelaySample SampleOf(Goal goal, IReadOnlyList<int> roots)
    {
        var (to, time) = (TimeOf(goal.Measure)!.Value, goal.Time!);
        var (minutes, bodies) = (new List<int>(), 0);
        foreach (var root in roots)
        {
            var directive = trace.Model.Directives[root];
            foreach (var body in directive.Reach.Where(body => trace.Model.Fits(body, goal.Among)))
            {
                var reached = progress[root].GetValueOrDefault(body);
                if (!Delay.IsAsked(trace, root, body, reached, to))
                {
                    continue;
                }

                bodies++;
                var delay = Delay.Of(body, directive.Issued, reached, to);
                if (delay.Ended <= goal.Limit(directive.Issued) && delay.Happened)
                {
                    minutes.Add(delay.Minutes(time.IsOwn, time.InHours ? clock : null, directive.Source.Urgency));
                }
            }
        }

        return new DelaySample(minutes, bodies);
    }
}
