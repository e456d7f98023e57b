namespace Simulator.Kernel.Conduct;

/// <summary>
/// How a body behaves towards an assignment. A share <see cref="Ignore"/> it never does, a share
/// <see cref="Stall"/> it lays aside until reminded, the rest it begins at once; what it carries out it
/// carries out only in part with probability <see cref="Partly"/>.
/// </summary>
public sealed record ConductRule
{
    /// <summary>Does everything in full and without being reminded.</summary>
    public static ConductRule Compliant { get; } = new();

    /// <summary>Probability of laying an assignment aside until reminded, 0 to 1.</summary>
    public double Stall { get; init; }

    /// <summary>Probability of not doing it at all, 0 to 1.</summary>
    public double Ignore { get; init; }

    /// <summary>Probability that what is carried out is carried out only in part, 0 to 1.</summary>
    public double Partly { get; init; }
}
