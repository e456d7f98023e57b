using System.Globalization;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>
/// Simulated time as moments of the world's clock, which is all that a trace knows. The scenario's civil time is read as UTC,
/// and moved by a shift that is said with the data.
/// </summary>
public sealed class SpanClock
{
    /// <summary>Viewers and stores count nanoseconds since 1970 in 63 bits.</summary>
    private const long LastSecond = long.MaxValue / 1_000_000_000;

    /// <summary>The years 1 and 9999, as calendars here have them.</summary>
    private const long FirstSaid = -62_135_596_800;

    private const long LastSaid = 253_402_300_799;

    private readonly long seconds;

    private SpanClock(long seconds, long shift) => (this.seconds, ShiftSeconds) = (seconds, shift);

    /// <summary>What is added to the civil time of the scenario, read as UTC; in seconds.</summary>
    public long ShiftSeconds { get; }

    /// <summary>Civil time as UTC, moved.</summary>
    /// <param name="source">The run.</param>
    /// <param name="shift">By how much.</param>
    public static SpanClock Shifted(ExportSource source, TimeSpan shift)
    {
        ArgumentNullException.ThrowIfNull(source);
        var seconds = (long)shift.TotalSeconds;
        return new SpanClock(source.StartSeconds + seconds, seconds);
    }

    /// <summary>Moved so that a tick falls on a moment.</summary>
    /// <param name="source">The run.</param>
    /// <param name="tick">The tick.</param>
    /// <param name="moment">The moment; fractions of a second are left out.</param>
    public static SpanClock Placed(ExportSource source, long tick, DateTimeOffset moment)
    {
        ArgumentNullException.ThrowIfNull(source);
        var start = moment.ToUnixTimeSeconds() - (tick * 60);
        return new SpanClock(start, start - source.StartSeconds);
    }

    /// <summary>Whether a tick lies where clocks of traces can say it: from 1970 to 2262.</summary>
    internal bool CanSay(long tick) => seconds + (tick * 60) is >= 0 and <= LastSecond;

    /// <summary>A tick in nanoseconds since 1970.</summary>
    internal ulong Nanoseconds(long tick) => (ulong)(seconds + (tick * 60)) * 1_000_000_000;

    /// <summary>A tick as people read it, in UTC.</summary>
    internal string Said(long tick) => (seconds + (tick * 60)) switch
    {
        < FirstSaid => "a time before the year 1",
        > LastSaid => "a time after the year 9999",
        var moment => DateTime.UnixEpoch.AddSeconds(moment).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };
}
