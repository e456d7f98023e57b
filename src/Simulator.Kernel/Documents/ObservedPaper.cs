using Simulator.Kernel.Time;

namespace Simulator.Kernel.Documents;

/// <summary>
/// A paper that is known from reality. It lends its symbol to the simulated relay that it corresponds
/// to, and its date is what the prediction is held against.
/// </summary>
public sealed record ObservedPaper
{
    /// <summary>Number and symbol; <c>null</c> where the document leaves it blank.</summary>
    public string? Symbol { get; init; }

    /// <summary>Id of the root directive that it belongs to.</summary>
    public required string Directive { get; init; }

    /// <summary>Id of the body that issued it, or received it where only the arrival is known.</summary>
    public required string Body { get; init; }

    /// <summary>Symbol of the paper it implements, as written; a label.</summary>
    public string? Implements { get; init; }

    /// <summary>Whether the dates are those of its arrival at the body, not of its issue there.</summary>
    public bool IsArrival { get; init; }

    /// <summary>The first moment of the first civil day that is possible.</summary>
    public required CivilTime Earliest { get; init; }

    /// <summary>The first moment of the last civil day that is possible; equal to the earliest if the day is known.</summary>
    public required CivilTime Latest { get; init; }
}
