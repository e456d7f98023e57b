using System.Buffers;

namespace Simulator.Analysis.Exports.Csv;

/// <summary>
/// A cell of CSV by RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe before it, and is quoted
/// (OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection).
/// </summary>
public static class CsvCell
{
    /// <summary>How a row ends.</summary>
    public const string NewLine = "\r\n";

    private static readonly SearchValues<char> s_quoted = SearchValues.Create("\",\r\n");

    /// <summary>A text as a cell; an empty one is <c>""</c>, to tell it from none.</summary>
    /// <param name="text">It.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var harmless = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? $"'{text}" : text;
        return harmless.Length == 0 || harmless[0] == '\'' || harmless.AsSpan().ContainsAny(s_quoted)
            ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : harmless;
    }
}
