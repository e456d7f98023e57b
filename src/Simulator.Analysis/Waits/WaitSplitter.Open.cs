using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Waits;

/// <summary>Steps that have not ended: when one began the journal says only where other papers of the day had delayed it.</summary>
public sealed partial class WaitSplitter
{
    /// <summary>
    /// The minutes from an entry to a moment by which the step that it enabled has not ended. Those in which all people of
    /// the post had papers in hand that have ended since were waiting; where there are other papers of the day, so was the
    /// rest until somebody took it up, if anybody did; else the rest was work. What else is in hand at the moment the
    /// journal does not know.
    /// </summary>
    internal int SplitOpen(int body, Step step, in Entry enabled, int at, Span<WaitPart> parts)
    {
        var post = facts.PostOf(body, step);
        if (post < 0)
        {
            Add(WaitReason.Work, at - enabled.Tick);
            return Take(parts);
        }

        var office = offices[body] ??= new OfficeTimes(trace, body, facts);
        var clock = new PostClock(trace, body, post, facts.UrgencyOf(enabled));
        if (office.BegunAfter(enabled, step) is { } begun && begun.Tick <= at)
        {
            SplitWait(body, step, begun, enabled.Tick, begun.Tick);
            var worked = clock.Open(begun.Tick, at);
            Add(WaitReason.Work, worked);
            Add(WaitReason.OffHours, at - begun.Tick - worked);
            return Take(parts);
        }

        var open = clock.Open(enabled.Tick, at);
        var held = Math.Clamp(facts.HourFor(body, step, clock.Urgency, enabled.Tick), enabled.Tick, at);
        var forHour = clock.Open(enabled.Tick, held);
        var facing = trace.Model.FactsOf(body);
        var behind = office.AllInHand(post, trace.Model.Offices[facing.Office].All[post].Heads).Covered(held, at, clock);
        Add(WaitReason.OffHours, at - enabled.Tick - open);
        Add(WaitReason.Batching, forHour);
        Add(WaitReason.EarlierPaper, behind);
        Add(
            trace.Model.Source.Kinds[facing.Kind].Load is null ? WaitReason.Work : WaitReason.BackgroundLoad,
            open - forHour - behind);
        return Take(parts);
    }
}
