using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Organisation;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Directives;

/// <summary>
/// Reads conditions, such as <c>overdue(level commune) > 20%</c> or <c>of telegram registered(kind x) >= 90%</c>.
/// </summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Among">Among which bodies.</param>
/// <param name="Directive">Id of the directive; <c>null</c>: all together.</param>
/// <param name="Comparison">How the share must stand to the limit.</param>
/// <param name="BasisPoints">The limit, in ten-thousandths.</param>
internal sealed record ConditionText(
    GoalMeasure Measure, Selector Among, string? Directive, Comparison Comparison, int BasisPoints)
{
    private const int Longest = 500;

    private static readonly (string Sign, Comparison Comparison)[] _signs =
    [
        (">=", Comparison.AtLeast), ("<=", Comparison.AtMost), (">", Comparison.Above), ("<", Comparison.Below),
    ];

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

        if (TimeText.Split(sides[0]) is not null)
        {
            return (null, OfTimes(text));
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

    /// <summary>A time is known when it is over; a condition would have to know it of those who are still on their way.</summary>
    private static string OfTimes(string text) =>
        $"'{ScalarNode.Excerpt(text)}' is about a time, and a condition counts bodies at the end of each minute: a quantile of "
            + "times is known only once so many are there. Write a share, and since when it is looked at: "
            + "'when: registered(level commune) < 90%' with 'from: 3d'.";

    private static string Fault(string text) =>
        $"'{ScalarNode.Excerpt(text)}' is no condition; write one like overdue(level commune) > 20%, "
            + "with 'of d1' before it for one directive alone.";
}
