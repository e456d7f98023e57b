using System.Security.Cryptography;
using System.Text.Json;
using Simulator.Analysis.Store;
using Simulator.Analysis.Traces;
using Simulator.Cli.Commands;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;
using Simulator.Scenarios;
using Simulator.Scenarios.Reading;

namespace Simulator.Cli.Runs;

/// <summary>
/// The folder of a run: <c>manifest.json</c>, <c>scenario.yaml</c> as resolved, <c>journal.bin</c>, and
/// <c>injects.yaml</c> where there were any; the resolved scenario contains them; and <c>run.sqlite</c>, its store, with
/// <c>run.sqlite.sha256</c>, unless it was not wanted. A run is written under another name and gets its own when it is
/// whole, so that what looks complete is.
/// </summary>
internal sealed class RunFolder
{
    internal const string ManifestName = "manifest.json";
    internal const string ScenarioName = "scenario.yaml";
    internal const string JournalName = "journal.bin";
    internal const string InjectsName = "injects.yaml";

    /// <summary>All that is in the folder of a run.</summary>
    internal static readonly string[] Files = [ManifestName, ScenarioName, JournalName, InjectsName, RunStore.Name, StoreSeal.Name];

    /// <summary>Whether a file belongs into the folder of a run; a store that was given up belongs to it, too.</summary>
    internal static bool Holds(string name) =>
        Files.Contains(name) || name.StartsWith($"{RunStore.Name}.unfinished-", StringComparison.Ordinal);

    private RunFolder(string path, Manifest manifest, LoadResult scenario, RunTrace trace)
    {
        Path = path;
        Manifest = manifest;
        Scenario = scenario;
        Trace = trace;
    }

    internal string Path { get; }

    internal Manifest Manifest { get; }

    internal LoadResult Scenario { get; }

    internal RunTrace Trace { get; }

    /// <summary>
    /// Where runs are kept unless told otherwise. Values set on the command line are told apart by eight
    /// digits of their hash.
    /// </summary>
    internal static string DefaultPath(
        string scenario, string variant, ulong seed, IReadOnlyList<string> changes)
    {
        var more = changes.Count == 0 ? "" : $"-{Hash64.Upper(string.Join('\n', changes)):x8}";
        return System.IO.Path.Combine("runs", $"{scenario}-{variant}-s{seed}{more}");
    }

    /// <summary>The manifest in a folder; <c>null</c>: it is not a run.</summary>
    internal static Manifest? ManifestIn(string path)
    {
        var file = System.IO.Path.Combine(path, ManifestName);
        try
        {
            return File.Exists(file) ? Manifest.FromJson(File.ReadAllText(file)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a file is the copy of an inject file that a run keeps, away from the scenario it names.</summary>
    internal static bool KeepsInjects(string file) => System.IO.Path.GetFileName(file) == InjectsName
        && ManifestIn(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file)) ?? "") is not null;

    /// <summary>Opens a run; without a path the newest below <c>runs</c>.</summary>
    internal static RunFolder Open(string? wanted)
    {
        var path = PathOf(wanted);
        var manifest = ManifestIn(path) ?? throw new UsageException(
            $"'{path}' is not a run folder: it has no {ManifestName} that can be read.");
        if (manifest.Format is < 1 or > RunStore.ManifestFormat)
        {
            throw new UsageException(
                $"'{path}' is a run of format {manifest.Format}; this program reads those up to {RunStore.ManifestFormat}. Run it again.");
        }

        if (manifest.Fault is { } fault)
        {
            throw ManifestDoubts.Changed(path, fault, ManifestDoubts.Beside(path, manifest));
        }

        var scenario = System.IO.Path.Combine(path, ScenarioName);
        if (manifest.ScenarioSha256 is { } hash && File.Exists(scenario) && HashOf(File.ReadAllBytes(scenario)) != hash)
        {
            throw new UsageException(
                $"The scenario in '{path}' was changed after it was run, so that the journal is not its own. Run it as "
                + $"another: simulator run {scenario} --out FOLDER");
        }

        var journal = Task.Run(() => Entries(path, manifest)); // beside the scenario, of which a country's takes longer
        var loaded = ScenarioModel.Load(
            scenario,
            new LoadOptions { Root = path, Limits = ReadingLimits.Resolved });
        var model = loaded.Model ?? throw new UsageException($"The scenario in '{path}' cannot be read: {loaded.Problems[0]}");
        var trace = new RunTrace(model, journal.GetAwaiter().GetResult());
        var folder = new RunFolder(path, manifest, loaded.Loaded, trace);
        var doubts = ManifestDoubts.Of(manifest, model).Concat(ManifestDoubts.Of(manifest, folder.Trace.Entries)).ToList();
        return doubts.Count == 0 ? folder : throw ManifestDoubts.Changed(path, null, doubts);
    }

    /// <summary>Where a run is, without looking into it; without a path the newest below <c>runs</c>.</summary>
    internal static string PathOf(string? wanted)
    {
        var path = wanted ?? Newest();
        return Directory.Exists(path) ? path : throw new UsageException($"There is no run folder '{path}'.");
    }

    /// <summary>The SHA-256 of a file's bytes.</summary>
    internal static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static Entry[] Entries(string path, Manifest manifest)
    {
        var file = System.IO.Path.Combine(path, JournalName);
        try
        {
            var entries = JournalFile.ReadAll(file);
            var digest = default(Digest).With(entries).ToString();
            return digest == manifest.Digest
                ? entries
                : throw new UsageException(
                    $"The journal in '{path}' was changed: its digest is {digest}, not {manifest.Digest}.");
        }
        catch (InvalidDataException damage)
        {
            throw new UsageException(damage.Message);
        }
        catch (FileNotFoundException)
        {
            throw new UsageException($"'{path}' is half a run: it has no {JournalName}.");
        }
    }

    private static string Newest()
    {
        if (Directory.Exists("runs"))
        {
            var newest = new DirectoryInfo("runs").EnumerateDirectories()
                .Select(folder => new FileInfo(System.IO.Path.Combine(folder.FullName, ManifestName)))
                .Where(manifest => manifest.Exists)
                .OrderByDescending(manifest => manifest.LastWriteTimeUtc)
                .ThenBy(manifest => manifest.FullName, StringComparer.Ordinal)
                .FirstOrDefault();
            if (newest is not null)
            {
                return System.IO.Path.GetRelativePath(".", newest.DirectoryName!);
            }
        }

        throw new UsageException(
            "There is no run under 'runs' yet. Make one: simulator run scenarios/bac-kan-570.yaml");
    }
}
