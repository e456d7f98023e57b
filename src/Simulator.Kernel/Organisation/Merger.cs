namespace Simulator.Kernel.Organisation;

/// <summary>Bodies become part of another, which takes over whoever stood below them or was led by them.</summary>
public sealed record Merger : Restructuring
{
    /// <summary>Who is merged, wherever they stand; the body that they are merged into may be among them.</summary>
    public required IReadOnlyList<Selector> Bodies { get; init; }

    /// <summary>Id of the body that they become part of.</summary>
    public required string Into { get; init; }

    /// <summary>
    /// Where the people go: <see cref="HeadsRule.ToSuccessor"/> or <see cref="HeadsRule.Lost"/>.
    /// </summary>
    public HeadsRule Staff { get; init; } = HeadsRule.ToSuccessor;
}
