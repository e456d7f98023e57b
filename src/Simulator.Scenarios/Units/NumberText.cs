using System.Globalization;

namespace Simulator.Scenarios.Units;

/// <summary>Numbers, shares and offsets as people write them.</summary>
internal static class NumberText
{
    /// <summary>A number without exponent, sign or thousands; <c>null</c> if it is none.</summary>
    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
            ? number
            : null;

    /// <summary>A probability: <c>5%</c> or <c>0.05</c>.</summary>
    public static (double? Probability, string? Problem) Probability(string text)
    {
        string excerpt = Reading.ScalarNode.Excerpt(text);
        var number = text.EndsWith('%') ? Number(text[..^1].TrimEnd()) / 100 : Number(text);
        return number switch
        {
            null => (null, $"'{excerpt}' is not a probability; write 5% or 0.05."),
            > 1 => (null, $"'{excerpt}' is more than 100%; write 5% or 0.05."),
            _ => (number, null),
        };
    }

    /// <summary>A share of what is missing, or, if negative, of what is there: <c>20%</c>, <c>-0.1</c>.</summary>
    public static (double? Lift, string? Problem) Lift(string text)
    {
        bool isNegative = text.StartsWith('-');
        var (share, problem) = Probability(isNegative ? text[1..] : text);
        return share is null
            ? (null, $"'{Reading.ScalarNode.Excerpt(text)}' is not a share from -100% to 100%; write 20% or -10%.")
            : (isNegative ? -share : share, problem);
    }

    /// <summary>An offset from UTC in minutes: <c>+07:00</c>.</summary>
    public static (int? Minutes, string? Problem) Offset(string text)
    {
        bool shaped = text.Length == 6 && text[0] is '+' or '-' && text[3] == ':';
        if (shaped
            && int.TryParse(text.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int hours)
            && int.TryParse(text.AsSpan(4, 2), NumberStyles.None, CultureInfo.InvariantCulture,
                out int minutes)
            && minutes < 60 && (hours * 60) + minutes <= 14 * 60)
        {
            int offset = (hours * 60) + minutes;
            return (text[0] == '-' ? -offset : offset, null);
        }

        return (null, $"'{Reading.ScalarNode.Excerpt(text)}' is no offset from UTC; write one like +07:00.");
    }

    /// <summary>A number in the shortest form that reads back as itself, never with an exponent.</summary>
    public static string Plain(double number)
    {
        string shortest = number.ToString("R", CultureInfo.InvariantCulture);
        return shortest.Contains('E', StringComparison.Ordinal)
            ? number.ToString("0.####################", CultureInfo.InvariantCulture)
            : shortest;
    }
}
