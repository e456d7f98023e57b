namespace Simulator.Kernel.Time;

/// <summary>
/// Reads the fixed shapes in which dates and clock times are written. Only the shape is judged here;
/// whether the numbers name a real date is known by <see cref="CivilDate"/> and <see cref="CivilTime"/>.
/// </summary>
internal static class CivilText
{
    /// <summary>Reads <c>dddd-dd-dd</c>.</summary>
    public static bool TryReadDate(ReadOnlySpan<char> text, out int year, out int month, out int day)
    {
        year = month = day = 0;
        return text.Length == 10 && text[4] == '-' && text[7] == '-'
            && TryReadNumber(text[..4], out year)
            && TryReadNumber(text[5..7], out month)
            && TryReadNumber(text[8..], out day);
    }

    /// <summary>Reads <c>dd:dd</c>.</summary>
    public static bool TryReadClock(ReadOnlySpan<char> text, out int hour, out int minute)
    {
        hour = minute = 0;
        return text.Length == 5 && text[2] == ':'
            && TryReadNumber(text[..2], out hour)
            && TryReadNumber(text[3..], out minute);
    }

    private static bool TryReadNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (char digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
