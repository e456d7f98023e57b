using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Documents;

namespace Simulator.Analysis.Outcomes;

/// <summary>What was read of one run, for its outcomes to be found in.</summary>
internal sealed class OutcomeReading(RunTrace trace)
{
    /// <summary>By directive, how far each body got.</summary>
    internal IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> Progress { get; } = ProgressReader.Read(trace);

    /// <summary>By directive, the run as a whole.</summary>
    internal IReadOnlyList<DirectiveMeasures> Measures => field ??= DirectiveMeasures.Of(trace, Progress);

    private IReadOnlyList<GoalAnswer> Answers => field ??= GoalAnswer.Of(trace, Progress);

    /// <summary>The answer to a goal about a directive, or about a series; <c>null</c>: nothing of it was issued.</summary>
    internal GoalAnswer? AnswerTo(Goal goal, string directive) => Answers.FirstOrDefault(
        answer => answer.Goal == goal && (answer.IsTogether || answer.Directive.Source.Id == directive));

    /// <summary>Elapsed days from the issue of a directive; not a number where it did not come about.</summary>
    internal double DaysFromIssue(int root, int tick)
    {
        var directive = trace.Model.Directives[root];
        return tick < 0 || !directive.IsIssued ? double.NaN : (tick - directive.Issued) / 1440.0;
    }
}
