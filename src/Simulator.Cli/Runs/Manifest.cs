using System.Text.Json;
using System.Text.Json.Serialization;
using Simulator.Analysis.Store;
using Simulator.Cli.Views;

namespace Simulator.Cli.Runs;

/// <summary>
/// What a run folder is about. It holds nothing that differs between two equal runs: no clock, host or
/// path.
/// </summary>
internal sealed record Manifest
{
    public int Format { get; init; } = 1;

    public required string Scenario { get; init; }

    public required string Variant { get; init; }

    public required ulong Seed { get; init; }

    public int Replication { get; init; }

    /// <summary>The last tick that was played.</summary>
    public required int Until { get; init; }

    public required int Bodies { get; init; }

    public required long Entries { get; init; }

    public required string Digest { get; init; }

    /// <summary>SHA-256 of the journal file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>SHA-256 of the scenario as resolved; <c>null</c>: the run was kept before manifests said so.</summary>
    public string? ScenarioSha256 { get; init; }

    /// <summary>The tick of the last entry.</summary>
    public required int EndedAt { get; init; }

    /// <summary>The digest of the run whose history it goes on from; <c>null</c>: it is no fork.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ForkOf { get; init; }

    /// <summary>The first tick at which it may differ from that one; <c>null</c>: it is no fork.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ForkedAt { get; init; }

    /// <summary>What the store of the run says of it.</summary>
    internal StoreFacts Facts() => new()
    {
        Seed = Seed,
        Replication = Replication,
        Until = Until,
        EndedAt = EndedAt,
        Digest = Digest,
    };

    internal string ToJson() => JsonSerializer.Serialize(this, JsonOutput.Options) + "\n";

    internal static Manifest? FromJson(string json) => JsonSerializer.Deserialize<Manifest>(json, JsonOutput.Options);
}
