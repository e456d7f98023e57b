using System.Globalization;
using System.Text.RegularExpressions;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Experiments;

/// <summary>
/// A range of values such as <c>1..5</c>, <c>1d..3d</c>, <c>20%..60%</c>, <c>+0..+3</c> or <c>x0.5..x2</c>, in
/// decimal arithmetic, so that a tenth is a tenth.
/// </summary>
/// <remarks>
/// A range such as <c>1..5</c> may be of clerks, of whom there are no halves, or of something that has fractions;
/// nothing in it tells. It is taken for whole where it can be, and <c>1.0..5</c> says otherwise.
/// </remarks>
public sealed partial record ValueRange
{
    // A double's digits, and no more than a decimal can multiply.
    private const int MostDigits = 15;
    private const int Decimals = 12;

    private ValueRange(decimal low, decimal high, string prefix, string unit, bool isOfWholeNumbers)
    {
        (Low, High, Prefix, Unit) = (low, high, prefix, unit);
        IsWhole = isOfWholeNumbers && prefix != "x" && unit.Length == 0 && Math.Abs(high - low) > 1;
    }

    /// <summary>The first end; above the other where the range descends.</summary>
    public decimal Low { get; }

    /// <summary>The other end.</summary>
    public decimal High { get; }

    /// <summary>What stands before the number: nothing, <c>x</c> for a factor, <c>+</c> where signs are written.</summary>
    public string Prefix { get; }

    /// <summary>What stands after the number: nothing, <c>%</c> or a unit of time.</summary>
    public string Unit { get; }

    /// <summary>
    /// Whether only whole numbers are tried, where they are enough: both ends are written without a fraction, a unit or an
    /// x, and there is a whole number between them.
    /// </summary>
    public bool IsWhole { get; }

    /// <summary>The numbers of a range of whole ones.</summary>
    internal decimal WholeNumbers => Math.Abs(High - Low) + 1;

    /// <summary>
    /// Evenly spaced values from one end to the other, both included; of a range of whole numbers the nearest whole ones,
    /// if it has as many.
    /// </summary>
    /// <param name="count">How many, 2 or more.</param>
    public IReadOnlyList<string> Levels(int count) =>
        [.. Enumerable.Range(0, count).Select(n => Text(Level(n, count)))];

    /// <summary>
    /// The value at a share of the range, rounded to a ten-thousandth of its width or finer; in a range of whole numbers
    /// each has as large a part as another.
    /// </summary>
    /// <param name="share">0 to 1.</param>
    public string At(double share) => Sample(share).Value;

    /// <summary>The value at a share of the range, and where it lies between the ends, 0 to 1.</summary>
    internal (string Value, double Coordinate) Sample(double share)
    {
        var width = Math.Abs(High - Low);
        if (IsWhole)
        {
            var number = Math.Min(Math.Floor((decimal)share * WholeNumbers), width);
            return (Text(Low + (Math.Sign(High - Low) * number)), (double)(number / width));
        }

        var decimals = 0;
        for (; width < 10_000 && decimals < Decimals; width *= 10)
        {
            decimals++;
        }

        return (Text(Math.Round(Low + ((High - Low) * (decimal)share), decimals)), share);
    }

    /// <summary>Where one of the <see cref="Levels"/> lies between the ends, 0 to 1.</summary>
    internal double Coordinate(int n, int count) => IsRounded(count)
        ? (double)((Level(n, count) - Low) / (High - Low))
        : n / (count - 1.0);

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

        bool isOfWholeNumbers = !low.Groups["fraction"].Success && !high.Groups["fraction"].Success;
        var range = new ValueRange(Number(low), Number(high), prefix, unit, isOfWholeNumbers);
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

    // Numbers a whole one or more apart stay apart only if halves all go the same way.
    private decimal Level(int n, int count)
    {
        decimal exact = Low + ((High - Low) * n / (count - 1));
        return IsRounded(count) ? Math.Floor(exact + 0.5m) : Math.Round(exact, Decimals);
    }

    private bool IsRounded(int count) => IsWhole && count <= WholeNumbers;

    private string Text(decimal number)
    {
        string sign = Prefix != "+" ? Prefix : number < 0 ? "-" : "+";
        return sign + Math.Abs(number).ToString("0.############", CultureInfo.InvariantCulture) + Unit;
    }

    [GeneratedRegex(@"^[+\-x×]?\s*[0-9][^,]*\.\.")]
    private static partial Regex Meant();

    [GeneratedRegex(@"^(?<sign>[+\-x×])?\s*(?<number>[0-9]+(?<fraction>\.[0-9]+)?)\s*(?<unit>%|m|h|d|wm|wh|wd)?$")]
    private static partial Regex End();
}
