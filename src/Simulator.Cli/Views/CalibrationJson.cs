using Simulator.Analysis.Calibration;
using Simulator.Cli.Calibration;

namespace Simulator.Cli.Views;

/// <summary>A calibration as JSON; times are in minutes, an interval without an end has <c>null</c> there.</summary>
internal static class CalibrationJson
{
    internal static void Write(
        CalibrateRequest request, CalibrationOrder order, IReadOnlyList<GroupFit> fits, FragmentText fragment, string yaml) =>
        JsonOutput.Write(new
        {
            request.Table,
            Pairs = order.Pairs.Count,
            request.Libraries,
            request.Kind,
            Groups = fits.Select(fit => Group(fit, fragment)),
            TooFew = Calibrator.Groups(order).Where(group => group.Pairs.Count < Calibrator.LeastPairs)
                .Select(group => new
                {
                    Urgency = FragmentText.UrgencyName(group.Urgency),
                    group.Levels,
                    Pairs = group.Pairs.Count,
                }),
            request.Out,
            Library = yaml,
        });

    private static object Group(GroupFit fit, FragmentText fragment) => new
    {
        Urgency = FragmentText.UrgencyName(fit.Group.Urgency),
        fit.Group.Levels,
        Pairs = fit.Group.Pairs.Count,
        Fits = fit.Fits.Select(Law),
        Written = Law(fit.Chosen),
        fit.KeepsSpread,
        AgainstSpread = Ratio(fit.AgainstSpread),
        AgainstScale = Ratio(fit.AgainstScale),
        AgainstLibrary = Ratio(fit.AgainstLibrary),
        fit.LibraryLogLikelihood,
        Steps = fit.Steps.Select(step => new
        {
            Step = LibraryOffice.Name(step.Step),
            LibraryMedian = Math.Round(step.Before, 6),
            LibrarySigma = step.SigmaBefore,
            step.Median,
            WrittenMedian = fragment.Minutes(step),
            step.Sigma,
            Takes = fragment.Law(step),
        }),
        Goodness = fit.Goodness is { Samples: > 0 } goodness
            ? new { goodness.Distance, goodness.Chance, goodness.Samples, goodness.Seed, goodness.Pairs }
            : null,
        Quantiles = fit.Quantiles.Select(point => new { point.Expected, point.Observed }),
        ByLevel = fit.Levels.Select(level => new { level.Level, level.Pairs, level.Scale, level.Chance, level.IsAtOdds }),
        LeftOut = fit.LeftOut is { } left ? LeftOutOf(left) : null,
        Warnings = CalibrationWords.Warnings(fit),
    };

    private static object Law(DelayFit fit) => new
    {
        Family = fit.Family.ToString().ToLowerInvariant(),
        Minutes = fit.Basis.ToString().ToLowerInvariant(),
        Parameters = fit.Parameters.Select(parameter => new
        {
            parameter.Name,
            parameter.Value,
            Low = parameter.Low > 0 ? parameter.Low : (double?)null,
            High = double.IsFinite(parameter.High) ? parameter.High : (double?)null,
        }),
        fit.LogLikelihood,
        fit.Aic,
    };

    private static object Ratio(LikelihoodRatio ratio) => new
    {
        ratio.Twice,
        ratio.Degrees,
        ratio.Chance,
        ratio.ChanceBySamples,
        ratio.IsRefuted,
    };

    private static object LeftOutOf(LeftOut left) => new
    {
        Pairs = left.Bands.Count,
        left.Dated,
        left.Inside,
        Coverage = left.Dated == 0 ? null : new
        {
            left.Coverage.Value,
            left.Coverage.Low,
            left.Coverage.High,
            left.Coverage.Confidence,
            Expected = DateBand.Chance,
        },
        left.Widest,
        Bands = left.Bands.Select(band => new
        {
            band.Pair.Line,
            band.Pair.Chain,
            Upper = band.Pair.UpperEarliest.ToString(),
            Earliest = band.Pair.LowerEarliest.ToString(),
            Latest = band.Pair.LowerLatest.ToString(),
            Low = band.Low.ToString(),
            High = band.High.ToString(),
            band.HasEnd,
            band.Dates,
            band.IsInside,
        }),
    };
}
