namespace Simulator.Kernel.Organisation;

/// <summary>A model after a restructuring.</summary>
public sealed record Reorganised
{
    /// <summary>The model; dissolved bodies are in it, with what they leave behind.</summary>
    public required Model Model { get; init; }

    /// <summary>Ids of those that this restructuring has dissolved, in the order of their ids.</summary>
    public required IReadOnlyList<string> Dissolved { get; init; }

    /// <summary>How many people were lost: by the rule, or because a post holds no more of them.</summary>
    public int Lost { get; init; }

    /// <summary>How many of these were lost because their new post was full.</summary>
    public int Crowded { get; init; }
}
