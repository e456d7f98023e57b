namespace Simulator.Kernel.Organisation;

/// <summary>Bodies come under another superior, with all that stands below them.</summary>
public sealed record Relocation : Restructuring
{
    /// <summary>Who is moved, wherever they stand.</summary>
    public required IReadOnlyList<Selector> Bodies { get; init; }

    /// <summary>Id of the new superior.</summary>
    public required string Under { get; init; }

    /// <summary>The line of command that is changed; <c>null</c>: the first that each body has.</summary>
    public string? Line { get; init; }
}
