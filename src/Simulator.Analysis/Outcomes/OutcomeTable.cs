using Simulator.Analysis.Measures;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;

namespace Simulator.Analysis.Outcomes;

/// <summary>
/// All outcomes of a model: for each goal the share that it ends with, whether it is met and, where the goal is about
/// something that happens, after how many days; for a goal on a time its quantile; for a measure, a goal that wants nothing,
/// the number alone; for each directive who was reached, registered and complied, truly and as the issuer knows it, and when
/// it was over. They follow from the model alone, so that every run of it has the same.
/// </summary>
public static class OutcomeTable
{
    /// <summary>Of so many directives each is told of; of more, the goals alone.</summary>
    private const int MostDirectives = 12;

    private static readonly GoalMeasure[] _happening =
    [
        GoalMeasure.Reached, GoalMeasure.Registered, GoalMeasure.Complied, GoalMeasure.Reported, GoalMeasure.Outdated,
        GoalMeasure.Recalled,
    ];

    /// <summary>The outcomes of a model, goals first.</summary>
    public static IReadOnlyList<Outcome> Of(CompiledModel model) => [.. ColumnsOf(model).Select(column => column.Outcome)];

    /// <summary>The same, and how each is found.</summary>
    internal static IReadOnlyList<OutcomeColumn> ColumnsOf(CompiledModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var goals = model.Source.Goals.SelectMany(goal => OfGoal(model, goal));
        return model.Directives.Count > MostDirectives
            ? [.. goals]
            : [.. goals, .. Enumerable.Range(0, model.Directives.Count).SelectMany(root => OfDirective(model, root))];
    }

    private static IEnumerable<OutcomeColumn> OfGoal(CompiledModel model, Goal goal)
    {
        var asked = model.Directives.Select(directive => directive.Source)
            .Where(source => goal.Directive is null || goal.Directive == source.Id || goal.Directive == source.Series)
            .ToList();
        if (asked.Count > 0 && asked[0].Series is { } series && series == goal.Directive)
        {
            return OfGoal(goal, goal.Text, asked[0].Id, isTogether: true);
        }

        return asked.SelectMany(source => OfGoal(
            goal, goal.Directive is null && asked.Count > 1 ? $"of {source.Id} {goal.Text}" : goal.Text, source.Id, isTogether: false));
    }

    private static IEnumerable<OutcomeColumn> OfGoal(Goal goal, string name, string directive, bool isTogether)
    {
        if (goal.Time is { } time)
        {
            foreach (var column in OfTime(goal, time, name, directive))
            {
                yield return column;
            }

            yield break;
        }

        if (goal.WantsNothing)
        {
            // It wants nothing: a number that is asked for. Whether and when it is met says nothing.
            yield return new OutcomeColumn(
                new Outcome(name.Replace(" >= 0%", "", StringComparison.Ordinal), OutcomeUnit.Share, Better.Higher, IsGoal: true),
                run => run.AnswerTo(goal, directive)?.Share ?? double.NaN);
            yield break;
        }

        var wanted = goal.AtMost ? Better.Lower : Better.Higher;
        if (_happening.Contains(goal.Measure) && !isTogether)
        {
            yield return new OutcomeColumn(
                new Outcome($"{name}: days", OutcomeUnit.Days, goal.AtMost ? Better.Higher : Better.Lower, IsGoal: true),
                run => run.AnswerTo(goal, directive) is { ReachedAt: >= 0 } answer
                    ? (answer.ReachedAt - answer.Directive.Issued) / 1440.0
                    : double.NaN);
        }

        yield return new OutcomeColumn(
            new Outcome($"{name}: share", OutcomeUnit.Share, wanted, IsGoal: true),
            run => run.AnswerTo(goal, directive)?.Share ?? double.NaN);
        yield return new OutcomeColumn(
            new Outcome($"{name}: met", OutcomeUnit.YesOrNo, Better.Higher, IsGoal: true),
            run => run.AnswerTo(goal, directive) is { } answer ? answer.IsMet ? 1 : 0 : double.NaN);
    }

    /// <summary>The quantile itself, the share of those who kept to the limit, and whether the goal is met.</summary>
    private static IEnumerable<OutcomeColumn> OfTime(Goal goal, TimeLimit time, string name, string directive)
    {
        var (unit, minutes, word) = time.InHours ? (OutcomeUnit.Hours, 60.0, "hours") : (OutcomeUnit.Days, 1440.0, "days");
        var asked = goal.WantsNothing
            ? name.Replace(" >= 0m", "", StringComparison.Ordinal).Replace(" >= 0wm", "", StringComparison.Ordinal)
            : $"{name}: {word}";
        var better = goal.AtMost || goal.WantsNothing ? Better.Lower : Better.Higher;
        yield return new OutcomeColumn(
            new Outcome(asked, unit, better, IsGoal: true),
            run => run.AnswerTo(goal, directive)?.Minutes / minutes ?? double.NaN);
        if (goal.WantsNothing)
        {
            yield break;
        }

        yield return new OutcomeColumn(
            new Outcome($"{name}: share", OutcomeUnit.Share, Better.Higher, IsGoal: true),
            run => run.AnswerTo(goal, directive)?.Share ?? double.NaN);
        yield return new OutcomeColumn(
            new Outcome($"{name}: met", OutcomeUnit.YesOrNo, Better.Higher, IsGoal: true),
            run => run.AnswerTo(goal, directive) is { } answer ? answer.IsMet ? 1 : 0 : double.NaN);
    }

    private static IEnumerable<OutcomeColumn> OfDirective(CompiledModel model, int root)
    {
        OutcomeColumn Column(string name, OutcomeUnit unit, Better better, Func<OutcomeReading, double> find) =>
            new(new Outcome($"{model.Directives[root].Source.Id}: {name}", unit, better, IsGoal: false), find);
        OutcomeColumn Bodies(string name, Func<DirectiveMeasures, int> count) =>
            Column(name, OutcomeUnit.Bodies, Better.Higher, run => count(run.Measures[root]));
        return
        [
            Bodies("reached", measures => measures.Reached),
            Bodies("registered", measures => measures.Registered),
            Bodies("complied", measures => measures.Complied),
            Bodies("complied as the issuer knows it", measures => measures.ReportedComplied),
            // Of those who did: where fewer comply, the last of them may come sooner.
            Column("days until the last compliance", OutcomeUnit.Days, Better.Neither, run => run.DaysFromIssue(
                root, run.Progress[root].Values.Select(body => body.CompliedAt).DefaultIfEmpty(-1).Max())),
            Column("days until all reports are in", OutcomeUnit.Days, Better.Lower, run => run.DaysFromIssue(
                root, run.Measures[root].CompletedAt)),
        ];
    }
}
