using System.Globalization;
using Simulator.Analysis.Exports.Csv;

namespace Simulator.Cli.Views;

/// <summary>
/// An answer as CSV by RFC 4180. NULL is an empty cell, an empty text is <c>""</c>. A text that a spreadsheet would take for
/// a formula gets an apostrophe before it (OWASP, CSV Injection); numbers stay as they are.
/// </summary>
internal sealed class CsvAnswer : IAnswerWriter
{
    private readonly TextWriter writer;

    internal CsvAnswer(TextWriter writer, IReadOnlyList<string> columns)
    {
        this.writer = writer;
        Row(columns);
    }

    public void Row(IReadOnlyList<object?> values)
    {
        for (var column = 0; column < values.Count; column++)
        {
            if (column > 0)
            {
                writer.Write(',');
            }

            writer.Write(Cell(values[column]));
        }

        writer.Write(CsvCell.NewLine);
    }

    public void End(bool isCut) => writer.Flush();

    internal static string Cell(object? value) => value switch
    {
        null => "",
        string text => CsvCell.Of(text),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
