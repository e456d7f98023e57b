using Simulator.Analysis.Traces;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Waits;

/// <summary>
/// Splits the time from an entry to the one that it enabled into reasons. The parts add up to the elapsed time, to the
/// minute, whatever the entries are. It keeps what it has read of offices, so that entries are best asked of one and the
/// same splitter; it is not for several threads.
/// </summary>
public sealed partial class WaitSplitter
{
    private readonly RunTrace trace;
    private readonly PaperFacts facts;
    private readonly OfficeTimes?[] offices;
    private readonly int[] minutes = new int[WaitReasons.Count];
    private readonly bool mayBeUnseen;

    /// <summary>A splitter for a journal.</summary>
    /// <param name="trace">The journal.</param>
    public WaitSplitter(RunTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        this.trace = trace;
        facts = new PaperFacts(trace);
        offices = new OfficeTimes?[trace.Model.Bodies.Count];
        mayBeUnseen = trace.Regimes.Count > 0 || trace.Model.Channels.Any(channel => channel.Unseen > 0);
    }

    /// <summary>The minutes between an entry and its cause by reason, in the order of the reasons' numbers.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="parts">Gets the parts; it has room for <see cref="WaitReasons.Count"/>.</param>
    /// <returns>How many there are; 0: the entry followed at once, or from nothing.</returns>
    public int Split(in Entry entry, Span<WaitPart> parts)
    {
        if (!trace.TryCause(entry, out var cause) || entry.Tick == cause.Tick)
        {
            return 0;
        }

        switch (entry.Kind)
        {
            case EntryKind.Arrived or EntryKind.Unseen:
                SplitTravel(entry, cause.Tick);
                break;
            case EntryKind.StepEnded or EntryKind.WorkStopped:
                SplitStep(entry, cause.Tick);
                break;
            case EntryKind.DelayedByLoad:
                SplitWait(trace.BodyOf(entry), (Step)entry.What, entry, cause.Tick, entry.Tick);
                break;
            case EntryKind.RulingAwaited:
                SplitWait(trace.BodyOf(entry), Step.CarryOut, entry, cause.Tick, entry.Tick);
                break;
            default:
                Add(ReasonOf(entry), entry.Tick - cause.Tick);
                break;
        }

        return Take(parts);
    }

    /// <summary>The reason of a time that ended with neither a step nor a paper.</summary>
    private static WaitReason ReasonOf(in Entry entry) => entry.Kind switch
    {
        EntryKind.Issued => WaitReason.Pinned,
        EntryKind.Noticed => WaitReason.Unseen,
        EntryKind.FiguresClosed => WaitReason.Batching,
        EntryKind.SilencePassed or EntryKind.Asked or EntryKind.Decided or EntryKind.Answered
            or EntryKind.RulingAsked or EntryKind.Ruled or EntryKind.RulingTaken => WaitReason.Opinion,
        EntryKind.InputsAwaited or EntryKind.InputsEnded => WaitReason.CoordinatingBodies,
        EntryKind.CutOffPassed when entry.A > 0 => WaitReason.SubordinatesReports,
        EntryKind.FollowedUp or EntryKind.Escalated or EntryKind.Inspected or EntryKind.Resumed => WaitReason.Stall,
        EntryKind.Contribution => WaitReason.Stall,
        EntryKind.HandedOver or EntryKind.SentOn => WaitReason.HandOver,
        EntryKind.Unacknowledged => WaitReason.Retry,
        _ => WaitReason.Decision,
    };

    private void Add(WaitReason reason, int more) => minutes[(int)reason] += more;

    private int Take(Span<WaitPart> parts)
    {
        var count = 0;
        for (var reason = 0; reason < minutes.Length; reason++)
        {
            if (minutes[reason] != 0)
            {
                parts[count++] = new WaitPart((WaitReason)reason, minutes[reason]);
                minutes[reason] = 0;
            }
        }

        return count;
    }

    /// <summary>
    /// A channel that is out, that fails and tries again, or whose addressee is not there is travel; what leaves at
    /// certain moments has waited for one, and what needs a clerk for his hours.
    /// </summary>
    private void SplitTravel(in Entry entry, int from)
    {
        var sent = Math.Clamp(entry.Started, from, entry.Tick);
        var came = entry.Kind == EntryKind.Arrived && mayBeUnseen ? Math.Clamp(CameUnseen(entry), sent, entry.Tick) : entry.Tick;
        Add(WaitReason.Decision, sent - from);
        Add(WaitReason.Unseen, entry.Tick - came);
        var paper = (PaperClass)entry.What;
        var model = trace.ModelAt(sent);
        var (sender, body) = (model.IndexOf(entry.CauseBody), trace.BodyOf(entry));
        if (sender < 0 || paper is PaperClass.HandedFile or PaperClass.SentOn)
        {
            Add(WaitReason.Travel, came - sent);
            return;
        }

        int by = model.FactsOf(paper == PaperClass.Acknowledgement ? body : sender).Channel;
        var channel = model.Channels[by];
        var left = sent;
        if (model.CarriageOf(by)?.Departures is { } departures)
        {
            var ready = channel.Outage is { } outage ? Math.Clamp(outage.Until.Value, sent, came) : sent;
            left = Math.Clamp(departures.NextFrom(ready), ready, came);
            Add(WaitReason.Batching, left - ready);
            Add(WaitReason.Travel, ready - sent);
        }

        if (channel.NeedsClerk)
        {
            var open = new PostClock(trace, body, (int)Post.Clerk, facts.UrgencyOf(entry)).Open(left, came);
            Add(WaitReason.OffHours, came - left - open);
            Add(WaitReason.Travel, open);
        }
        else
        {
            Add(WaitReason.Travel, came - left);
        }
    }

    /// <summary>When a paper came that was noticed later; its arrival, if it was seen as it came.</summary>
    private int CameUnseen(in Entry arrived)
    {
        var body = trace.BodyOf(arrived);
        for (var sequence = arrived.Sequence - 1; sequence > 0; sequence--)
        {
            ref readonly var entry = ref trace.Of(body, sequence);
            if (entry.Tick != arrived.Tick)
            {
                break;
            }

            if (entry.Kind == EntryKind.Noticed && entry.What == arrived.What && entry.A is > 0 and var since
                && trace.Of(body, (uint)since) is { Kind: EntryKind.Unseen } unseen
                && (unseen.CauseBody, unseen.CauseSequence) == (arrived.CauseBody, arrived.CauseSequence))
            {
                return unseen.Tick;
            }
        }

        return arrived.Tick;
    }
}
