using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Waits;

/// <summary>Waiting for the people of a post, and their work.</summary>
public sealed partial class WaitSplitter
{
    private void SplitStep(in Entry entry, int from)
    {
        var body = trace.BodyOf(entry);
        var started = Math.Clamp(entry.Started, from, entry.Tick);
        if (facts.PostOf(body, entry) is not (>= 0 and var post))
        {
            Add(WaitReason.Decision, started - from);
            Add(WaitReason.Work, entry.Tick - started);
            return;
        }

        SplitWait(body, entry.Step, entry, from, started);
        var worked = new PostClock(trace, body, post, facts.UrgencyOf(entry)).Open(started, entry.Tick);
        Add(WaitReason.Work, worked);
        Add(WaitReason.OffHours, entry.Tick - started - worked);
    }

    /// <summary>
    /// A wait before a post, from one tick to another. Minutes out of hours come first, then those until an hour of the
    /// step; what is left is split by what whoever took it up did.
    /// </summary>
    private void SplitWait(int body, Step step, in Entry entry, int from, int started)
    {
        if (started <= from)
        {
            return;
        }

        var post = facts.PostOf(body, step);
        if (post < 0)
        {
            Add(WaitReason.Decision, started - from);
            return;
        }

        var clock = new PostClock(trace, body, post, facts.UrgencyOf(entry));
        var open = clock.Open(from, started);
        Add(WaitReason.OffHours, started - from - open);
        if (open == 0)
        {
            return;
        }

        var held = Math.Clamp(facts.HourFor(body, step, clock.Urgency, from), from, started);
        var forHour = clock.Open(from, held);
        Add(WaitReason.Batching, forHour);
        if (open > forHour)
        {
            SplitBehind(body, post, entry, held, started, open - forHour, clock);
        }
    }

    /// <summary>
    /// Minutes in hours behind other work. What the person did who took it up is known to the minute: papers in hand,
    /// stopped ones too, and absences. In a minute in which he did neither he had a paper of no directive in hand, for
    /// as many minutes as the journal says that somebody had; or he was free, where a post takes papers up by chance or
    /// is helped by deputies, and it is asked what the others did.
    /// </summary>
    private void SplitBehind(int body, int post, in Entry entry, int from, int to, int left, in PostClock clock)
    {
        var office = offices[body] ??= new OfficeTimes(trace, body, facts);
        int server = entry.Server;
        var above = (int)clock.Urgency + 1;
        var (urgent, busy, taken) = (0, 0, 0);
        if (server != OfficeTimes.Anybody)
        {
            urgent = office.InHand(post, server, above).Covered(from, to, clock);
            busy = office.InHand(post, server, 0).Covered(from, to, clock);
            Add(WaitReason.MoreUrgentPaper, urgent);
            Add(WaitReason.EarlierPaper, busy - urgent);
            left -= busy;
            taken = left == 0 ? 0 : office.InHandOrAway(post, server).Covered(from, to, clock);
        }

        if (left == 0)
        {
            return;
        }

        if (server != OfficeTimes.Anybody)
        {
            left = Give(WaitReason.Absence, taken - busy, left);
        }

        left = Give(WaitReason.BackgroundLoad, BackgroundOf(office, entry, to), left);
        if (left > 0)
        {
            var others = office.OrAnybodyInHand(post, server, above).Covered(from, to, clock);
            var any = office.OrAnybodyInHand(post, server, 0).Covered(from, to, clock);
            var away = office.OrAnybodyAway(post, server).Covered(from, to, clock);
            left = Give(WaitReason.MoreUrgentPaper, others - taken, left);
            left = Give(WaitReason.EarlierPaper, any - others, left);
            left = Give(WaitReason.Absence, away - any, left);
            var roster = trace.Model.Offices[trace.Model.FactsOf(body).Office].All[post].Desk?.Roster;
            Add(roster is null ? WaitReason.EarlierPaper : WaitReason.Absence, left);
        }
    }

    private static int BackgroundOf(OfficeTimes office, in Entry entry, int started) =>
        entry.Kind == EntryKind.DelayedByLoad ? entry.B : office.BackgroundOf(entry, started);

    private int Give(WaitReason reason, int minutes, int left)
    {
        var given = Math.Min(minutes, left);
        Add(reason, given);
        return left - given;
    }
}
