using System.Globalization;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Directives;

/// <summary>
/// How a goal asks for a time: the words behind the bodies in <c>time-to-comply(level commune) p90 own in-hours &lt;= 16wh</c>.
/// </summary>
/// <param name="BasisPoints">The quantile, in ten-thousandths.</param>
/// <param name="IsOwn">Whether only the body's own part counts.</param>
/// <param name="InHours">Whether only the hours of its office count.</param>
/// <param name="Limit">The limit; working time where only hours of offices count.</param>
internal sealed record TimeText(int BasisPoints, bool IsOwn, bool InHours, Amount Limit)
{
    private const string Own = "own";
    private const string Hours = "in-hours";
    private const string Example = "time-to-register(level commune) p90 <= 3d";

    private static readonly string[] _ends = [GoalText.Moment, " within "];

    /// <summary>Whether a measure is a time.</summary>
    public static bool Knows(GoalMeasure measure) => measure is GoalMeasure.TimeToReach or GoalMeasure.TimeToRegister
        or GoalMeasure.TimeToRelay or GoalMeasure.TimeToComply or GoalMeasure.TimeToReport;

    /// <summary>
    /// What stands before the comparison, taken apart behind the bodies; <c>null</c>: it does not look like a time.
    /// </summary>
    public static (string Head, string Words)? Split(string left)
    {
        int end = left.LastIndexOf(')') + 1;
        string words = left[end..].Trim();
        return end > 0 && (words.Length > 0 || IsTime(left[..end])) ? (left[..end].Trim(), words) : null;
    }

    /// <summary>
    /// A measure such as <c>time-to-comply(all) p50 in-hours at 2021-05-10</c> as a goal that wants nothing; <c>null</c>: it
    /// does not look like a time.
    /// </summary>
    public static string? Asking(string text)
    {
        int end = text.LastIndexOf(')') + 1;
        if (end == 0 || !IsTime(text[..end]))
        {
            return null;
        }

        string rest = $" {text[end..].Trim()} ";
        int moment = _ends
            .Select(word => rest.IndexOf(word, StringComparison.Ordinal)).Where(found => found >= 0).DefaultIfEmpty(rest.Length).Min();
        string words = rest[..moment].Trim();
        string nothing = words.Split(' ').Contains(Hours, StringComparer.Ordinal) ? "0wm" : "0m";
        return $"{text[..end].Trim()} {words} >= {nothing} {rest[moment..].Trim()}".TrimEnd();
    }

    /// <summary>The words and the limit, and the moment at which it is asked; or a sentence that says what is wrong.</summary>
    /// <param name="measured">The measure as written.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="words">What stands between the bodies and the comparison.</param>
    /// <param name="right">What stands behind the comparison.</param>
    public static (TimeText? Time, CivilTime? At, string? Problem) Parse(
        string measured, GoalMeasure measure, string words, string right)
    {
        if (!Knows(measure))
        {
            return Wrong($"'{ScalarNode.Excerpt(words)}' is said of times, and '{measured}' is a share: write {measured}(…) "
                + $">= 95%, or ask for a time as in {Example}.");
        }

        string[] each = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (each.Length == 0)
        {
            return Wrong($"'{measured}' is a time: say of which share of the bodies, as in {measured}(…) p90 <= 3d, p50 for the "
                + "median.");
        }

        if (Share(each[0]) is not { } share)
        {
            return Wrong($"'{ScalarNode.Excerpt(each[0])}' is no quantile; write p90 for the time by which 90 of 100 bodies are "
                + "there, p50 for the median, p100 for the last.");
        }

        string[] known = [Own, Hours];
        if (each.Skip(1).FirstOrDefault(word => !known.Contains(word)) is { } odd)
        {
            string hint = NearestName.Of(odd, known) is { } near ? $" Did you mean '{near}'?" : "";
            return Wrong($"'{ScalarNode.Excerpt(odd)}' is not understood behind {each[0]}; there are {Own} and {Hours}.{hint}");
        }

        if (each.Distinct().Count() < each.Length)
        {
            return Wrong($"'{ScalarNode.Excerpt(words)}' says something twice.");
        }

        return Limited(measured, share, each.Contains(Own), each.Contains(Hours), right);
    }

    private static (TimeText? Time, CivilTime? At, string? Problem) Limited(
        string measured, int share, bool isOwn, bool inHours, string right)
    {
        if ($"{right} ".Contains(" within ", StringComparison.Ordinal))
        {
            return Wrong($"'{measured}' has its limit behind the comparison, and no 'within': write {Example}.");
        }

        string[] parts = right.Split(GoalText.Moment);
        string span = parts[0].Trim();
        var (limit, problem) = SpanText.Parse(span, SpanUnits.Either);
        if (limit is not { } amount || parts.Length > 2)
        {
            return Wrong(problem ?? $"'{ScalarNode.Excerpt(right)}' names two moments.");
        }

        if (amount.IsWorking != inHours)
        {
            return Wrong(inHours
                ? $"'{span}' is elapsed time, and in-hours counts working time: write wm, wh or wd, or leave in-hours out."
                : $"'{span}' is working time: write in-hours behind the quantile, as in {measured}(…) p90 in-hours <= {span}, or "
                    + "elapsed time, m, h or d.");
        }

        var time = new TimeText(share, isOwn, inHours, amount);
        return parts.Length == 1 ? (time, null, null)
            : CivilTime.TryParse(parts[1].Trim(), out _, out string? noTime)
            ? (time, CalendarReader.EndOf(parts[1].Trim()), null)
            : Wrong(noTime!);
    }

    private static bool IsTime(string left)
    {
        string word = left.Split('(')[0].Trim().Split(' ')[^1];
        return GoalText.Words.Any(each => each.Word == word && Knows(each.Measure));
    }

    /// <summary>Of <c>p90</c> 9,000; at most two digits behind a point.</summary>
    private static int? Share(string word) =>
        word.Length is > 1 and < 8 && word[0] == 'p'
            && decimal.TryParse(word.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent)
            && percent is >= 0 and <= 100 && percent * 100 == decimal.Truncate(percent * 100)
            ? (int)(percent * 100) : null;

    private static (TimeText? Time, CivilTime? At, string? Problem) Wrong(string problem) => (null, null, problem);
}
