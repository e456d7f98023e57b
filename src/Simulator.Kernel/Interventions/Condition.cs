using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Interventions;

/// <summary>
/// A share of certain bodies, or of their assignments, that is compared with a limit at the end of every minute
/// in which anything happens. Shares are compared by cross-multiplication, never as floating point.
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

    /// <summary>The limit, in ten-thousandths.</summary>
    public required int BasisPoints { get; init; }

    /// <summary>Whether conditions can be about a measure: those that an entry of the journal changes by one.</summary>
    public static bool CanBeAbout(GoalMeasure measure) => measure
        is GoalMeasure.Reached or GoalMeasure.Registered or GoalMeasure.Complied or GoalMeasure.Reported
        or GoalMeasure.DoneOnTime or GoalMeasure.DoneLate or GoalMeasure.InTerm or GoalMeasure.Overdue;

    /// <summary>Whether so many of so many meet it; of none, nothing does.</summary>
    public bool IsMetBy(long inState, long among)
    {
        var (left, right) = (inState * 10_000, among * BasisPoints);
        return among > 0 && Comparison switch
        {
            Comparison.Above => left > right,
            Comparison.AtLeast => left >= right,
            Comparison.Below => left < right,
            _ => left <= right,
        };
    }
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
