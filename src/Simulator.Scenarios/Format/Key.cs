namespace Simulator.Scenarios.Format;

/// <summary>A key of the format.</summary>
/// <param name="Name">The key.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Meaning">What it says, for the reference and for editors.</param>
internal sealed record Key(string Name, Shape Shape, string Meaning)
{
    /// <summary>Whether it must be there, in this file or in one that it is merged with.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What holds without it, for the reference; <c>null</c> where nothing does.</summary>
    public string? Default { get; init; }

    /// <summary>An example of its value, as YAML.</summary>
    public required string Example { get; init; }
}
