using System.Globalization;
using Simulator.Analysis.Calibration;

namespace Simulator.Cli.Views;

/// <summary>What a fit says, in sentences.</summary>
internal static class CalibrationWords
{
    // Of two laws whose AIC lie closer the data do not choose one (Burnham and Anderson, Model Selection and Multimodel
    // Inference, 2002, 2.6).
    private const double NoDifference = 2;
    private const int FewPairs = 30;

    internal static string Parameters(DelayFit fit) => string.Join(", ", fit.Parameters.Select(parameter =>
    {
        string Value(double value) => parameter.IsTime ? Length(value) : Inv($"{value:0.00}");
        var low = parameter.Low > 0 ? Value(parameter.Low) : "no least";
        var high = double.IsFinite(parameter.High) ? Value(parameter.High) : "no most";
        return $"{parameter.Name} {Value(parameter.Value)} ({low} to {high})";
    }));

    /// <summary>Minutes as hours, from ten minutes on.</summary>
    internal static string Length(double minutes) => minutes < 10 ? Inv($"{minutes:0.0} min") : Inv($"{minutes / 60:0.0} h");

    internal static IEnumerable<string> Lines(GroupFit fit)
    {
        var best = fit.Fits[0];
        var behind = fit.Free.Aic - best.Aic;
        yield return best.Family == DelayFamily.Steps
            ? "By AIC the steps of the library describe these dates best."
            : $"By AIC {best.Family.ToString().ToLowerInvariant()} in {best.Basis.ToString().ToLowerInvariant()} minutes describes these "
                + Inv($"dates best; the steps are {behind:0.0} behind, ")
                + (behind <= NoDifference ? "which is no difference." : "so a single law is nearer to them.");
        yield return fit.KeepsSpread
            ? $"Sigmas: the library's stay; against fitted ones: {Ratio(fit.AgainstSpread)}."
            : $"Sigmas: fitted; against the library's: {Ratio(fit.AgainstSpread)}.";
        yield return $"Written: {Parameters(fit.Chosen)}, as factors for the library's.";
        yield return Inv($"The library's own numbers: log likelihood {fit.LibraryLogLikelihood:0.00}. ")
            + $"Against fitted medians: {Ratio(fit.AgainstScale)}.";
        yield return $"Against fitted medians and sigmas: {Ratio(fit.AgainstLibrary)}: they lie "
            + $"{(fit.AgainstLibrary.IsRefuted ? "outside" : "inside")} the 95% region of the fit.";
        if (fit.Goodness is { Samples: > 0 } goodness)
        {
            yield return Inv($"Goodness: the written law is at most {goodness.Distance:0.000} off in the share of pairs by any ")
                + Inv($"day; {100 * goodness.Chance:0}% of {goodness.Samples} samples drawn from it (seed {goodness.Seed}) are ")
                + "as far off: "
                + (goodness.Chance < 0.05 ? "it is refuted." : "it is not refuted.");
        }

        foreach (var level in fit.Levels)
        {
            yield return Inv($"Level {level.Level} alone, {level.Pairs} pairs: medians times {level.Scale:0.00}, ")
                + $"p {P(level.Chance)} that it is as the others.";
        }
    }

    internal static IEnumerable<string> Warnings(GroupFit fit)
    {
        var pairs = fit.Group.Pairs.Count;
        if (pairs < FewPairs)
        {
            yield return Inv($"{pairs} pairs are few: intervals and p are rough, and a wrong law is hardly refuted.");
        }

        if (fit.Sharing > 0)
        {
            yield return Inv($"{fit.Sharing} of the {pairs} pairs share a chain with others and are not independent: ")
                + "intervals are too narrow.";
        }

        foreach (var level in fit.Levels.Where(level => level.IsAtOdds))
        {
            yield return $"level {level.Level} is at odds with the others; fit it alone: --pool-below {level.Pairs}.";
        }

        if (fit.Goodness is { Chance: < 0.05 })
        {
            yield return "the written law does not fit; look at the days beside those by the law.";
        }

        foreach (var pair in fit.OnDaysOff)
        {
            yield return Inv($"line {pair.Line}: the lower paper is of {pair.LowerEarliest}, a day off; it counts as of the worked days ")
                + "on both sides.";
        }

        if (fit.Blank.ToList() is { Count: > 0 } blank)
        {
            yield return Inv($"{blank.Count} of the {pairs} pairs have a blank date; they count in the fit, not in goodness ")
                + "and picture.";
        }

        if (fit.Chosen.Parameters.Any(parameter => !double.IsFinite(parameter.LogError)))
        {
            yield return "the pairs set no end to an interval; the fitted numbers mean little.";
        }
    }

    /// <summary>How many dates lie in their bands, against how many should.</summary>
    internal static IEnumerable<string> Coverage(LeftOut left)
    {
        var coverage = left.Coverage;
        yield return left.Dated == 0 ? "No pair has a date that could lie in its band."
            : Inv($"{left.Inside} of {left.Dated} real dates lie in their bands, {100 * coverage.Value:0}% (95% interval ")
                + Inv($"{100 * coverage.Low:0} to {100 * coverage.High:0}%, Wilson); the widest band has {left.Widest} dates.");
        if (left.Dated > 0)
        {
            yield return Inv($"Bands are of {100 * DateBand.Chance:0}% or, being of whole days, somewhat more: ")
                + (coverage.High < DateBand.Chance ? "these hold too few." : "these hold no fewer than chance allows.");
        }
    }

    private static string Ratio(LikelihoodRatio ratio) =>
        Inv($"likelihood ratio {ratio.Twice:0.00} on {ratio.Degrees} degree{(ratio.Degrees == 1 ? "" : "s")} of freedom, ")
        + $"p {P(ratio.Chance)}"
        + (ratio.ChanceBySamples is { } drawn ? $" ({P(drawn)} by samples)" : "");

    private static string P(double chance) => chance < 0.001 ? "below 0.001" : Inv($"{chance:0.000}");

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
