namespace Simulator.Analysis.Store;

/// <summary>How far a question may go before it is stopped.</summary>
public sealed record QueryLimits
{
    /// <summary>Memory that SQLite may take, in bytes, unless told otherwise; what is more goes to disk where it can.</summary>
    public const long UsualMemory = 512L << 20;

    /// <summary>How long it may take, from its preparation to its last row.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Memory that SQLite may take, in bytes; of the whole process.</summary>
    public long Memory { get; init; } = UsualMemory;

    /// <summary>Ends it from outside.</summary>
    public CancellationToken Cancellation { get; init; }
}
