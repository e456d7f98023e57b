using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;

namespace Simulator.Analysis.Measures;

/// <summary>
/// Answers goals about shares that rise and fall: what reports claim, and in which of the four states
/// assignments are. They are asked at one moment: the end of the time that the goal names, or of the run.
/// </summary>
internal sealed class ReportedShares(RunTrace trace, int until)
{
    private readonly CompiledModel model = trace.Model;
    private (int At, IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> Progress) last = (-1, []);

    /// <summary>Whether a measure is one of these.</summary>
    internal static bool Knows(GoalMeasure measure) => measure
        is GoalMeasure.Claimed or GoalMeasure.Misreported or GoalMeasure.DoneOnTime or GoalMeasure.DoneLate
        or GoalMeasure.InTerm or GoalMeasure.Overdue or GoalMeasure.Punctual or GoalMeasure.Counted
        or GoalMeasure.Alerted;

    /// <summary>What a goal asks of one directive.</summary>
    internal GoalAnswer Answer(Goal goal, int root)
    {
        var directive = model.Directives[root];
        var at = Math.Min(until, goal.Limit(directive.Issued));
        var bodies = directive.Reach.Where(body => model.Fits(body, goal.Among)).ToHashSet();
        var (inState, among) = goal.Measure switch
        {
            GoalMeasure.Claimed or GoalMeasure.Misreported => Reported(goal.Measure, root, bodies, at),
            GoalMeasure.Punctual => Punctual(root, bodies, at),
            GoalMeasure.Counted => Counted(root, bodies, at),
            GoalMeasure.Alerted => Alerted(root, goal),
            _ => Assigned(goal.Measure, root, bodies, at),
        };
        var (left, right) = ((long)inState * 10_000, (long)among * goal.BasisPoints);
        return new GoalAnswer
        {
            Goal = goal,
            Directive = directive,
            Among = among,
            InState = inState,
            ReachedAt = -1,
            IsMet = among > 0 && (goal.AtMost ? left <= right : left >= right),
        };
    }

    private (int InState, int Among) Reported(GoalMeasure measure, int root, HashSet<int> bodies, int at)
    {
        var last = LevelReports.LastOf(ReportReader.Read(trace, at)[root])
            .Where(report => bodies.Contains(report.Body))
            .ToList();
        return (
            last.Sum(report => measure == GoalMeasure.Claimed
                ? report.Claimed
                : Math.Abs(report.Claimed - report.Known)),
            last.Sum(report => report.Counted));
    }

    private (int InState, int Among) Punctual(int root, HashSet<int> bodies, int at)
    {
        var due = LevelReports.Due(model, root, ReportReader.Read(trace, at)[root], at)
            .Where(each => bodies.Contains(each.Report.Body))
            .ToList();
        return (due.Count(each => each.InTime), due.Count);
    }

    /// <summary>Bodies of which the issuer has a figure, in any report that has reached it.</summary>
    private (int InState, int Among) Counted(int root, HashSet<int> bodies, int at)
    {
        var known = ReportReader.Read(trace, at)[root]
            .Where(report => report.To == trace.IssuerOf(root))
            .SelectMany(report => report.Bodies())
            .ToHashSet();
        return (bodies.Count(known.Contains), bodies.Count);
    }

    /// <summary>The time allowed counts from each event; the issuer himself may be asked about too.</summary>
    private (int InState, int Among) Alerted(int root, Goal goal)
    {
        var news = FlashNews.Read(trace, root, until);
        var within = goal.Within?.Minutes ?? int.MaxValue;
        var owed = news.Owed.Where(each => model.Fits(each.Body, goal.Among)).ToList();
        return (owed.Count(each => news.Told.TryGetValue(each, out var after) && after <= within), owed.Count);
    }

    private (int InState, int Among) Assigned(GoalMeasure measure, int root, HashSet<int> bodies, int at)
    {
        // Directives that are asked at one moment are many, and the journal is long.
        last = last.At == at ? last : (at, ProgressReader.Read(trace, at));
        var progress = last.Progress[root];
        var counts = bodies.Aggregate(
            default(StateCounts),
            (sum, body) => sum + StateCounts.Of(model, root, body, progress.GetValueOrDefault(body), at));
        return (counts.In(measure switch
        {
            GoalMeasure.DoneOnTime => ComplianceState.DoneOnTime,
            GoalMeasure.DoneLate => ComplianceState.DoneLate,
            GoalMeasure.InTerm => ComplianceState.PendingInTerm,
            _ => ComplianceState.PendingOverdue,
        }), counts.All);
    }
}
