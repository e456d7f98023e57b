using Simulator.Analysis.Measures.Delays;

namespace Simulator.Cli.Views;

/// <summary>Times as JSON: minutes, rounded to four digits behind the point; <c>null</c>: not in this run.</summary>
internal static class DelaysJson
{
    internal static object Of(DelayGroup group) => new
    {
        Name = group.Name.Length == 0 ? null : group.Name,
        group.Bodies,
        Times = group.Times.Select(times => new
        {
            TimeTo = times.To.ToString().ToLowerInvariant(),
            times.Elapsed.Bodies,
            times.Elapsed.Happened,
            times.Elapsed.NotHappened,
            ElapsedMinutes = Of(times.Elapsed),
            InHoursMinutes = Of(times.InHours),
            OwnElapsedMinutes = Of(times.OwnElapsed),
            OwnInHoursMinutes = Of(times.OwnInHours),
        }),
    };

    /// <summary>The histogram of what elapses from the issue.</summary>
    internal static object Of(DelayFigures times)
    {
        var histogram = Histogram.Of(times.Elapsed.Minutes);
        return new
        {
            TimeTo = times.To.ToString().ToLowerInvariant(),
            times.Elapsed.NotHappened,
            Bins = histogram.Counts.Select((count, place) => new
            {
                FromMinutes = histogram.From + (place * histogram.Width),
                ToMinutes = histogram.From + ((place + 1) * histogram.Width),
                Count = count,
            }),
        };
    }

    private static object Of(DelaySample sample) => new
    {
        Min = Rounded(sample.Quantile(0)),
        P10 = Rounded(sample.Quantile(1000)),
        P50 = Rounded(sample.Quantile(5000)),
        P90 = Rounded(sample.Quantile(9000)),
        P95 = Rounded(sample.Quantile(9500)),
        P99 = Rounded(sample.Quantile(9900)),
        Max = Rounded(sample.Quantile(10_000)),
        MeanOfHappened = Rounded(sample.Mean),
        LongestOfHappened = sample.Longest,
    };

    private static double? Rounded(double? minutes) => minutes is { } known ? Math.Round(known, 4) : null;
}
