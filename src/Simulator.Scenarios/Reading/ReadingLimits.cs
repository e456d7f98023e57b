namespace Simulator.Scenarios.Reading;

/// <summary>
/// How much is read before a file is refused. Real scenarios stay far below; a file that was made to
/// exhaust memory or time does not.
/// </summary>
public sealed record ReadingLimits
{
    /// <summary>For files that people write.</summary>
    public static ReadingLimits Ordinary { get; } = new();

    /// <summary>For a resolved scenario, in which tables have become YAML.</summary>
    public static ReadingLimits Resolved { get; } = new()
    {
        YamlBytes = 512 * 1024 * 1024,
        Nodes = 64_000_000,
    };

    /// <summary>The largest YAML file, in bytes.</summary>
    public int YamlBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The largest CSV file, in bytes.</summary>
    public int CsvBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How deep lists and maps may be nested.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>The most values in one file, those that aliases repeat counted each time.</summary>
    public int Nodes { get; init; } = 2_000_000;

    /// <summary>The most files that one scenario may be made of.</summary>
    public int Files { get; init; } = 64;

    /// <summary>The most bodies of one scenario.</summary>
    public int Bodies { get; init; } = 1_000_000;

    /// <summary>The most directives of one scenario.</summary>
    public int Directives { get; init; } = 1_000;
}
