using System.Globalization;

namespace Simulator.Cli.Views;

/// <summary>
/// An answer as CSV by RFC 4180. NULL is an empty cell, an empty text is <c>""</c>. A text that a spreadsheet would take for
/// a formula gets an apostrophe before it (OWASP, CSV Injection); numbers stay as they are.
/// </summary>
internal sealed class CsvAnswer : IAnswerWriter
{
    private const string NewLine = "\r\n";

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

        writer.Write(NewLine);
    }

    public void End(bool isCut) => writer.Flush();

    internal static string Cell(object? value) => value switch
    {
        null => "",
        string text => Cell(text),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Cell(string text)
    {
        var harmless = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;
        return harmless.Length == 0 || harmless.AsSpan().ContainsAny("\",\r\n") || harmless[0] == '\''
            ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : harmless;
    }
}
