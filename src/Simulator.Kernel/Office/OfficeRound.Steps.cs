using System.Numerics;
using System.Runtime.CompilerServices;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>Papers on their way through the office: the beginning of a step, its length, its end.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>What a paper carries with it from the start of a flow to its end.</summary>
    private readonly record struct Slip(
        int Dossier, uint Cause, byte Item = Entry.NoItem, int Counterpart = -1, ushort Tag = 0, uint Counted = 0,
        uint Complied = 0, ushort Again = 0);

    /// <summary>Starts a flow; one without steps ends where it begins.</summary>
    private void Start(Flow flow, in Slip slip)
    {
        if (!isOrdinary && slab.Flights is not null && IsTooLate(flow, slip.Dossier))
        {
            return;
        }

        var steps = kind.Flows[(int)flow];
        if (steps.Length == 0)
        {
            End(flow, slip);
            return;
        }

        var place = slab.NewJob();
        ref var job = ref slab.Jobs[place];
        job.Serial = ++slot.Jobs;
        job.Cause = slip.Cause;
        job.Counterpart = slip.Counterpart;
        job.Counted = slip.Counted;
        job.Complied = slip.Complied;
        job.Dossier = (ushort)slip.Dossier;
        job.Tag = slip.Tag;
        job.Again = slip.Again;
        job.Flow = flow;
        job.Position = 0;
        job.Item = slip.Item;
        job.Server = CompiledStep.Nobody;
        job.Urgency = IsFlash(flow)
            ? model.Roots[DossierAt(slip.Dossier).Root].Flash!.Urgency
            : DossierAt(slip.Dossier).Urgency;
        if (!isOrdinary && slab.Flights is not null)
        {
            Track(place);
        }

        if (!isOrdinary && slab.CountsDesks)
        {
            NoteAtDesk(place, 1);
        }

        Offer(place, steps[0]);
    }

    /// <summary>Begins a step; work pauses at closing and goes on with the same person.</summary>
    private void Begin(int place, CompiledStep step, CompiledPost? post)
    {
        ref var job = ref slab.Jobs[place];
        var minutes = IsOther(job) ? LengthOfOther(job, step) : LengthOf(job, step);
        job.Started = now;
        if (post is { Desk.Papers: > 1 })
        {
            Share(place, minutes, step.Post);
            if (minutes > 0)
            {
                return;
            }
        }

        if (!isOrdinary && slab.Hands is not null && post is not null)
        {
            NoteInHand(place, minutes, step.Post);
        }

        var end = post is null ? now + minutes : post.HoursFor(job.Urgency).AddWorking(now, minutes);
        var wakeUp = new WakeUp
        {
            Body = body,
            Job = place,
            Mark = job.Serial,
            Dossier = job.Dossier,
            Kind = WakeKind.StepEnd,
            Item = job.Item,
        };
        if (end == now)
        {
            outcome.AddAtOnce(wakeUp);
        }
        else if (end != int.MaxValue)
        {
            outcome.AddWakeUp(end, wakeUp);
        }
    }

    /// <summary>What tells a paper's draws from those of others of its directive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly uint OccurrenceOf(in Job job) =>
        job.Item == Entry.NoItem ? RouteOf(job) | ((uint)job.Again << 8)
        : IsFigures(job) ? job.Item
        : IsFlash(job.Flow) ? model.Roots[DossierAt(job.Dossier).Root].Flash!.EventHash[job.Item - 1]
        : Repeated(model.Roots[DossierAt(job.Dossier).Root].AssignmentHash[job.Item], job.Again);

    private readonly byte RouteOf(in Job job) =>
        !isOrdinary && job.Counterpart < 0 && KnownOf(job.Dossier) is { For: >= 0 } known ? known.Route : DossierAt(job.Dossier).Route;

    private readonly int LengthOf(in Job job, CompiledStep step)
    {
        ref readonly var dossier = ref DossierAt(job.Dossier);
        var root = model.Roots[dossier.Root];
        var n = OccurrenceOf(job);
        var takes = step.Step == Step.CarryOut ? TakesOf(job.Dossier, job.Item) : step.Takes[(int)job.Urgency];
        var unit = job.Counterpart < 0
            ? chance.Unit(DrawnAs(job.Dossier), root.Hash, step.Purpose, n)
            : chance.Arrow(model.Facts[job.Counterpart].Hash, facts.Hash, root.Hash, step.Purpose, n);
        var minutes = takes.Minutes(unit);
        return step.PerAddressee > 0
            ? minutes + (int)((step.PerAddressee * AddresseesAt(job.Dossier).Length) + 0.5)
            : minutes;
    }

    /// <summary>Phase 1: a step ends; the paper goes on to the next one or its flow ends.</summary>
    private void EndStep(int place)
    {
        if (!isOrdinary && slab.Flights is not null && EndStepInFlight(place))
        {
            return;
        }

        ref var job = ref slab.Jobs[place];
        if (IsOther(job))
        {
            EndOtherStep(place);
            return;
        }

        var steps = kind.Flows[(int)job.Flow];
        var step = steps[job.Position];
        var last = job.Position + 1 == steps.Length;
        if (!isOrdinary && slab.CountsDesks)
        {
            NoteAtDesk(place, -1);
        }

        job.Cause = Write(
            EntryKind.StepEnded, job.Dossier, job.Cause, ValueOf(job, step, last), step.Step, job.Started,
            job.Server);
        if (!isOrdinary && slab.Sent is not null && step.Step is Step.Register or Step.FileDuplicate)
        {
            Acknowledge(job.Dossier, job.Cause);
        }

        if (!last)
        {
            var next = steps[++job.Position];
            if (!isOrdinary && slab.CountsDesks)
            {
                NoteAtDesk(place, 1);
            }

            if (next.SameServer)
            {
                Begin(place, next, next.Post == CompiledStep.Nobody ? null : posts[next.Post]);
                return;
            }

            Release(place, ref job, step);
            Offer(place, next);
            return;
        }

        Release(place, ref job, step);
        var slip = new Slip(
            job.Dossier, job.Cause, job.Item, job.Counterpart, job.Tag, job.Counted, job.Complied,
            job.Again);
        var flow = job.Flow;
        slab.Free(place);
        End(flow, slip);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Release(int place, ref Job job, CompiledStep step)
    {
        if (step.Post != CompiledStep.Nobody)
        {
            if (!isOrdinary && slab.Desks is not null)
            {
                Unshare(place, step.Post);
            }

            slot.Posts[step.Post].Busy &= ~(1UL << job.Server);
            job.Server = CompiledStep.Nobody;
        }
    }

    /// <summary>The assignment that a job is about; reports have numbers of their own in that place.</summary>
    private static byte AssignmentOf(in Job job) =>
        IsFigures(job) || IsFlash(job.Flow) ? Entry.NoItem : job.Item;

    /// <summary>Whether a job is about a periodic report, so that its item is the report's number.</summary>
    private static bool IsFigures(in Job job) =>
        job.Item != Entry.NoItem && job.Flow is (Flow.PeriodicReport or Flow.TakeReport);

    private static bool IsFlash(Flow flow) => flow is Flow.FlashReport or Flow.TakeFlashReport;

    private ulong ValueOf(in Job job, CompiledStep step, bool last)
    {
        var sent = last ? SentBy(job.Flow) : PaperClass.None;
        var number = step.Step switch
        {
            Step.Register or Step.RegisterReport or Step.RegisterReminder or Step.RegisterQuestion
                or Step.RegisterAnswer or Step.RegisterInspection or Step.RegisterInput or Step.RegisterCopy
                or Step.RegisterRecall or Step.RegisterEscalation => NextArrival(),
            Step.IssueReport or Step.IssueFigures or Step.IssueInput => NextNumber(),
            Step.Inspect => job.Tag,
            _ => 0U,
        };
        if (IsFigures(job))
        {
            return Entry.Pack((byte)sent, Entry.NoItem, number, job.Item);
        }

        if (IsFlash(job.Flow))
        {
            return Entry.Pack((byte)sent, Entry.NoItem, number, FlashMark + job.Item);
        }

        var result = step.Step == Step.CarryOut ? (uint)OutcomeOf(job.Dossier, job.Item) : 0U;
        return Entry.Pack((byte)sent, job.Item, number, result);
    }

    /// <summary>The paper that the end of a flow sends off.</summary>
    private static PaperClass SentBy(Flow flow) => flow switch
    {
        Flow.Report => PaperClass.Report,
        Flow.PromptReport => PaperClass.PromptReport,
        Flow.Ask => PaperClass.Question,
        Flow.TakeQuestion => PaperClass.Answer,
        Flow.PeriodicReport => PaperClass.PeriodicReport,
        Flow.FlashReport => PaperClass.FlashReport,
        Flow.Inspect => PaperClass.Inspection,
        Flow.Escalate => PaperClass.Escalation,
        Flow.Contribute => PaperClass.Input,
        Flow.Clarify => PaperClass.Clarification,
        Flow.TakeClarification => PaperClass.ClarificationAnswer,
        _ => PaperClass.None,
    };
}
