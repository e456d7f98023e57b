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
    public int Format { get; init; } = RunStore.ManifestFormat;

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

    /// <summary>By which a change of what is above is noticed; <c>null</c>: not sealed yet, or of a format before seals.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Seal { get; init; }

    /// <summary>What is wrong with the seal of what was read; <c>null</c>: nothing.</summary>
    internal string? Fault { get; private init; }

    /// <summary>What the store of the run says of it.</summary>
    internal StoreFacts Facts() => new()
    {
        Seed = Seed,
        Replication = Replication,
        Until = Until,
        EndedAt = EndedAt,
        Digest = Digest,
    };

    internal string ToJson() => Text(this with { Seal = ManifestSeal.Of(Text(this with { Seal = null })) });

    internal static Manifest? FromJson(string json) =>
        JsonSerializer.Deserialize<Manifest>(json, JsonOutput.Options) is { } manifest
            ? manifest with { Fault = ManifestSeal.Fault(json) }
            : null;

    /// <summary>Whether it is about the same run, of whatever format the two are.</summary>
    internal bool IsOfSameRun(Manifest other) => Bare(this, other) == Bare(other, other);

    private static Manifest Bare(Manifest manifest, Manifest other) => manifest with
    {
        Format = other.Format,
        ScenarioSha256 = other.ScenarioSha256,
        Seal = null,
    };

    private static string Text(Manifest manifest) => JsonSerializer.Serialize(manifest, JsonOutput.Options) + "\n";
}
