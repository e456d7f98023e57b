using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Directives;

/// <summary>
/// Reads goals, such as <c>registered(level commune) >= 95%</c> or
/// <c>of telegram complied(kind x) >= 90% within 10d</c> or <c>of tasks overdue(all) &lt;= 5% at 2017-12-25</c>.
/// </summary>
/// <param name="Measure">The state wanted.</param>
/// <param name="Among">Among which bodies.</param>
/// <param name="Directive">Id of the directive; <c>null</c>: each.</param>
/// <param name="BasisPoints">The share wanted, in ten-thousandths.</param>
/// <param name="AtMost">Whether the share is a limit (<c>&lt;=</c>).</param>
/// <param name="Within">Elapsed minutes within which it is wanted; <c>null</c>: by the end.</param>
/// <param name="At">The moment at which it is asked instead; a date is its end.</param>
internal sealed record GoalText(
    GoalMeasure Measure, Selector Among, string? Directive, int BasisPoints, bool AtMost, int? Within, CivilTime? At)
{
    /// <summary>Of a time, such as <c>time-to-register(level commune) p90 &lt;= 3d</c>: how it is asked.</summary>
    public TimeText? Time { get; init; }

    /// <summary>What stands between the share and the moment at which it is asked.</summary>
    public const string Moment = " at ";

    private const int Longest = 500;

    private static readonly (string Word, GoalMeasure Measure)[] _measures =
    [
        ("reached", GoalMeasure.Reached),
        ("registered", GoalMeasure.Registered),
        ("complied", GoalMeasure.Complied),
        ("reported", GoalMeasure.Reported),
        ("content", GoalMeasure.Content),
        ("claimed", GoalMeasure.Claimed),
        ("misreported", GoalMeasure.Misreported),
        ("done-on-time", GoalMeasure.DoneOnTime),
        ("done-late", GoalMeasure.DoneLate),
        ("in-term", GoalMeasure.InTerm),
        ("overdue", GoalMeasure.Overdue),
        ("punctual", GoalMeasure.Punctual),
        ("counted", GoalMeasure.Counted),
        ("alerted", GoalMeasure.Alerted),
        ("time-to-reach", GoalMeasure.TimeToReach),
        ("time-to-register", GoalMeasure.TimeToRegister),
        ("time-to-relay", GoalMeasure.TimeToRelay),
        ("time-to-comply", GoalMeasure.TimeToComply),
        ("time-to-report", GoalMeasure.TimeToReport),
        ("time-left", GoalMeasure.TimeLeft),
        ("outdated", GoalMeasure.Outdated),
        ("recalled", GoalMeasure.Recalled),
    ];

    /// <summary>The words for measures, each with what it means.</summary>
    public static IReadOnlyList<(string Word, GoalMeasure Measure)> Words => _measures;

    /// <summary>The words for measures.</summary>
    public static IEnumerable<string> Measures => _measures.Select(each => each.Word);

    /// <summary>Why a text is no goal; <c>null</c> if it is one.</summary>
    public static string? Problem(string text) => Parse(text).Problem;

    /// <summary>The goal, or a sentence that says why there is none.</summary>
    public static (GoalText? Goal, string? Problem) Parse(string text)
    {
        bool atMost = text.Contains("<=", StringComparison.Ordinal);
        string[] sides = text.Split(atMost ? "<=" : ">=");
        if (text.Length > Longest || sides.Length != 2)
        {
            return (null, Fault(text));
        }

        if (TimeText.Split(sides[0]) is var (head, words))
        {
            return ParseTime(head, words, sides[1], atMost, Fault(text));
        }

        var (measured, problem) = LeftSide(sides[0].Trim(), [.. Measures], Fault(text));
        if (measured is not var (measure, among, directive))
        {
            return (null, problem);
        }

        var (share, within, at, fault) = RightSide(sides[1]);
        return fault is null
            ? (new GoalText(measure, among, directive, share, atMost, within, at), null)
            : (null, fault);
    }

    private static (GoalText? Goal, string? Problem) ParseTime(
        string head, string words, string right, bool atMost, string wrongForm)
    {
        var (measured, problem) = LeftSide(head, [.. Measures], wrongForm);
        if (measured is not var (measure, among, directive))
        {
            return (null, problem);
        }

        string word = head[..head.IndexOf('(', StringComparison.Ordinal)].Trim().Split(' ')[^1];
        var (time, at, fault) = TimeText.Parse(word, measure, words, right);
        return time is null ? (null, fault)
            : (new GoalText(measure, among, directive, time.BasisPoints, atMost, null, at) { Time = time }, null);
    }

    /// <summary>
    /// The same without a share to be reached, such as <c>registered(level commune) within 3d</c>: a number that
    /// is asked for; or a sentence that says why there is none.
    /// </summary>
    public static (GoalText? Measured, string? Problem) ParseMeasure(string text)
    {
        string excerpt = ScalarNode.Excerpt(text);
        string fault = $"'{excerpt}' is no measure; write one like registered(level commune), with 'of d1' before it "
            + "for one directive alone, or 'within 3d' or 'at 2021-05-10' after it.";
        int end = text.LastIndexOf(')') + 1;
        string rest = text[end..].Trim();
        bool isTimed = rest.StartsWith("within ", StringComparison.Ordinal) || rest.StartsWith("at ", StringComparison.Ordinal);
        if (text.Length > Longest || rest.Contains(">=", StringComparison.Ordinal) || rest.Contains("<=", StringComparison.Ordinal))
        {
            return (null, text.Length > Longest ? fault
                : $"'{excerpt}' is a goal; a measure has no share to be reached: write {text[..end].Trim()}.");
        }

        if (TimeText.Asking(text) is { } asking)
        {
            return Parse(asking);
        }

        if (end == 0 || (rest.Length > 0 && !isTimed))
        {
            return (null, fault);
        }

        var (measured, problem) = LeftSide(text[..end].Trim(), [.. Measures], fault);
        if (measured is not var (measure, among, directive))
        {
            return (null, problem);
        }

        // The right side of a goal that wants nothing.
        var (_, within, at, wrong) = RightSide(rest.Length == 0 ? "0" : $"0 {rest}");
        return wrong is null ? (new GoalText(measure, among, directive, 0, false, within, at), null) : (null, wrong);
    }

    /// <summary>A measure as a goal of 0%, which wants nothing; or a sentence that says why it is none.</summary>
    public static (string? Goal, string? Problem) OfMeasure(string text)
    {
        int end = text.LastIndexOf(')') + 1;
        return ParseMeasure(text).Problem is { } problem ? (null, problem)
            : TimeText.Asking(text) is { } asking ? (asking, null)
            : ($"{text[..end].Trim()} >= 0% {text[end..].Trim()}".TrimEnd(), null);
    }

    /// <summary>Why a text is no measure; <c>null</c> if it is one.</summary>
    public static string? MeasureProblem(string text) => ParseMeasure(text).Problem;

    /// <summary>What is measured, among whom and about which directive; or a sentence that says what is wrong.</summary>
    /// <param name="left">What stands before the comparison.</param>
    /// <param name="valid">The measures that there are.</param>
    /// <param name="fault">What is said of a text of another form.</param>
    public static ((GoalMeasure Measure, Selector Among, string? Directive)? Measured, string? Problem) LeftSide(
        string left, IReadOnlyList<string> valid, string fault)
    {
        string? directive = null;
        if (left.StartsWith("of ", StringComparison.Ordinal))
        {
            string[] words = left.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
            (directive, left) = (words.ElementAtOrDefault(1), words.ElementAtOrDefault(2) ?? "");
        }

        int open = left.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || left[^1] != ')')
        {
            return (null, fault);
        }

        string word = left[..open].TrimEnd();
        if (!valid.Contains(word, StringComparer.Ordinal))
        {
            string? nearest = NearestName.Of(word, valid);
            string hint = nearest is null ? "" : $" Did you mean '{nearest}'?";
            return (null,
                $"'{ScalarNode.Excerpt(word)}' is no measure; "
                    + $"there are {string.Join(", ", valid)}.{hint}");
        }

        var (among, problem) = SelectorText.Parse(left[(open + 1)..^1].Trim());
        if (among is null || among.IsEachAddressee)
        {
            return (null, problem
                ?? "a goal is among bodies, and 'each addressee' is said of assignments only.");
        }

        return ((_measures.First(each => each.Word == word).Measure, among, directive), null);
    }

    private static (int Share, int? Within, CivilTime? At, string? Problem) RightSide(string text)
    {
        bool isMoment = text.Contains(Moment, StringComparison.Ordinal);
        string[] parts = text.Split(isMoment ? Moment : " within ");
        var (share, problem) = NumberText.Probability(parts[0].Trim());
        if (share is not { } value || parts.Length > 2)
        {
            return (0, null, null, problem ?? Fault(text));
        }

        int basisPoints = (int)Math.Round(value * 10_000, MidpointRounding.AwayFromZero);
        if (parts.Length == 1)
        {
            return (basisPoints, null, null, null);
        }

        if (isMoment)
        {
            return CivilTime.TryParse(parts[1].Trim(), out _, out string? noTime)
                ? (basisPoints, null, CalendarReader.EndOf(parts[1].Trim()), null)
                : (basisPoints, null, null, noTime);
        }

        var (span, fault) = SpanText.Parse(parts[1].Trim(), SpanUnits.Elapsed);
        return (basisPoints, span?.WholeMinutes(0), null, fault);
    }

    private static string Fault(string text) =>
        $"'{ScalarNode.Excerpt(text)}' is no goal; "
            + "write one like registered(level commune) >= 95% within 3d or time-to-register(level commune) p90 <= 3d, "
            + "with 'of d1' before it for one directive alone, or 'at 2021-05-10' in place of 'within 3d'.";
}
