using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Interventions;

/// <summary>
/// A share of certain bodies, or of their assignments, a quantile of their times, or what lies at their desks, that is
/// compared with a limit at the end of every minute in which anything happens, or in which the passing of time alone can
/// make it otherwise. Shares are compared by cross-multiplication, never as floating point.
/// </summary>
public sealed record Condition
{
    /// <summary>The condition as written.</summary>
    public required string Text { get; init; }

    /// <summary>What is counted: a state of bodies, or of assignments.</summary>
    public required GoalMeasure Measure { get; init; }

    /// <summary>Among which bodies; those that are addressed count.</summary>
    public required Selector Among { get; init; }

    /// <summary>Id of the directive; <c>null</c>: all of them together.</summary>
    public string? Directive { get; init; }

    /// <summary>How the share must stand to the limit.</summary>
    public required Comparison Comparison { get; init; }

    /// <summary>The limit, in ten-thousandths; of a condition on a time, the quantile asked for.</summary>
    public required int BasisPoints { get; init; }

    /// <summary>How long the quantile may take; <c>null</c>: it is about no time.</summary>
    public TimeLimit? Time { get; init; }

    /// <summary>What is asked about desks; <c>null</c>: it is about bodies that are addressed.</summary>
    public DeskLimit? Desk { get; init; }

    /// <summary>Whether conditions can be about a measure: those that can be counted while a run goes on.</summary>
    public static bool CanBeAbout(GoalMeasure measure) => IsShare(measure) || IsTime(measure) || IsOfDesks(measure);

    /// <summary>
    /// Whether so many of so many meet it, or so many papers; of none, nothing does. Of a time these two do not tell.
    /// </summary>
    public bool IsMetBy(long inState, long among) =>
        among > 0 && (Desk?.Papers is { } papers ? Holds(inState, papers) : Holds(inState * 10_000, among * BasisPoints));

    /// <summary>Whether an intervention of a model waits for a backlog, which bodies then tell of.</summary>
    internal static bool CountsDesks(CompiledModel model) =>
        model.Interventions.Any(each => each.Source.When?.Measure == GoalMeasure.Backlog);

    internal static bool IsTime(GoalMeasure measure) => measure is GoalMeasure.TimeToReach or GoalMeasure.TimeToRegister
        or GoalMeasure.TimeToRelay or GoalMeasure.TimeToComply or GoalMeasure.TimeToReport;

    internal static bool IsOfDesks(GoalMeasure measure) =>
        measure is GoalMeasure.Backlog or GoalMeasure.Utilisation or GoalMeasure.HandOvers;

    /// <summary>Whether a number stands to another as the comparison says.</summary>
    internal bool Holds(long left, long right) => Comparison switch
    {
        Comparison.Above => left > right,
        Comparison.AtLeast => left >= right,
        Comparison.Below => left < right,
        _ => left <= right,
    };

    /// <summary>Whether it is about a directive: about all of them if it names none.</summary>
    internal bool IsAbout(Directive directive) => Directive is null || Directive == directive.Id;

    private static bool IsShare(GoalMeasure measure) => measure
        is GoalMeasure.Reached or GoalMeasure.Registered or GoalMeasure.Complied or GoalMeasure.Reported
        or GoalMeasure.DoneOnTime or GoalMeasure.DoneLate or GoalMeasure.InTerm or GoalMeasure.Overdue;
}

/// <summary>How a share stands to a limit.</summary>
public enum Comparison : byte
{
    /// <summary>It is larger (<c>&gt;</c>).</summary>
    Above = 0,

    /// <summary>It is as large or larger (<c>&gt;=</c>).</summary>
    AtLeast = 1,

    /// <summary>It is smaller (<c>&lt;</c>).</summary>
    Below = 2,

    /// <summary>It is as small or smaller (<c>&lt;=</c>).</summary>
    AtMost = 3,
}
