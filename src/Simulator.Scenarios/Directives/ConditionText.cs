using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Organisation;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Directives;

/// <summary>
/// Reads conditions, such as <c>overdue(level commune) > 20%</c>, <c>of telegram registered(kind x) >= 90%</c>,
/// <c>time-to-register(level commune) p90 > 3d</c> or <c>backlog(level district clerk) > 20</c>.
/// </summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Among">Among which bodies.</param>
/// <param name="Directive">Id of the directive; <c>null</c>: all together.</param>
/// <param name="Comparison">How the share must stand to the limit.</param>
/// <param name="BasisPoints">The limit, in ten-thousandths; of a time, the quantile.</param>
internal sealed record ConditionText(
    GoalMeasure Measure, Selector Among, string? Directive, Comparison Comparison, int BasisPoints)
{
    private const int Longest = 500;

    /// <summary>Of a time: how it is asked.</summary>
    public TimeText? Time { get; init; }

    /// <summary>Of desks: what is asked.</summary>
    public DeskLimit? Desk { get; init; }

    private static readonly (string Sign, Comparison Comparison)[] _signs =
    [
        (">=", Comparison.AtLeast), ("<=", Comparison.AtMost), (">", Comparison.Above), ("<", Comparison.Below),
    ];

    private static readonly string[] _moments = [GoalText.Moment, " within "];

    /// <summary>The words for measures.</summary>
    public static IEnumerable<string> Measures =>
        GoalText.Words.Where(each => Condition.CanBeAbout(each.Measure)).Select(each => each.Word);

    /// <summary>Why a text is no condition; <c>null</c> if it is one.</summary>
    public static string? Problem(string text) => Parse(text).Problem;

    /// <summary>The condition, or a sentence that says why there is none.</summary>
    public static (ConditionText? Condition, string? Problem) Parse(string text)
    {
        var (sign, comparison) = _signs.FirstOrDefault(each => text.Contains(each.Sign, StringComparison.Ordinal));
        string[] sides = sign is null ? [] : text.Split(sign);
        if (text.Length > Longest || sides.Length != 2)
        {
            return (null, Fault(text));
        }

        if (_moments.FirstOrDefault(word => sides[1].Contains(word, StringComparison.Ordinal)) is { } moment)
        {
            return (null, AtMoment(text, moment.Trim()));
        }

        if (DeskText.IsAsked(sides[0]))
        {
            var (asked, wrong) = DeskText.Parse(sides[0], sides[1], atMost: false, Fault(text));
            return asked is null ? (null, wrong)
                : (new ConditionText(asked.Measure, asked.Among, asked.Directive, comparison, asked.BasisPoints)
                {
                    Desk = asked.Desk,
                }, null);
        }

        if (TimeText.Split(sides[0]) is var (head, words))
        {
            return OfTime(head, words, comparison, sides[1], Fault(text));
        }

        var (measured, problem) = GoalText.LeftSide(sides[0].Trim(), [.. Measures], Fault(text));
        if (measured is not var (measure, among, directive))
        {
            return (null, problem);
        }

        var (share, fault) = NumberText.Probability(sides[1].Trim());
        return share is { } value
            ? (new ConditionText(
                measure, among, directive, comparison, (int)Math.Round(value * 10_000, MidpointRounding.AwayFromZero)), null)
            : (null, fault ?? Fault(text));
    }

    private static (ConditionText? Condition, string? Problem) OfTime(
        string head, string words, Comparison comparison, string right, string wrongForm)
    {
        var (measured, problem) = GoalText.LeftSide(head, [.. Measures], wrongForm);
        if (measured is not var (measure, among, directive))
        {
            return (null, problem);
        }

        string word = head[..head.IndexOf('(', StringComparison.Ordinal)].Trim().Split(' ')[^1];
        var (time, _, fault) = TimeText.Parse(word, measure, words, right);
        return time is null ? (null, fault)
            : (new ConditionText(measure, among, directive, comparison, time.BasisPoints) { Time = time }, null);
    }

    private static string AtMoment(string text, string word) =>
        $"'{ScalarNode.Excerpt(text)}' has '{word}', and a condition is looked at minute by minute: leave it out, and write beside "
            + "'when' since when it is looked at, as in 'from: 3d'.";

    private static string Fault(string text) =>
        $"'{ScalarNode.Excerpt(text)}' is no condition; write one like overdue(level commune) > 20%, "
            + "time-to-register(level commune) p90 > 3d or backlog(level district clerk) > 20, with 'of d1' before it for one "
            + "directive alone.";
}
