using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;

namespace Simulator.Analysis.Measures;

/// <summary>
/// Answers goals on content, such as <c>content(level commune) >= 60%</c>: the mean share of the original that
/// has come to certain bodies. It grows with every paper that arrives.
/// </summary>
internal static class ContentGoal
{
    internal static GoalAnswer Of(
        CompiledModel model, Goal goal, CompiledDirective directive, IReadOnlyDictionary<int, BodyProgress> progress)
    {
        var among = directive.Reach.Where(body => model.Fits(body, goal.Among)).ToList();
        var limit = goal.Limit(directive.Issued);
        var needed = (long)among.Count * goal.BasisPoints * (BodyProgress.Whole / 10_000);
        var (sum, sumInTime, whole) = (0L, 0L, 0);
        var reachedAt = needed == 0 && !goal.AtMost ? directive.Issued : -1;
        foreach (var body in among.Select(progress.GetValueOrDefault).OfType<BodyProgress>()
            .Where(body => body.ArrivedAt >= 0).OrderBy(body => body.ArrivedAt))
        {
            sum += body.ContentShare;
            if (reachedAt < 0 && (goal.AtMost ? sum > needed : sum >= needed))
            {
                reachedAt = body.ArrivedAt;
            }

            if (body.ArrivedAt <= limit)
            {
                sumInTime = sum;
                whole += body.ContentShare == BodyProgress.Whole ? 1 : 0;
            }
        }

        reachedAt = among.Count == 0 ? -1 : reachedAt;
        var inTime = reachedAt >= 0 && reachedAt <= limit;
        return new GoalAnswer
        {
            Goal = goal,
            Directive = directive,
            Among = among.Count,
            InState = whole,
            Share = (double)sumInTime / BodyProgress.Whole / among.Count,
            ReachedAt = reachedAt,
            IsMet = goal.AtMost ? among.Count > 0 && !inTime : inTime,
        };
    }
}
