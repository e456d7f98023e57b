using System.Numerics;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>
/// Papers that lose their force: what waits of them is dropped, what is in hand is stopped or finished, and the
/// dossier is closed.
/// </summary>
internal ref partial struct OfficeRound
{
    /// <summary>Stands in the place of a job's server when it was dropped and its wake-up is still to come.</summary>
    private const byte Dropped = 254;

    private const DossierState Withdrawn = DossierState.Superseded | DossierState.Recalled;

    /// <summary>The ways that end with a paper's force, a bit for each.</summary>
    private const ulong Ending =
        1UL << (int)Flow.Handle | 1UL << (int)Flow.Relay | 1UL << (int)Flow.CarryOut
        | 1UL << (int)Flow.PromptReport | 1UL << (int)Flow.Remind | 1UL << (int)Flow.Ask
        | 1UL << (int)Flow.PeriodicReport | 1UL << (int)Flow.FlashReport | 1UL << (int)Flow.Inspect
        | 1UL << (int)Flow.Clarify | 1UL << (int)Flow.PassOnCorrection | 1UL << (int)Flow.Contribute
        | 1UL << (int)Flow.Inquire | 1UL << (int)Flow.Assign | 1UL << (int)Flow.Sign | 1UL << (int)Flow.SignByOrder
        | 1UL << (int)Flow.SignByAuthorisation | 1UL << (int)Flow.Escalate | 1UL << (int)Flow.RemindFromAbove;

    private static bool IsWithdrawn(in Dossier dossier) => (dossier.State & Withdrawn) != 0;

    private static bool Ends(Flow flow) => (Ending >> (int)flow & 1) != 0;

    /// <summary>Whether a way is not begun any more, for its paper has lost its force.</summary>
    private readonly bool IsTooLate(Flow flow, int place) => Ends(flow) && IsWithdrawn(DossierAt(place));

    /// <summary>Keeps in mind where the papers of a paper are that may lose its force.</summary>
    private readonly void Track(int job)
    {
        ref readonly var file = ref slab.Jobs[job];
        if (Ends(file.Flow) && FlightOf(file.Dossier) is { IsWithdrawable: true })
        {
            slab.Flights!.Link(ref slab.Flights.PaperOf(body, file.Dossier), job);
        }
    }

    /// <summary>
    /// The end of a step where papers may lose their force; true: there is nothing more to be done about it.
    /// </summary>
    private bool EndStepInFlight(int place)
    {
        ref var job = ref slab.Jobs[place];
        if (job.Server == Dropped)
        {
            slab.Free(place);
            return true;
        }

        if (IsOther(job))
        {
            return false;
        }

        var steps = kind.Flows[(int)job.Flow];
        var step = steps[job.Position];
        ref var dossier = ref DossierAt(job.Dossier);
        if (IsTooLate(job.Flow, job.Dossier) && job.Flow != Flow.CarryOut)
        {
            Write(
                EntryKind.StepEnded, job.Dossier, job.Cause, ValueOf(job, step, last: false), step.Step, job.Started,
                job.Server);
            NoteLeaving(place);
            Release(place, ref job, step);
            slab.Free(place);
            return true;
        }

        if (step.Step == Step.Register)
        {
            dossier.State |= DossierState.Registered;
        }

        if (job.Position + 1 == steps.Length)
        {
            slab.Flights!.Unlink(ref slab.Flights.PaperOf(body, job.Dossier), place);
        }

        return false;
    }

    private void Supersede(int place, int newer, uint cause)
    {
        if (IsWithdrawn(DossierAt(place)))
        {
            return;
        }

        var rule = model.Roots[newer].Flight!.Relation!;
        if (rule.RegisteredYields && CameFrom(newer, DossierAt(place).Issuer))
        {
            DossierAt(place).State |= DossierState.Quiet;
        }

        var (entry, inHand) = NoteWithdrawal(EntryKind.Superseded, place, WhereIs(place), rule.FinishesWork, cause);
        Withdraw(place, DossierState.Superseded, inHand, rule.FinishesWork, entry);
    }

    /// <summary>Whether a paper came here from a body, so that it knows what it has put out of force.</summary>
    private readonly bool CameFrom(int root, int issuer)
    {
        var roots = slab.RootsOf(body)[..slot.Dossiers];
        for (var place = 0; place < roots.Length; place++)
        {
            if (roots[place] == root && DossierAt(place).Issuer == issuer)
            {
                return true;
            }
        }

        return false;
    }

    private readonly byte WhereIs(int place)
    {
        ref readonly var dossier = ref DossierAt(place);
        return (byte)(dossier.Is(DossierState.Closed) ? 4
            : dossier.Is(DossierState.Handled) ? 3
            : dossier.Is(DossierState.Registered) ? 2
            : 1);
    }

    private (uint Entry, uint InHand) NoteWithdrawal(EntryKind what, int place, byte code, bool finishes, uint cause)
    {
        ref readonly var dossier = ref DossierAt(place);
        var inHand = InHand(place);
        var own = dossier.Is(DossierState.Handled) ? dossier.Open
            : dossier.Content & model.Roots[dossier.Root].OwnByAudience[facts.Audience];
        var entry = Write(
            what, place, cause,
            Entry.Pack(
                code, (byte)(finishes ? 0 : 1), (uint)BitOperations.PopCount(own & ~inHand),
                (uint)BitOperations.PopCount(inHand)));
        return (entry, inHand);
    }

    /// <summary>The own assignments that somebody is at work on, or that are under way by themselves.</summary>
    private readonly uint InHand(int place)
    {
        ref readonly var dossier = ref DossierAt(place);
        if (!dossier.Is(DossierState.Handled))
        {
            return 0;
        }

        var (begun, waiting) = (0U, 0U);
        for (var job = FirstJobOf(place); job >= 0; job = slab.Flights!.After(job))
        {
            ref readonly var file = ref slab.Jobs[job];
            if (file.Flow == Flow.CarryOut)
            {
                begun |= IsInHand(file) ? 1U << file.Item : 0;
                waiting |= IsInHand(file) ? 0 : 1U << file.Item;
            }
        }

        return begun | (dossier.Open & ~dossier.Stalled & ~waiting & ~AwaitingInputs(dossier) & WithoutJob(dossier));
    }

    /// <summary>The assignments whose carrying out holds nobody up and needs no job.</summary>
    private readonly uint WithoutJob(in Dossier dossier) =>
        kind.Flows[(int)Flow.CarryOut] is [{ Post: CompiledStep.Nobody }]
            ? dossier.Issuer >= 0 ? ~model.Roots[dossier.Root].NeedsApproval : uint.MaxValue
            : 0;

    private readonly int FirstJobOf(int place) => slab.Flights!.PaperOf(body, place).FirstJob - 1;

    private readonly bool IsInHand(in Job job) =>
        job.Server != CompiledStep.Nobody || kind.Flows[(int)job.Flow][job.Position].Post == CompiledStep.Nobody;

    /// <summary>Takes a paper's force away; the dossier is closed when nothing of it is in hand any more.</summary>
    private void Withdraw(int place, DossierState how, uint inHand, bool finishes, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        if (!dossier.Is(DossierState.Registered))
        {
            dossier.State |= how | DossierState.Failed;
            GiveUp(place, cause);
            return;
        }

        var isWhole = dossier.Is(DossierState.Handled) && !dossier.Is(DossierState.Relaying)
            && dossier.Open == (finishes ? inHand : 0);
        var byItself = inHand & ~JobItems(place);
        dossier.State = (dossier.State | how | (isWhole ? 0 : DossierState.Failed))
            & ~(DossierState.Relaying | DossierState.RelayAside | DossierState.RelayIgnored);
        dossier.Missing = 0;
        dossier.Stalled = 0;
        dossier.Open = finishes ? inHand : 0;
        ForgetInputs(place);
        DropJobs(place, finishes);
        while (!finishes && byItself != 0)
        {
            var item = Lowest(ref byItself);
            Write(
                EntryKind.WorkStopped, place, dossier.Anchor, Entry.Pack(0, item, 0, 0), Step.CarryOut,
                slab.Flights!.PaperOf(body, place).HandledAt);
        }

        if (dossier.Open == 0 && !dossier.Is(DossierState.Closed))
        {
            Close(place, cause, byCutOff: false);
        }
    }

    /// <summary>
    /// A paper that binds nobody yet: one that is superseded is registered and filed all the same, one that is
    /// recalled is taken out.
    /// </summary>
    private void GiveUp(int place, uint cause)
    {
        ref var paper = ref slab.Flights!.PaperOf(body, place);
        var recalled = DossierAt(place).Is(DossierState.Recalled);
        if (recalled)
        {
            DossierAt(place).State |= DossierState.Quiet;
            DropJobs(place, finishes: false);
            Close(place, cause, byCutOff: false);
            return;
        }

        var isFiled = false;
        for (var job = paper.FirstJob - 1; job >= 0; job = slab.Flights.After(job))
        {
            if (slab.Jobs[job].Flow == Flow.Handle)
            {
                slab.Jobs[job].Flow = Flow.FileOnly;
                isFiled = true;
            }
        }

        if (!isFiled)
        {
            DropJobs(place, finishes: true);
            Start(Flow.FileOnly, new Slip(place, cause));
        }
    }

    private readonly uint JobItems(int place)
    {
        var items = 0U;
        for (var job = FirstJobOf(place); job >= 0; job = slab.Flights!.After(job))
        {
            items |= slab.Jobs[job].Flow == Flow.CarryOut ? 1U << slab.Jobs[job].Item : 0;
        }

        return items;
    }

    /// <summary>Drops what waits, and stops what is in hand unless that is finished.</summary>
    private void DropJobs(int place, bool finishes)
    {
        ref var paper = ref slab.Flights!.PaperOf(body, place);
        var next = 0;
        for (var job = paper.FirstJob - 1; job >= 0; job = next)
        {
            next = slab.Flights.After(job);
            if (!IsInHand(slab.Jobs[job]))
            {
                slab.Flights.Unlink(ref paper, job);
                DropWaiting(job);
            }
            else if (!finishes)
            {
                slab.Flights.Unlink(ref paper, job);
                Stop(job, place);
            }
        }
    }

    /// <summary>A paper before a post leaves the queue; one that waits for an hour is let go when that comes.</summary>
    private readonly void DropWaiting(int job)
    {
        NoteLeaving(job);
        var post = kind.Flows[(int)slab.Jobs[job].Flow][slab.Jobs[job].Position].Post;
        ref var queue = ref slot.Posts[post];
        var before = -1;
        for (var waiting = queue.Head; waiting >= 0; waiting = slab.Jobs[waiting].Next)
        {
            if (waiting == job)
            {
                slab.Free(TakeOut(ref queue, before, job));
                return;
            }

            before = waiting;
        }

        slab.Jobs[job].Server = Dropped;
    }

    private void Stop(int job, int place)
    {
        NoteLeaving(job);
        ref var file = ref slab.Jobs[job];
        var step = kind.Flows[(int)file.Flow][file.Position];
        Write(
            EntryKind.WorkStopped, place, file.Cause, Entry.Pack(0, AssignmentOf(file), 0, 0), step.Step, file.Started,
            file.Server);
        var isShared = step.Post != CompiledStep.Nobody && posts[step.Post].Desk is { Papers: > 1 }
            && !(file.Started == now && slab.Desks!.PaperOf(job).Remaining == 0);
        Release(job, ref file, step);
        if (isShared)
        {
            slab.Free(job);
        }
        else
        {
            file.Server = Dropped;
        }
    }
}
