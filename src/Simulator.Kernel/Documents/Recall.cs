using Simulator.Kernel.Time;

namespace Simulator.Kernel.Documents;

/// <summary>
/// An issuer takes a directive back (thu hồi, lấy lại): business kind 1 and status 13 of the exchange axis,
/// answered by 15, accepted, or 16, refused.
/// </summary>
public sealed record Recall
{
    /// <summary>Id of the directive.</summary>
    public required string Directive { get; init; }

    /// <summary>When the recall leaves the issuer, later than the directive.</summary>
    public required Tick At { get; init; }

    /// <summary>
    /// Whether a body that has registered the paper accepts all the same; if not it refuses, as on the live
    /// exchange axis.
    /// </summary>
    public bool RegisteredYields { get; init; }

    /// <summary>Whether work that is in hand is finished, and not stopped at once.</summary>
    public bool FinishesWork { get; init; }

    /// <summary>The status by which a body accepts.</summary>
    public const byte Accepted = 15;

    /// <summary>The status by which a body refuses.</summary>
    public const byte Refused = 16;
}
