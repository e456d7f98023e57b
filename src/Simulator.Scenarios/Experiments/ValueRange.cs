using System.Globalization;
using System.Text.RegularExpressions;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Experiments;

/// <summary>
/// A range of values such as <c>1..5</c>, <c>1d..3d</c>, <c>20%..60%</c>, <c>+0..+3</c> or <c>x0.5..x2</c>, in
/// decimal arithmetic, so that a tenth is a tenth.
/// </summary>
public sealed partial record ValueRange
{
    // A double's digits, and no more than a decimal can multiply.
    private const int MostDigits = 15;
    private const int Decimals = 12;

    private ValueRange(decimal low, decimal high, string prefix, string unit) =>
        (Low, High, Prefix, Unit) = (low, high, prefix, unit);

    /// <summary>The first end; above the other where the range descends.</summary>
    public decimal Low { get; }

    /// <summary>The other end.</summary>
    public decimal High { get; }

    /// <summary>What stands before the number: nothing, <c>x</c> for a factor, <c>+</c> where signs are written.</summary>
    public string Prefix { get; }

    /// <summary>What stands after the number: nothing, <c>%</c> or a unit of time.</summary>
    public string Unit { get; }

    /// <summary>Evenly spaced values from one end to the other, both included.</summary>
    /// <param name="count">How many, 2 or more.</param>
    public IReadOnlyList<string> Levels(int count) =>
        [.. Enumerable.Range(0, count).Select(n => Text(Math.Round(Low + ((High - Low) * n / (count - 1)), Decimals)))];

    /// <summary>
    /// The value at a share of the range, rounded to a ten-thousandth of its width or finer.
    /// </summary>
    /// <param name="share">0 to 1.</param>
    public string At(double share)
    {
        var (decimals, width) = (0, Math.Abs(High - Low));
        for (; width < 10_000 && decimals < Decimals; width *= 10)
        {
            decimals++;
        }

        return Text(Math.Round(Low + ((High - Low) * (decimal)share), decimals));
    }

    /// <summary>Whether a text is meant as a range: two dots after a number.</summary>
    internal static bool IsMeant(string text) => Meant().IsMatch(text);

    /// <summary>The range and the number of its steps, if it says one; or a sentence that says what is wrong.</summary>
    internal static (ValueRange? Range, int? Steps, string? Problem) Parse(string text)
    {
        string excerpt = ScalarNode.Excerpt(text);
        int slash = text.LastIndexOf('/');
        string ends = slash < 0 ? text : text[..slash];
        int dots = ends.IndexOf("..", StringComparison.Ordinal);
        var low = End().Match(dots < 0 ? "" : ends[..dots].Trim());
        var high = End().Match(dots < 0 ? "" : ends[(dots + 2)..].Trim());
        if (!low.Success || !high.Success)
        {
            return Fault($"The ends of '{excerpt}' are not both numbers, with or without a unit.");
        }

        if (Group(low, "number").Length > MostDigits || Group(high, "number").Length > MostDigits)
        {
            return Fault($"The numbers of '{excerpt}' have more than {MostDigits} digits.");
        }

        string? unit = Common(Group(low, "unit"), Group(high, "unit"));
        string? prefix = Common(Sign(low), Sign(high));
        if (unit is null || prefix is null || (prefix == "+" && Sign(low) != Sign(high)))
        {
            return Fault(unit is null ? $"The ends of '{excerpt}' have different units."
                : $"One end of '{excerpt}' is a change and the other is not; write the sign or the x at both.");
        }

        var range = new ValueRange(Number(low), Number(high), prefix, unit);
        if (range.Low == range.High)
        {
            return Fault($"'{excerpt}' begins where it ends.");
        }

        return slash < 0 ? (range, null, null)
            : int.TryParse(text.AsSpan(slash + 1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int steps)
                && steps is >= 2 and <= VaryText.MostValues
            ? (range, steps, null)
            : Fault($"After the slash of '{excerpt}' stands how many values there are, 2 to {VaryText.MostValues}.");
    }

    private static (ValueRange?, int?, string?) Fault(string problem) => (null, null, problem);

    // What one end leaves out is as at the other.
    private static string? Common(string one, string other) =>
        one == other || other.Length == 0 ? one : one.Length == 0 ? other : null;

    private static string Sign(Match end) => Group(end, "sign") switch { "" => "", "+" or "-" => "+", _ => "x" };

    private static decimal Number(Match end)
    {
        decimal number = decimal.Parse(Group(end, "number"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return Group(end, "sign") == "-" ? -number : number;
    }

    private static string Group(Match end, string name) => end.Groups[name].Value;

    private string Text(decimal number)
    {
        string sign = Prefix != "+" ? Prefix : number < 0 ? "-" : "+";
        return sign + Math.Abs(number).ToString("0.############", CultureInfo.InvariantCulture) + Unit;
    }

    [GeneratedRegex(@"^[+\-x×]?\s*[0-9][^,]*\.\.")]
    private static partial Regex Meant();

    [GeneratedRegex(@"^(?<sign>[+\-x×])?\s*(?<number>[0-9]+(\.[0-9]+)?)\s*(?<unit>%|m|h|d|wm|wh|wd)?$")]
    private static partial Regex End();
}
