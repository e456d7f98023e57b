using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>A report before it is a page.</summary>
internal sealed record ReportDocument
{
    /// <summary>Its language.</summary>
    public required Language Language { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about, in small letters above the title.</summary>
    public required string Over { get; init; }

    /// <summary>What stands below the title: the time, how many bodies.</summary>
    public required string Under { get; init; }

    /// <summary>Its parts.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>What it was made from, at its end.</summary>
    public required IReadOnlyList<string> Foot { get; init; }

    /// <summary>All charts, in their order.</summary>
    internal IEnumerable<Chart> Charts => Sections.SelectMany(ChartsOf);

    private static IEnumerable<Chart> ChartsOf(Section section) =>
        section.Blocks.OfType<Chart>().Concat(section.Sections.SelectMany(ChartsOf));
}
