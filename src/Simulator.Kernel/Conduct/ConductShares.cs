namespace Simulator.Kernel.Conduct;

/// <summary>How likely it is that an assignment is not begun at once, and that it is done only in part.</summary>
public sealed record ConductShares
{
    /// <summary>Probability of laying it aside until reminded, 0 to 1.</summary>
    public double Stall { get; init; }

    /// <summary>Probability of not doing it unless inspected, 0 to 1.</summary>
    public double Ignore { get; init; }

    /// <summary>Probability that what is carried out is carried out only in part, 0 to 1.</summary>
    public double Partly { get; init; }
}
