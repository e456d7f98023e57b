namespace Simulator.Cli.Reports;

/// <summary>A part of a report under a heading.</summary>
/// <param name="Id">What it is linked to by; no other section of the report is.</param>
/// <param name="Heading">The heading.</param>
/// <param name="Blocks">What stands in it.</param>
internal sealed record Section(string Id, string Heading, IReadOnlyList<IBlock> Blocks)
{
    /// <summary>Parts of it with headings of their own.</summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];
}
