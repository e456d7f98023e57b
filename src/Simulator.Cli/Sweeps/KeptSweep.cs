using System.Globalization;
using CsvHelper;
using Simulator.Analysis.Experiments;
using Simulator.Cli.Commands;

namespace Simulator.Cli.Sweeps;

/// <summary>A finished sweep as its folder has it, without the scenario that it was made from.</summary>
/// <param name="Manifest">What it is about.</param>
/// <param name="Cells">Its cells, in their order.</param>
internal sealed record KeptSweep(SweepManifest Manifest, IReadOnlyList<CellRuns> Cells)
{
    private const int AfterInputs = 3; // replication, seed, failure

    /// <summary>Reads a sweep.</summary>
    /// <exception cref="UsageException">It is not whole, or of another version.</exception>
    internal static KeptSweep Read(string path)
    {
        var (about, table) = (Path.Combine(path, SweepFolder.ManifestName), Path.Combine(path, SweepFolder.RunsName));
        var manifest = SweepManifest.FromJson(File.ReadAllText(about)) ?? throw new UsageException(
            $"{about}: error: This cannot be read; it is damaged, or of another version of the program. Play the sweep "
                + $"again with --force.");
        manifest.RefuseUnlessReadable(path);
        return File.Exists(table) && !File.Exists(Path.Combine(path, SweepFolder.LogName))
            ? new KeptSweep(manifest, Rows(manifest, table))
            : throw new UsageException($"The sweep in '{path}' was interrupted, so that it has no table to report. Go on "
                + $"with it with --resume.");
    }

    private static List<CellRuns> Rows(SweepManifest manifest, string table)
    {
        using var reader = CsvReader.FromText(File.ReadAllText(table), new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true
        });
        var inputs = 2 + manifest.Cells.SelectMany(cell => cell.Settings.Keys).Distinct().Count();
        var rows = manifest.Cells.ToDictionary(cell => cell.Name, _ => new List<double[]?>(), StringComparer.Ordinal);
        _ = reader.Read();
        while (reader.Read())
        {
            if (reader.FieldCount != inputs + AfterInputs + manifest.Outcomes.Count || !rows.TryGetValue(reader.GetString(0),
                out var cell))
            {
                throw new UsageException($"{table}:{reader.LineNumber}: error: This is no row of the sweep. Play the sweep "
                    + $"again with --force.");
            }

            cell.Add(reader.GetString(inputs + AfterInputs - 1).Length > 0 ? null
                : [.. Enumerable.Range(0, manifest.Outcomes.Count).Select(column => Number(reader.GetString(inputs + AfterInputs
                    + column)))]);
        }

        return
        [
            .. manifest.Cells.Select(cell => new CellRuns
            {
                Name = cell.Name,
                Outcomes = manifest.Outcomes,
                Rows = rows[cell.Name],
                Posts = cell.Posts,
            }),
        ];

        double Number(string text) => text.Length == 0 ? double.NaN
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
            : throw new UsageException($"{table}:{reader.LineNumber}: error: '{text}' is no number. Play the sweep again with --force.");
    }
}
