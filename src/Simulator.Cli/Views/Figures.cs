using System.Globalization;
using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;

namespace Simulator.Cli.Views;

/// <summary>The numbers of outcomes as people read them, each with its unit.</summary>
internal static class Figures
{
    /// <summary>A number of an outcome; a dash where there is none.</summary>
    internal static string Text(Outcome outcome, double value) => double.IsNaN(value) ? "-" : outcome.Unit switch
    {
        OutcomeUnit.Share or OutcomeUnit.YesOrNo => string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.0} %"),
        OutcomeUnit.Days => string.Create(CultureInfo.InvariantCulture, $"{value:0.00} d"),
        OutcomeUnit.Hours => string.Create(CultureInfo.InvariantCulture, $"{value:0.00} wh"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:N1}"),
    };

    /// <summary>A difference of two numbers of an outcome, with its sign.</summary>
    internal static string Signed(Outcome outcome, double value)
    {
        var text = Size(outcome, value);
        return double.IsNaN(value) || IsNothing(value) ? text : (value > 0 ? "+" : "−") + text;
    }

    /// <summary>
    /// How large a difference is, without its sign: of shares in points, for a share of a share is another thing. One that the
    /// usual digits would show as 0 has as many as tell two of its own.
    /// </summary>
    internal static string Size(Outcome outcome, double value)
    {
        if (double.IsNaN(value))
        {
            return Text(outcome, value);
        }

        var (factor, unit, usual) = outcome.Unit switch
        {
            OutcomeUnit.Share or OutcomeUnit.YesOrNo => (100, " points", 1),
            OutcomeUnit.Days => (1, " d", 2),
            OutcomeUnit.Hours => (1, " wh", 2),
            _ => (1, "", 1),
        };
        var size = IsNothing(value) ? 0 : Math.Abs(value) * factor;
        var digits = size > 0 && Math.Round(size, usual) == 0 ? 1 - (int)Math.Floor(Math.Log10(size)) : usual;
        return size.ToString($"N{digits}", CultureInfo.InvariantCulture) + unit;
    }

    /// <summary>Whether a difference is what rounding leaves of two equal numbers.</summary>
    private static bool IsNothing(double value) => Math.Abs(value) < 1e-9;

    /// <summary>The interval of an estimate; a dash where there is none.</summary>
    internal static string Interval(Outcome outcome, Estimate estimate) =>
        estimate.HasInterval
            ? $"{Text(outcome, Possible(outcome, estimate.Low))} .. {Text(outcome, Possible(outcome, estimate.High))}"
            : "-";

    /// <summary>A bound of Student's interval, no farther than the number itself can be.</summary>
    private static double Possible(Outcome outcome, double bound) =>
        Math.Clamp(bound, 0, outcome.Unit is OutcomeUnit.Share or OutcomeUnit.YesOrNo ? 1 : double.MaxValue);

    /// <summary>The interval of a difference.</summary>
    internal static string SignedInterval(Outcome outcome, Estimate estimate) =>
        estimate.HasInterval
            ? $"{Signed(outcome, estimate.Low).Replace(" points", "", StringComparison.Ordinal)} .. {Signed(outcome, estimate.High)}"
            : "-";

    /// <summary>A number for JSON, which has none that is not finite.</summary>
    internal static double? Json(double value) => double.IsFinite(value) ? value : null;
}
