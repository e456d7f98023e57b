using Simulator.Analysis.Traces;
using Simulator.Kernel.Documents;

namespace Simulator.Analysis.Measures.Delays;

/// <summary>
/// One body's time to something, as three moments in ticks: when the directive was issued, when the body could begin, and
/// when it was there. The whole lies between the first and the last, the body's own part between the second and the last.
/// </summary>
/// <param name="Body">Index of the body.</param>
/// <param name="Issued">When the directive was issued.</param>
/// <param name="Enabled">When the body's own part began; -1: it has not.</param>
/// <param name="Ended">When it was there; -1: not in this run.</param>
public readonly record struct Delay(int Body, int Issued, int Enabled, int Ended)
{
    /// <summary>Whether it has happened.</summary>
    public bool Happened => Ended >= 0;

    /// <summary>The time of a body to something.</summary>
    /// <param name="body">Index of the body.</param>
    /// <param name="issued">When the directive was issued, a tick.</param>
    /// <param name="progress">How far the body got; <c>null</c>: nothing has come to it.</param>
    /// <param name="to">To what.</param>
    public static Delay Of(int body, int issued, BodyProgress? progress, TimeTo to)
    {
        if (progress is null)
        {
            return new Delay(body, issued, -1, -1);
        }

        var (enabled, ended) = to switch
        {
            TimeTo.Reach => (progress.SentAt, progress.ArrivedAt),
            TimeTo.Register => (progress.ArrivedAt, progress.RegisteredAt),
            TimeTo.Relay => (progress.RegisteredAt, progress.IssuedAt),
            TimeTo.Comply => (progress.RegisteredAt, progress.CompliedAt),
            _ => (progress.ClosedAt, progress.ReportArrivedAt),
        };
        // By a second paper a body may report before it has closed the first.
        var isKnown = enabled >= 0 && enabled <= ended;
        return new Delay(body, issued, isKnown || ended < 0 ? enabled : progress.ArrivedAt, ended);
    }

    /// <summary>Whether a body is asked about a time: for the time to relay, whether it has anybody to relay to, or has relayed.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="root">Place of the directive.</param>
    /// <param name="body">Index of the body.</param>
    /// <param name="progress">How far it got.</param>
    /// <param name="to">Which time.</param>
    public static bool IsAsked(RunTrace trace, int root, int body, BodyProgress? progress, TimeTo to)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return to != TimeTo.Relay || progress?.IssuedAt >= 0 || trace.Model.AddresseesOf(root, body).Length > 0;
    }

    /// <summary>Minutes of the whole, or of the own part.</summary>
    /// <param name="isOwn">Whether only the own part is meant.</param>
    /// <param name="clock">By which the minutes are counted; <c>null</c>: all that elapse.</param>
    /// <param name="urgency">The mark of the directive.</param>
    /// <exception cref="InvalidOperationException">It has not happened.</exception>
    public int Minutes(bool isOwn, OfficeClock? clock, Urgency urgency)
    {
        var from = isOwn ? Enabled : Issued;
        return !Happened ? throw new InvalidOperationException("It has not happened.")
            : clock is null ? Ended - from
            : clock.Minutes(Body, urgency, from, Ended);
    }
}
