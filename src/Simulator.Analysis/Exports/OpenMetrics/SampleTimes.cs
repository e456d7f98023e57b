namespace Simulator.Analysis.Exports.OpenMetrics;

/// <summary>
/// When a run is looked at: at whole multiples of a step of civil time, so that those who ask at whole hours find a sample
/// there, and at its end.
/// </summary>
/// <param name="begins">Seconds since 1970 at tick 0.</param>
/// <param name="every">Minutes of a step.</param>
/// <param name="until">The last tick.</param>
internal sealed class SampleTimes(long begins, int every, int until)
{
    /// <summary>Behind the last one.</summary>
    internal const int None = int.MaxValue;

    /// <summary>The next moment behind a tick.</summary>
    internal int After(int tick)
    {
        if (tick >= until)
        {
            return None;
        }

        var minutes = (begins / 60) + tick;
        return (int)Math.Min(until, tick + every - (((minutes % every) + every) % every));
    }

    /// <summary>The seconds since 1970 at a tick.</summary>
    internal long SecondsAt(int tick) => begins + (60L * tick);
}
