using Simulator.Analysis.Measures;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;

namespace Simulator.Analysis.Outcomes;

/// <summary>
/// A goal on a series, and a number for each directive of the series that shows whether the office has settled: elapsed
/// days from the issue until half of the bodies asked about have got to what the goal is about.
/// </summary>
/// <param name="Goal">The goal.</param>
/// <param name="Members">Places of the directives, in the order of issue; those that the window leaves out are among them.</param>
public sealed record SeriesGoal(Goal Goal, IReadOnlyList<int> Members)
{
    /// <summary>
    /// What its numbers wait for: what the goal asks for where that has a moment; the compliance where it asks what became
    /// of assignments; the arrival of reports where it asks what they say.
    /// </summary>
    public GoalMeasure Milestone => Goal.Measure switch
    {
        GoalMeasure.DoneOnTime or GoalMeasure.DoneLate or GoalMeasure.InTerm or GoalMeasure.Overdue => GoalMeasure.Complied,
        GoalMeasure.Claimed or GoalMeasure.Misreported or GoalMeasure.Punctual or GoalMeasure.Counted => GoalMeasure.Reported,
        GoalMeasure.TimeToReach => GoalMeasure.Reached,
        GoalMeasure.TimeToRegister => GoalMeasure.Registered,
        GoalMeasure.TimeToComply => GoalMeasure.Complied,
        GoalMeasure.TimeToReport => GoalMeasure.Reported,
        var measure => measure,
    };

    /// <summary>The goals on series of a model, in the order declared.</summary>
    public static IReadOnlyList<SeriesGoal> Of(CompiledModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return
        [
            .. model.Source.Goals.Where(goal => goal.Directive is not null).Select(goal => new SeriesGoal(goal,
            [
                .. Enumerable.Range(0, model.Directives.Count)
                    .Where(root => model.Directives[root].Source.Series == goal.Directive)
                    .OrderBy(root => model.Directives[root].Issued).ThenBy(root => root),
            ])).Where(goal => goal.Members.Count > 0),
        ];
    }

    /// <summary>
    /// The number of one directive. A body that does not get there counts as later than all that do; not a number: half of
    /// them did not, or nobody is asked about.
    /// </summary>
    internal double NumberOf(CompiledModel model, int root, IReadOnlyDictionary<int, BodyProgress> progress)
    {
        var directive = model.Directives[root];
        var among = directive.Reach.Where(body => model.Fits(body, Goal.Among))
            .Where(body => Milestone != GoalMeasure.TimeToRelay || model.AddresseesOf(root, body).Length > 0).ToList();
        var moments = among.Select(progress.GetValueOrDefault).OfType<BodyProgress>()
            .Select(body => GoalAnswer.MomentOf(Milestone, body)).Where(tick => tick >= 0).Order().ToList();
        var half = (among.Count + 1) / 2;
        return half == 0 || moments.Count < half ? double.NaN : (moments[half - 1] - directive.Issued) / 1440.0;
    }
}
