using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Waits;

/// <summary>The waits of a directive that have not ended at a moment, by what holds bodies up.</summary>
/// <param name="trace">The journal.</param>
/// <param name="root">Place of the directive.</param>
/// <param name="at">The moment.</param>
/// <param name="splitter">Splits steps that have not ended.</param>
internal sealed class OpenWaits(RunTrace trace, int root, int at, WaitSplitter splitter)
{
    private readonly uint hash = trace.Model.Directives[root].ShortHash;
    private readonly WaitPart[] parts = new WaitPart[WaitReasons.Count];

    /// <summary>Whether a body would go on to comply without it.</summary>
    internal static bool HindersCompliance(HoldUp holdUp, BodyProgress own) => holdUp.Cause switch
    {
        HoldUpCause.AtStep or HoldUpCause.OffHours => holdUp.Step is not (Step.Compile or Step.SignReport or Step.IssueReport
            or Step.RegisterReport or Step.Contribute or Step.IssueInput),
        HoldUpCause.UnderWay => own.ClosedAt < 0,
        HoldUpCause.AwaitsAnswer => false,
        HoldUpCause.AwaitsReports or HoldUpCause.Unsent => false,
        HoldUpCause.ContributionLaidAside or HoldUpCause.ContributionIgnored => false,
        _ => ReasonOf(holdUp.Cause) is not null || holdUp.Cause == HoldUpCause.FileUnderWay,
    };

    /// <summary>Whether its paper would be registered without it.</summary>
    internal static bool HindersRegistration(HoldUp holdUp) =>
        holdUp is { Cause: HoldUpCause.AtStep or HoldUpCause.OffHours, Step: Step.Register }
        || holdUp.Cause is HoldUpCause.FileUnderWay or HoldUpCause.AwaitsClarification;

    /// <summary>Why one waits that is held up so; <c>null</c>: at a step, or it does not wait.</summary>
    internal static WaitReason? ReasonOf(HoldUpCause cause) => cause switch
    {
        HoldUpCause.LaidAside or HoldUpCause.Ignored or HoldUpCause.RelayLaidAside or HoldUpCause.RelayIgnored
            or HoldUpCause.ContributionLaidAside or HoldUpCause.ContributionIgnored or HoldUpCause.Unsent => WaitReason.Stall,
        HoldUpCause.AwaitsApproval or HoldUpCause.AwaitsOpinion or HoldUpCause.AwaitsAnswer or HoldUpCause.AwaitsRuling
            or HoldUpCause.AwaitsClarification => WaitReason.Opinion,
        HoldUpCause.AwaitsReports => WaitReason.SubordinatesReports,
        HoldUpCause.AwaitsInputs => WaitReason.CoordinatingBodies,
        HoldUpCause.PaperLost or HoldUpCause.UnderWay or HoldUpCause.FileUnderWay => WaitReason.Travel,
        HoldUpCause.Unseen => WaitReason.Unseen,
        _ => null,
    };

    /// <summary>The latest entry about a body's paper by the moment since which it is held up.</summary>
    internal Entry? Enabling(HoldUp holdUp)
    {
        Entry? found = null;
        foreach (var holder in (int[])[holdUp.Body, .. holdUp.InHandsOf >= 0 ? [holdUp.InHandsOf] : Array.Empty<int>()])
        {
            for (var sequence = 1U; sequence <= trace.CountOf(holder); sequence++)
            {
                ref readonly var entry = ref trace.Of(holder, sequence);
                if (entry.Tick > holdUp.Since)
                {
                    break;
                }

                if (entry.Root == hash && (entry.Route == 0 || trace.Model.IsRestructured)
                    && trace.OwnerOf(entry, holder) == holdUp.Body && Enables(entry)
                    && (found is null || entry.Tick >= found.Value.Tick))
                {
                    found = entry;
                }
            }
        }

        return found;
    }

    /// <summary>Adds the minutes of a hold-up since the entry with which it began.</summary>
    internal void Add(WaitSum sum, HoldUp holdUp, in Entry enabling)
    {
        if (holdUp.Cause is HoldUpCause.AtStep or HoldUpCause.OffHours)
        {
            var holder = holdUp.InHandsOf >= 0 ? holdUp.InHandsOf : holdUp.Body;
            sum.Add(parts.AsSpan(0, splitter.SplitOpen(holder, holdUp.Step, enabling, at, parts)));
        }
        else
        {
            sum.Add(ReasonOf(holdUp.Cause) ?? WaitReason.Decision, at - enabling.Tick);
        }
    }

    private static bool Enables(in Entry entry) => entry.Kind is EntryKind.StepEnded or EntryKind.Issued
        or EntryKind.Asked or EntryKind.Answered or EntryKind.SilencePassed or EntryKind.Stalled or EntryKind.Ignored
        or EntryKind.Resumed or EntryKind.InputsAwaited or EntryKind.InputsEnded or EntryKind.RulingAwaited
        or EntryKind.RulingTaken or EntryKind.HandedOver or EntryKind.Unresolved or EntryKind.Unseen or EntryKind.TakenForNew
        || (entry.Kind == EntryKind.Arrived && (entry.BringsDirective || entry.What == (byte)Kernel.Documents.PaperClass.HandedFile));
}
