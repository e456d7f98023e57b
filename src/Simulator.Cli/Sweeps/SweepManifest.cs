using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Store;
using Simulator.Cli.Commands;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;

namespace Simulator.Cli.Sweeps;

/// <summary>
/// What a sweep is about: the cells, each with the hash of its scenario as resolved, and the outcomes that are kept of each
/// run. It holds nothing that differs between two equal sweeps, and not how many replications there are, so that a sweep
/// that is extended stays the same.
/// </summary>
internal sealed record SweepManifest
{
    public int Format { get; init; } = ManifestSeal.FirstFormat;

    /// <summary>The version of the program that plays it: another may play the same scenario otherwise.</summary>
    public required string Program { get; init; }

    public required string Scenario { get; init; }

    public required ulong Seed { get; init; }

    public required IReadOnlyList<KeptCell> Cells { get; init; }

    /// <summary>Every outcome of any cell, in the order of the columns of runs.csv.</summary>
    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    /// <summary>By which a change of what is above is noticed; <c>null</c>: not sealed yet, or of a format before seals.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Seal { get; init; }

    /// <summary>What is wrong with the seal of what was read; <c>null</c>: nothing.</summary>
    internal string? Fault { get; private init; }

    internal static SweepManifest Of(IReadOnlyList<SweepCell> cells) => new()
    {
        Program = typeof(SweepManifest).Assembly.GetName().Version!.ToString(3),
        Scenario = cells[0].Played.Order.Model.Source.Scenario,
        Seed = cells[0].Played.Order.Options.Seed,
        Cells =
        [
            .. cells.Select(cell => new KeptCell
            {
                Name = cell.Name,
                Variant = cell.Variant,
                Settings = cell.Settings.ToDictionary(),
                ModelHash = cell.Played.Order.Model.Hash.ToString(),
                ScenarioSha256 = RunFolder.HashOf(Encoding.UTF8.GetBytes(cell.Played.Order.Text)),
                Posts = cell.Played.Posts,
            }),
        ],
        Outcomes = [.. cells.SelectMany(cell => cell.Played.Outcomes).DistinctBy(outcome => outcome.Name)],
    };

    internal string ToJson() => Text(this with { Seal = ManifestSeal.Of(Text(this with { Seal = null })) });

    /// <summary>The manifest of a text; <c>null</c>: it is none.</summary>
    internal static SweepManifest? FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<SweepManifest>(json, Options) is { } manifest
                ? manifest with { Fault = ManifestSeal.Fault(json) }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Sees to it that a manifest that was read is of this program's format and as it was written.</summary>
    /// <param name="path">The sweep's folder, for errors.</param>
    /// <exception cref="UsageException">It is not.</exception>
    internal void RefuseUnlessReadable(string path)
    {
        if (Format != ManifestSeal.FirstFormat)
        {
            throw new UsageException(
                $"'{path}' is a sweep of format {Format}; this program has format {ManifestSeal.FirstFormat}. Play it again with --force.");
        }

        if (Fault is { } fault)
        {
            throw new UsageException(
                $"The {SweepFolder.ManifestName} in '{path}' was changed after it was written. {fault} Put it back as it was, or play "
                + "the sweep again with --force.");
        }
    }

    private static string Text(SweepManifest manifest) => JsonSerializer.Serialize(manifest, Options) + "\n";

    private static JsonSerializerOptions Options { get; } =
        new(JsonOutput.Options) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    /// <summary>A cell as the folder keeps it.</summary>
    internal sealed record KeptCell
    {
        public required string Name { get; init; }

        public required string Variant { get; init; }

        public required IReadOnlyDictionary<string, string> Settings { get; init; }

        /// <summary>The hash of the model as compiled.</summary>
        public required string ModelHash { get; init; }

        /// <summary>SHA-256 of the scenario as resolved.</summary>
        public required string ScenarioSha256 { get; init; }

        public required long Posts { get; init; }
    }
}
