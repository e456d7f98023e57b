namespace Simulator.Kernel.Office;

/// <summary>A directive that was sent.</summary>
internal readonly record struct SentPaper
{
    internal int To { get; init; }

    /// <summary>The entry by which it was sent first.</summary>
    internal uint Cause { get; init; }

    internal uint Content { get; init; }

    internal PaperContent Copy { get; init; }

    /// <summary>How often it had been sent before.</summary>
    internal byte Resent { get; init; }
}
