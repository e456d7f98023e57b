using Simulator.Analysis.Measures.Delays;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;

namespace Simulator.Analysis.Measures;

/// <summary>
/// How much of the time between the issue and the due date was used up above a level before the paper came: due dates
/// are moments, and travel down unchanged.
/// </summary>
/// <param name="Level">Name of the level, or of the kind, line or place by which bodies are put together.</param>
/// <param name="Bodies">Addressed bodies of it, for whom anything in the directive is due.</param>
/// <param name="Share">
/// Mean over them of the time used up at the arrival, 0 to 1; one that the paper has not reached, or reached after the
/// date, counts 1.
/// </param>
public sealed record TimeUsed(string Level, int Bodies, double Share)
{
    /// <summary>By level, highest first, for levels with bodies for whom anything is due.</summary>
    /// <param name="model">The model.</param>
    /// <param name="root">Place of the directive.</param>
    /// <param name="progress">What <see cref="ProgressReader"/> has read of it.</param>
    public static IReadOnlyList<TimeUsed> ByLevel(
        CompiledModel model, int root, IReadOnlyDictionary<int, BodyProgress> progress) =>
        By(model, root, progress, Grouping.Level);

    /// <summary>The same by level, kind, line or place.</summary>
    /// <param name="model">The model.</param>
    /// <param name="root">Place of the directive.</param>
    /// <param name="progress">What <see cref="ProgressReader"/> has read of it.</param>
    /// <param name="by">By what bodies are put together.</param>
    /// <param name="under">Index of a body whose subtree alone counts; <c>null</c>: all.</param>
    public static IReadOnlyList<TimeUsed> By(
        CompiledModel model, int root, IReadOnlyDictionary<int, BodyProgress> progress, Grouping by, int? under = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(progress);
        var groups = new BodyGroups(model, by, model.Directives[root].Reach, under);
        return
        [
            .. model.Directives[root].Reach
                .Where(body => DueOf(model, root, body) >= 0 && groups.Holds(body))
                .GroupBy(groups.Of)
                .OrderBy(group => group.Key)
                .Select(level => new TimeUsed(
                    groups.NameOf(level.Key), level.Count(),
                    level.Average(body => (double)Of(model, root, body, progress.GetValueOrDefault(body)))
                        / BodyProgress.Whole)),
        ];
    }

    /// <summary>The share of one body, in millionths; all of it where nothing has come.</summary>
    internal static int Of(CompiledModel model, int root, int body, BodyProgress? progress)
    {
        var directive = model.Directives[root];
        var due = DueOf(model, root, body);
        var arrived = progress?.ArrivedAt ?? -1;
        return arrived < 0 || arrived >= due ? BodyProgress.Whole
            : (int)((long)(arrived - directive.Issued) * BodyProgress.Whole / (due - directive.Issued));
    }

    /// <summary>The nearest due date of what is for a body or for those whom its relays reach; -1: nothing is due.</summary>
    internal static int DueOf(CompiledModel model, int root, int body)
    {
        var directive = model.Directives[root];
        var meant = directive.Content & model.AssignmentsFor(root, body);
        var nearest = int.MaxValue;
        for (var item = 0; item < directive.Source.Assignments.Count; item++)
        {
            if ((meant >> item & 1) != 0 && directive.Source.Assignments[item].Due is { } due)
            {
                nearest = Math.Min(nearest, due.Value);
            }
        }

        return nearest == int.MaxValue || nearest <= directive.Issued ? -1 : nearest;
    }

    /// <summary>Answers a goal such as <c>time-left(level commune) >= 50%</c>: the mean share that is left.</summary>
    internal static GoalAnswer Answer(
        CompiledModel model, Goal goal, int root, IReadOnlyDictionary<int, BodyProgress> progress)
    {
        var directive = model.Directives[root];
        var among = directive.Reach
            .Where(body => model.Fits(body, goal.Among) && DueOf(model, root, body) >= 0).ToList();
        var limit = goal.Limit(directive.Issued);
        var (left, whole) = (0L, 0);
        foreach (var body in among)
        {
            var own = progress.GetValueOrDefault(body);
            var share = BodyProgress.Whole - Of(model, root, body, own?.ArrivedAt <= limit ? own : null);
            left += share;
            whole += share > 0 ? 1 : 0;
        }

        var needed = (long)among.Count * goal.BasisPoints * (BodyProgress.Whole / 10_000);
        return new GoalAnswer
        {
            Goal = goal,
            Directive = directive,
            Among = among.Count,
            InState = whole,
            Share = (double)left / BodyProgress.Whole / among.Count,
            ReachedAt = -1,
            IsMet = among.Count > 0 && (goal.AtMost ? left <= needed : left >= needed),
        };
    }
}
