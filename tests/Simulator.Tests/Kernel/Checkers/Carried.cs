using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// When a paper comes that leaves by a channel as declared, worked out once more day by day and attempt by attempt.
/// </summary>
internal sealed class Carried(Evidence evidence, Entry sent, int to, Channel channel)
{
    private const uint Apart = 0x9E3779B9;

    /// <summary>Whether a channel takes its time, loses some papers, and does nothing else.</summary>
    public static bool IsPlain(Channel channel) =>
        channel is { Fails: 0, Leaves: null, Absent: 0, NeedsClerk: false };

    /// <summary>When it comes; <c>null</c>: never.</summary>
    /// <param name="loss">The purpose of the loss of such a paper, which tells its draws from others'.</param>
    /// <param name="n">The occurrence of the draws about it.</param>
    /// <param name="leaves">When it is ready to leave.</param>
    /// <param name="minutes">How long the channel takes.</param>
    public int? DueAt(Purpose loss, uint n, int leaves, int minutes)
    {
        n = unchecked(n + ((uint)loss * Apart));
        var at = channel.Leaves is { } rule ? Departure(rule, leaves) : leaves;
        if (Draw(Purpose.Absent, n) < channel.Absent)
        {
            if (channel.AbsentAfter is not { } later)
            {
                return null;
            }

            at += later.Minutes;
        }

        at = AtWork(at);
        var failures = Failures(Draw(Purpose.Attempts, n));
        if (failures > channel.MostRetries)
        {
            return null;
        }

        for (var again = 0; again < failures; again++)
        {
            at = AtWork(at + channel.RetriesAfter.Minutes);
        }

        return (int)Math.Max(sent.Tick + 1, Math.Min(AtWork(at + minutes), int.MaxValue - 1));
    }

    /// <summary>Whether it is lost by what a journal says: after so many attempts, or 255 where there were none.</summary>
    public bool IsLost(Purpose loss, uint n, byte attempts)
    {
        var key = unchecked(n + ((uint)loss * Apart));
        var isAway = Draw(Purpose.Absent, key) < channel.Absent && channel.AbsentAfter is null;
        return attempts == 255 ? isAway
            : !isAway && attempts == channel.MostRetries + 1 && Failures(Draw(Purpose.Attempts, key)) == attempts;
    }

    /// <summary>How many attempts fail, as a draw says, until there are no more.</summary>
    private int Failures(double draw) =>
        Enumerable.Range(1, channel.MostRetries + 1)
            .TakeWhile(count => draw < Enumerable.Repeat(channel.Fails, count).Aggregate((left, right) => left * right))
            .Count();

    private double Draw(Purpose purpose, uint n) => evidence.Chance.Arrow(
        sent.Body, evidence.Model.FactsOf(to).Hash, evidence.DirectiveOf(sent).Hash, purpose, n);

    private long Departure(DepartureRule rule, long from)
    {
        var axis = evidence.Model.Source.Axis;
        if (rule.At.Count == 0)
        {
            return rule.Moments.Select(moment => (long)axis.ToTick(moment).Value).Where(tick => tick >= from)
                .DefaultIfEmpty(int.MaxValue).Min();
        }

        var days = rule.Calendar is null ? WorkingCalendar.AlwaysOpen
            : WorkingCalendar.Compile(evidence.ModelAt(sent.Tick).Source.Calendars[rule.Calendar], axis, []);
        var first = axis.ToCivil(new Tick((int)from)).Date;
        for (var ahead = 0; ahead < 800; ahead++)
        {
            var date = first.AddDays(ahead);
            var midnight = axis.ToTick(date.Midnight).Value;
            if ((rule.Day is { } day && day != date.DayOfWeek) || days.WorkingBetween(midnight, midnight + 1440) == 0)
            {
                continue;
            }

            foreach (var minute in rule.At.Order().Where(minute => midnight + minute >= from))
            {
                return midnight + minute;
            }
        }

        return int.MaxValue;
    }

    private long AtWork(long tick)
    {
        if (!channel.NeedsClerk || tick >= int.MaxValue - 1)
        {
            return tick;
        }

        var clerk = evidence.ModelAt(sent.Tick).Offices[evidence.ModelAt(sent.Tick).FactsOf(to).Office].All[(int)Post.Clerk];
        return clerk.HoursFor(UrgencyOf(sent)).NextOpen((int)tick);
    }

    /// <summary>The urgency of the paper that an entry is about.</summary>
    private Urgency UrgencyOf(Entry entry)
    {
        var brought = evidence.DossierOf(entry).FirstOrDefault(other => other.BringsDirective && other.Route == entry.Route);
        return brought.Kind == EntryKind.None ? evidence.DirectiveOf(entry).Source.Urgency : (Urgency)brought.Item;
    }
}
