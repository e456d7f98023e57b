using Simulator.Kernel.Chance;

namespace Simulator.Kernel.Office;

/// <summary>
/// How the people of a post are away by chance: each by himself, now at work, now away. How long he stays at
/// work is exponential, with the mean that gives the share.
/// </summary>
public sealed record AbsenceRule
{
    /// <summary>The share of his working time for which a person is away, above 0 and below 1.</summary>
    public required double Share { get; init; }

    /// <summary>How long he is away, in working minutes of the post; its mean is above 0 and finite.</summary>
    public required Distribution Lasts { get; init; }
}
