namespace Simulator.Kernel.Organisation;

/// <summary>
/// Bodies are dissolved, and what stood below each comes under its superior, as the districts of Vietnam in July
/// 2025.
/// </summary>
public sealed record TierRemoval : Restructuring
{
    /// <summary>Who is dissolved, wherever they stand: level, kind, line or name.</summary>
    public required Selector Bodies { get; init; }

    /// <summary>Id of a body below which only the tier is dissolved; <c>null</c>: everywhere.</summary>
    public string? Below { get; init; }

    /// <summary>
    /// Where the people go; <see cref="HeadsRule.ToSuccessor"/> has no meaning here.
    /// </summary>
    public HeadsRule Staff { get; init; } = HeadsRule.ToSubordinates;

    /// <summary>
    /// Whether those below carry out what the bodies were assigned; else their superior does.
    /// </summary>
    public bool DutiesToSubordinates { get; init; }
}
