using System.Globalization;
using Simulator.Analysis.Store;
using Simulator.Cli.Commands;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;
using Simulator.Scenarios;
using Simulator.Scenarios.Reading;

namespace Simulator.Cli.Runs;

/// <summary>What a manifest says otherwise than the files beside it, which tells what in it was changed.</summary>
internal static class ManifestDoubts
{
    /// <summary>That a manifest was changed, what is known of it, and what to do.</summary>
    /// <param name="path">The folder of the run.</param>
    /// <param name="fault">What is wrong with its seal; <c>null</c>: nothing.</param>
    /// <param name="doubts">What it says otherwise than the files beside it.</param>
    internal static UsageException Changed(string path, string? fault, IReadOnlyList<string> doubts)
    {
        var scenario = Path.Combine(path, RunFolder.ScenarioName);
        string[] sentences =
        [
            $"The {RunFolder.ManifestName} in '{path}' was changed after it was written.",
            .. fault is null ? Array.Empty<string>() : [fault],
            doubts.Count == 0 ? "What in it was changed, the files beside it do not tell." : $"It says {string.Join("; ", doubts)}.",
            $"Put it back as it was, or run it again: simulator run {scenario} --seed SEED --out FOLDER",
        ];
        return new UsageException(string.Join(' ', sentences));
    }

    /// <summary>What a manifest says otherwise than any file beside it that can be read.</summary>
    internal static IReadOnlyList<string> Beside(string path, Manifest manifest)
    {
        var doubts = new List<string>();
        if (Found(() => File.ReadAllBytes(Path.Combine(path, RunFolder.ScenarioName))) is { } scenario)
        {
            doubts.AddRange(Differ("scenarioSha256", manifest.ScenarioSha256, RunFolder.HashOf(scenario), RunFolder.ScenarioName));
            var loaded = ScenarioModel.Load(
                Path.Combine(path, RunFolder.ScenarioName), new LoadOptions { Root = path, Limits = ReadingLimits.Resolved });
            doubts.AddRange(loaded.Model is { } model ? Of(manifest, model) : []);
        }

        if (Found(() => JournalFile.ReadAll(Path.Combine(path, RunFolder.JournalName))) is { } entries)
        {
            doubts.AddRange(Differ("digest", manifest.Digest, default(Digest).With(entries).ToString(), RunFolder.JournalName));
            doubts.AddRange(Of(manifest, entries));
        }

        if (RunStore.FactsIn(path) is { } facts)
        {
            doubts.AddRange(Differ("seed", Text(manifest.Seed), facts.GetValueOrDefault("seed"), RunStore.Name));
            doubts.AddRange(Differ("replication", Text(manifest.Replication), facts.GetValueOrDefault("replication"), RunStore.Name));
            doubts.AddRange(Differ("until", Text(manifest.Until), facts.GetValueOrDefault("until"), RunStore.Name));
            doubts.AddRange(Differ("endedAt", Text(manifest.EndedAt), facts.GetValueOrDefault("ended_at"), RunStore.Name));
        }

        return doubts;
    }

    /// <summary>What it says otherwise than the scenario.</summary>
    internal static IEnumerable<string> Of(Manifest manifest, CompiledModel model) =>
    [
        .. Differ("scenario", manifest.Scenario, model.Source.Scenario, RunFolder.ScenarioName),
        .. Differ("variant", manifest.Variant, model.Source.Variant, RunFolder.ScenarioName),
        .. Differ("bodies", Text(manifest.Bodies), Text(model.Bodies.Count), RunFolder.ScenarioName),
    ];

    /// <summary>What it says otherwise than the journal.</summary>
    internal static IEnumerable<string> Of(Manifest manifest, ReadOnlySpan<Entry> entries) =>
    [
        .. Differ("entries", Text(manifest.Entries), Text(entries.Length), RunFolder.JournalName),
    ];

    private static string[] Differ(string field, string? told, string? found, string file) =>
        told is null || found is null || told == found ? [] : [$"{field} {told}, and {file} {found}"];

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static T? Found<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }
}
