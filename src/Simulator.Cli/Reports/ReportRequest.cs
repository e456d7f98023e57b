using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>What a report is asked for.</summary>
internal sealed record ReportRequest
{
    /// <summary>The folders of runs, or of one sweep; empty: the newest run.</summary>
    public required IReadOnlyList<string> Folders { get; init; }

    public required Language Language { get; init; }

    /// <summary>The title; <c>null</c>: the scenario's.</summary>
    public string? Title { get; init; }

    /// <summary>The directive; <c>null</c>: whichever has most to say.</summary>
    public string? Directive { get; init; }

    /// <summary>How many replications to play; <c>null</c>: as many as <c>run</c> would.</summary>
    public int? Replications { get; init; }
}
