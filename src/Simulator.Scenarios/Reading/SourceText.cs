using System.Text;
using Simulator.Scenarios.Problems;

namespace Simulator.Scenarios.Reading;

/// <summary>
/// Turns the bytes of a file into text: UTF-8 with or without a byte order mark, any line ends. What
/// cannot be text is refused here, so that nothing behind it meets half a character or a null byte.
/// </summary>
internal static class SourceText
{
    private static readonly UTF8Encoding _strict = new(false, true);

    /// <summary>The text of a file, or <c>null</c> after a problem was reported.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string file, ProblemList problems)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            problems.Error(new Place(file, 1, 1), "The file is UTF-16.", "Save it as UTF-8.");
            return null;
        }

        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
        }

        string text;
        try
        {
            text = _strict.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            int index = Math.Clamp(fault.Index, 0, bytes.Length);
            problems.Error(
                PlaceOf(bytes[..index], file),
                FormattableString.Invariant($"The file is not UTF-8: byte {index + 1} begins no character."),
                "Save it as UTF-8.");
            return null;
        }

        return RefuseControls(text, file, problems) ? null : text;
    }

    private static bool RefuseControls(string text, string file, ProblemList problems)
    {
        int index = text.AsSpan().IndexOfAny(_controls);
        if (index < 0)
        {
            return false;
        }

        var (line, column) = LineAndColumn(text.AsSpan(0, index));
        problems.Error(
            new Place(file, line, column),
            FormattableString.Invariant(
                $"The character U+{(int)text[index]:X4} has no place in a text file."),
            "Take it out.");
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> _controls = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code)
            .Where(code => char.IsControl(code) && code is not ('\t' or '\n' or '\r' or '\u0085')),
            '\uFFFE', '\uFFFF', '\uFEFF']);

    private static Place PlaceOf(ReadOnlySpan<byte> before, string file)
    {
        int line = 1 + before.Count((byte)'\n');
        var onLine = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return new Place(file, line, 1 + Encoding.UTF8.GetCharCount(onLine));
    }

    private static (int Line, int Column) LineAndColumn(ReadOnlySpan<char> before) =>
        (1 + before.Count('\n'), before.Length - before.LastIndexOf('\n'));
}
