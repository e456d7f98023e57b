using System.Globalization;
using System.Text;

namespace Simulator.Analysis.Exports.Csv;

/// <summary>
/// A log as a table for tools of process mining and spreadsheets: one row a step that ended, with the moments at which it could
/// begin, began and ended. docs/exports.md says what the columns are.
/// </summary>
public static class CsvExport
{
    private const int Buffer = 1 << 16;

    private static readonly string[] s_columns =
    [
        "case_id", "activity", "enabled", "started", "ended", "resource", "body", "name", "level", "post", "directive", "document",
        "assignment", "in_hours", "worked", "event",
    ];

    /// <summary>Writes it.</summary>
    /// <param name="source">The run.</param>
    /// <param name="target">Where to; it stays open.</param>
    /// <param name="notion">What a case is.</param>
    /// <param name="events">Which entries are events.</param>
    public static ExportSummary Write(ExportSource source, Stream target, CaseNotion notion, CaseEvents events)
    {
        ArgumentNullException.ThrowIfNull(source);
        var names = new ExportedNames(source);
        using var writer = new StreamWriter(target, new UTF8Encoding(false), Buffer, leaveOpen: true);
        using var rows = new CaseRows(source, names, notion, events);
        var cells = new CsvCells(writer);
        writer.Write(string.Join(',', s_columns));
        writer.Write(CsvCell.NewLine);
        while (rows.Read())
        {
            var body = rows.Body;
            cells.Text(rows.Case).Text(rows.Activity);
            if (rows.IsStep)
            {
                cells.Moment(rows.Enabled is { } enabled ? source.At(enabled) : null).Moment(source.At(rows.Started));
            }
            else
            {
                cells.Moment(null).Moment(source.At(rows.Ended)); // it took no time
            }

            cells.Moment(source.At(rows.Ended)).Text(rows.Resource).Text(body.Key).Text(body.Name).Text(names.Level(body))
                .Text(rows.IsStep ? rows.Post : null).Text(rows.About).Text(rows.Document).Text(rows.Assignment)
                .Number(rows.InHours).Number(rows.Worked).Text(rows.Id).End();
        }

        writer.Flush();
        return new ExportSummary(new ExportCount("events", "event", rows.Events), new ExportCount("cases", "case", rows.Cases));
    }
}
