namespace Simulator.Analysis.Store;

/// <summary>What a store says of its run beside the journal: the manifest's facts.</summary>
public sealed record StoreFacts
{
    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Which replication of the seed.</summary>
    public required int Replication { get; init; }

    /// <summary>The last tick that was played.</summary>
    public required int Until { get; init; }

    /// <summary>The tick of the last entry.</summary>
    public required int EndedAt { get; init; }

    /// <summary>The digest of the journal.</summary>
    public required string Digest { get; init; }

    /// <summary>Whether the standard's tables are written out, or views; <c>null</c>: by the number of entries.</summary>
    public bool? WritesOcelTables { get; init; }
}
