using System.Text;
using Simulator.Cli.Commands;
using Simulator.Kernel.Journal;

namespace Simulator.Cli.Sweeps;

/// <summary>
/// The folder of a sweep: <c>sweep.json</c>, a row per run in <c>runs.csv</c>, a row per cell and outcome in
/// <c>cells.csv</c>. While it is under way there is <c>unfinished.jsonl</c> too, to which every run is added when it has
/// ended, so that what ends the program costs the runs in flight and no more.
/// </summary>
internal sealed class SweepFolder : IDisposable
{
    internal const string ManifestName = "sweep.json";
    internal const string RunsName = "runs.csv";
    internal const string CellsName = "cells.csv";
    internal const string LogName = "unfinished.jsonl";

    private static readonly string[] _files = [ManifestName, RunsName, CellsName, LogName];

    private readonly string path;
    private readonly SweepManifest manifest;
    private readonly SweepLog log;

    private SweepFolder(string path, SweepManifest manifest, SweepLog log)
    {
        this.path = path;
        this.manifest = manifest;
        this.log = log;
    }

    /// <summary>How many replications were there when it was opened.</summary>
    internal int Found { get; private init; }

    /// <summary>Opens a folder for a sweep, with what is there of it.</summary>
    /// <param name="path">The folder; made where it is not there.</param>
    /// <param name="rows">The cells, to which what is there is added.</param>
    /// <param name="resume">Whether a sweep that was interrupted is gone on with.</param>
    /// <param name="force">Whether another sweep is replaced.</param>
    /// <exception cref="UsageException">Something else is there, or it is in use or damaged.</exception>
    internal static SweepFolder Open(string path, IReadOnlyList<SweepRows> rows, bool resume, bool force)
    {
        var manifest = SweepManifest.Of([.. rows.Select(each => each.Cell)]);
        Directory.CreateDirectory(path);
        if (Directory.EnumerateFileSystemEntries(path).Any(entry => !IsOurs(Path.GetFileName(entry))))
        {
            throw new UsageException($"'{path}' is there and is not a sweep; it is never replaced. Choose another folder with --out.");
        }

        var log = SweepLog.Open(In(path, LogName));
        try
        {
            if (force)
            {
                Empty(path, log);
            }

            var there = ManifestIn(path);
            Check(path, there, manifest, log, resume);
            if (there is null)
            {
                log.Clear();
                Write(path, ManifestName, manifest.ToJson());
            }

            SweepTables.ReadRuns(In(path, RunsName), manifest, rows);
            log.Read(rows);
            return new SweepFolder(path, manifest, log) { Found = rows.Sum(each => each.All) };
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <summary>Where sweeps are kept unless told otherwise; those of other cells are told apart by eight digits of a hash.</summary>
    internal static string DefaultPath(IReadOnlyList<SweepCell> cells)
    {
        var order = cells[0].Played.Order;
        var more = cells.Count == 1 && cells[0].Settings.Count == 0
            ? cells[0].Variant
            : $"{Hash64.Upper(string.Join('\n', cells.Select(cell => cell.Name))):x8}";
        return Path.Combine("sweeps", $"{order.Model.Source.Scenario}-{more}-s{order.Options.Seed}");
    }

    /// <summary>Whether a folder has a sweep.</summary>
    internal static bool IsSweep(string path) => File.Exists(In(path, ManifestName));

    /// <summary>Keeps a replication that has ended; the end of the program does not lose it when this returns.</summary>
    internal void Keep(int cell, Kernel.Engine.Replication ended) => log.Append(cell, ended);

    /// <summary>Writes the tables anew, and then lets go of the log.</summary>
    internal void Finish(IReadOnlyList<SweepRows> rows)
    {
        Write(path, RunsName, SweepTables.Runs(manifest, rows));
        Write(path, CellsName, SweepTables.Cells(manifest, rows));
        log.Delete();
    }

    public void Dispose() => log.Dispose();

    private static void Check(string path, SweepManifest? there, SweepManifest wanted, SweepLog log, bool resume)
    {
        if (there is null)
        {
            if (IsSweep(path))
            {
                throw new UsageException(
                    $"{In(path, ManifestName)}: error: This cannot be read; it is damaged, or of another version of the program. "
                    + "Replace the sweep with --force.");
            }

            if (File.Exists(In(path, RunsName)))
            {
                throw new UsageException(
                    $"'{path}' is half a sweep: it has no {ManifestName} that can be read. Replace it with --force.");
            }

            return;
        }

        there.RefuseUnlessReadable(path);
        if (there.ToJson() != wanted.ToJson())
        {
            throw new UsageException(
                $"'{path}' holds another sweep: {Difference(there, wanted)}. Choose another folder with --out, or replace it with "
                + "--force.");
        }

        if (log.WasThere && !resume)
        {
            throw new UsageException($"The sweep in '{path}' was interrupted. Go on with it with --resume, or replace it with --force.");
        }
    }

    /// <summary>The first thing in which two sweeps differ.</summary>
    private static string Difference(SweepManifest there, SweepManifest wanted)
    {
        if (there.Program != wanted.Program)
        {
            return $"played by version {there.Program} of the program, and this is {wanted.Program}";
        }

        if (there.Scenario != wanted.Scenario)
        {
            return $"of the scenario '{there.Scenario}'";
        }

        if (there.Seed != wanted.Seed)
        {
            return $"of the seed {there.Seed}";
        }

        var names = there.Cells.Select(cell => cell.Name).ToList();
        return !names.SequenceEqual(wanted.Cells.Select(cell => cell.Name))
            ? $"of the cells {string.Join(", ", names.Take(5))}{(names.Count > 5 ? ", …" : "")}"
            : there.Cells.Zip(wanted.Cells).FirstOrDefault(pair => pair.First.ScenarioSha256 != pair.Second.ScenarioSha256)
                is { First: { } changed }
                ? $"the scenario has been changed since, as '{changed.Name}' plays it"
                : "its outcomes are others";
    }

    private static SweepManifest? ManifestIn(string path) =>
        IsSweep(path) ? SweepManifest.FromJson(File.ReadAllText(In(path, ManifestName))) : null;

    private static void Empty(string path, SweepLog log)
    {
        log.Clear();
        foreach (var name in _files.Where(name => name != LogName))
        {
            File.Delete(In(path, name));
        }
    }

    /// <summary>A file is there in whole or as it was.</summary>
    private static void Write(string path, string name, string text)
    {
        var unfinished = In(path, name + ".unfinished");
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true); // before the log goes
        }

        File.Move(unfinished, In(path, name), overwrite: true);
    }

    private static bool IsOurs(string name) => _files.Contains(name) || _files.Any(file => name == file + ".unfinished");

    private static string In(string path, string name) => Path.Combine(path, name);
}
