using System.Globalization;
using CsvHelper;
using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;
using Simulator.Cli.Commands;
using Simulator.Kernel.Engine;
using Outcome = Simulator.Analysis.Outcomes.Outcome;

namespace Simulator.Cli.Sweeps;

/// <summary>The tables of a sweep. Numbers are written so that they are read back to the last bit.</summary>
internal static class SweepTables
{
    private static readonly string[] _summed =
    [
        "outcome", "unit", "replications", "failed", "answered", "mean", "mean_low", "mean_high", "bootstrap_low", "bootstrap_high",
        "deviation", "q05", "q05_low", "q05_high", "median", "median_low", "median_high", "q95", "q95_low", "q95_high",
    ];

    /// <summary>A row for each run: its inputs, replication and seed, why it failed, and its outcomes.</summary>
    internal static string Runs(SweepManifest sweep, IReadOnlyList<SweepRows> cells)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = WriterTo(text))
        {
            writer.WriteHeader(
                [.. Inputs(sweep), "replication", "seed", "failure", .. sweep.Outcomes.Select(outcome => outcome.Name)]);
            foreach (var rows in cells)
            {
                var columns = ColumnsOf(sweep, rows);
                foreach (var ended in rows.Ended)
                {
                    WriteInputs(writer, sweep, rows.Cell);
                    writer.WriteField(ended.Number.ToString(CultureInfo.InvariantCulture));
                    writer.WriteField(sweep.Seed.ToString(CultureInfo.InvariantCulture));
                    writer.WriteField(ended.Failure ?? "");
                    foreach (var column in columns)
                    {
                        writer.WriteField(column < 0 || ended.Failure is not null ? "" : Text(ended.Values[column]));
                    }

                    writer.EndRecord();
                }
            }
        }

        return text.ToString();
    }

    /// <summary>A row for each outcome of each cell: means, quantiles and their intervals.</summary>
    internal static string Cells(SweepManifest sweep, IReadOnlyList<SweepRows> cells)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = WriterTo(text))
        {
            writer.WriteHeader([.. Inputs(sweep), .. _summed]);
            foreach (var rows in cells)
            {
                var runs = rows.Runs();
                var failed = runs.Rows.Count(row => row is null);
                var summed = runs.Outcomes.AsParallel().AsOrdered().Select(outcome => Fields(CellSummary.Of(runs, outcome), failed));
                foreach (var fields in summed)
                {
                    WriteInputs(writer, sweep, rows.Cell);
                    Array.ForEach(fields, writer.WriteField);
                    writer.EndRecord();
                }
            }
        }

        return text.ToString();
    }

    /// <summary>Adds the runs of a table that is there to the cells.</summary>
    /// <exception cref="UsageException">It is not the table of the sweep.</exception>
    internal static void ReadRuns(string path, SweepManifest sweep, IReadOnlyList<SweepRows> cells)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var reader = CsvReader.FromText(
            File.ReadAllText(path), new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true });
        var inputs = Inputs(sweep).Count();
        var places = cells.Select((rows, place) => (rows.Cell.Name, place)).ToDictionary(each => each.Name, each => each.place);
        var columns = cells.Select(rows => ColumnsOf(sweep, rows)).ToList();
        _ = reader.Read();
        while (reader.Read())
        {
            if (reader.FieldCount != inputs + 3 + sweep.Outcomes.Count
                || !places.TryGetValue(reader.GetString(0), out var cell)
                || !int.TryParse(reader.GetString(inputs), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                throw Damaged();
            }

            var failure = reader.GetString(inputs + 2);
            var values = new double[cells[cell].Cell.Played.Outcomes.Count];
            for (var column = 0; column < sweep.Outcomes.Count; column++)
            {
                if (columns[cell][column] is >= 0 and var own)
                {
                    values[own] = Number(reader.GetString(inputs + 3 + column));
                }
            }

            cells[cell].Take(failure.Length > 0 ? new Replication(number, [], failure) : new Replication(number, values));
        }

        foreach (var rows in cells)
        {
            rows.KeepAll();
        }

        double Number(string text) => text.Length == 0 ? double.NaN
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
            : throw Damaged();

        UsageException Damaged() => new($"{path}:{reader.LineNumber}: error: This is no row of the sweep. Replace the sweep with --force.");
    }

    private static string[] Fields(CellSummary summary, int failed) =>
        [
            summary.Outcome.Name, Words(summary.Outcome.Unit), Text(summary.Replications), Text(failed), Text(summary.Mean.Count),
            .. Three(summary.Mean), Text(summary.Bootstrapped.Low), Text(summary.Bootstrapped.High), Text(summary.Deviation),
            .. Three(summary.Low), .. Three(summary.Median), .. Three(summary.High),
        ];

    /// <summary>A unit as it stands in tables.</summary>
    internal static string Words(OutcomeUnit unit) => unit switch
    {
        OutcomeUnit.YesOrNo => "yes-or-no",
        _ => unit.ToString().ToLowerInvariant(),
    };

    private static string[] Three(Estimate estimate) => [Text(estimate.Value), Text(estimate.Low), Text(estimate.High)];

    private static string Text(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Inputs(SweepManifest sweep) => ["cell", "variant", .. PathsOf(sweep)];

    private static IEnumerable<string> PathsOf(SweepManifest sweep) => sweep.Cells.SelectMany(cell => cell.Settings.Keys).Distinct();

    private static void WriteInputs(CsvWriter writer, SweepManifest sweep, SweepCell cell)
    {
        writer.WriteField(cell.Name);
        writer.WriteField(cell.Variant);
        foreach (var path in PathsOf(sweep))
        {
            writer.WriteField(cell.Settings.FirstOrDefault(setting => setting.Key == path).Value ?? "");
        }
    }

    /// <summary>By outcome of the sweep: its column in the rows of a cell, -1 where the cell has none.</summary>
    private static int[] ColumnsOf(SweepManifest sweep, SweepRows rows)
    {
        var names = rows.Cell.Played.Outcomes.Select(outcome => outcome.Name).ToList();
        return [.. sweep.Outcomes.Select(outcome => names.IndexOf(outcome.Name))];
    }

    private static CsvWriter WriterTo(StringWriter text) =>
        CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n", ValidateFieldCount = true }, leaveOpen: true);
}
