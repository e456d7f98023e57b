namespace Simulator.Kernel.Conduct;

/// <summary>
/// How a body behaves towards an assignment. A share <see cref="Ignore"/> it does not do
/// unless inspected, a share <see cref="Stall"/> it lays aside until reminded, the rest it begins at once;
/// what it carries out it carries out only in part with probability <see cref="Partly"/>.
/// </summary>
public sealed record ConductRule
{
    /// <summary>Does everything in full and without being reminded.</summary>
    public static ConductRule Compliant { get; } = new();

    /// <summary>Probability of laying an assignment aside until reminded, 0 to 1.</summary>
    public double Stall { get; init; }

    /// <summary>Probability of not doing it unless inspected, 0 to 1.</summary>
    public double Ignore { get; init; }

    /// <summary>Probability that what is carried out is carried out only in part, 0 to 1.</summary>
    public double Partly { get; init; }

    /// <summary>What holds instead where the assignment is a request; <c>null</c>: no different.</summary>
    public ConductShares? OnRequest { get; init; }

    /// <summary>What holds instead by the line of the body whose paper it is, each line once.</summary>
    public IReadOnlyList<LineConduct> From { get; init; } = [];

    /// <summary>How it behaves towards relaying; <c>null</c>: it relays at once.</summary>
    public RelayConduct? Relay { get; init; }

    /// <summary>Probability that a reminder gets going what lies aside, 0 to 1; drawn for each reminder.</summary>
    public double Heeds { get; init; } = 1;

    /// <summary>The same for a reminder by the superior's superior, to whom somebody has turned.</summary>
    public double HeedsFromAbove { get; init; } = 1;

    /// <summary>
    /// Probability that a second paper of a directive is seen to be one, and filed against the first, 0 to 1; else it
    /// is handled as a new directive.
    /// </summary>
    public double RecognisesSecondRoute { get; init; } = 1;
}
