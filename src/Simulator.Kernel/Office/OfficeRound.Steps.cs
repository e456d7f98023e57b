using System.Numerics;
using System.Runtime.CompilerServices;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>Papers on their way through the office: queues, people, the length of a step, its end.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>What a paper carries with it from the start of a flow to its end.</summary>
    private readonly record struct Slip(
        int Dossier, uint Cause, byte Item = Entry.NoItem, int Counterpart = -1, ushort Tag = 0, uint Counted = 0,
        uint Complied = 0);

    /// <summary>Starts a flow; one without steps ends where it begins.</summary>
    private void Start(Flow flow, in Slip slip)
    {
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
        job.Flow = flow;
        job.Position = 0;
        job.Item = slip.Item;
        job.Server = CompiledStep.Nobody;
        job.Urgency = DossierAt(slip.Dossier).Urgency;
        Offer(place, steps[0]);
    }

    /// <summary>Puts a paper before the post of its next step.</summary>
    private void Offer(int place, CompiledStep step)
    {
        if (step.Post == CompiledStep.Nobody)
        {
            Begin(place, step, null);
            return;
        }

        ref var job = ref slab.Jobs[place];
        ref var post = ref slot.Posts[step.Post];
        job.Next = -1;
        job.Precedence = posts[step.Post].Attention switch
        {
            Attention.UrgencyFirst => -(int)job.Urgency,
            Attention.DeadlineFirst => NearestDue(job),
            _ => 0,
        };
        slot.Waiting |= (byte)(1 << step.Post);
        if (post.Head < 0)
        {
            post.Head = post.Tail = place;
        }
        else if (slab.Jobs[post.Tail].Precedence <= job.Precedence)
        {
            slab.Jobs[post.Tail].Next = place;
            post.Tail = place;
        }
        else
        {
            InsertBefore(ref post, place);
        }
    }

    private readonly void InsertBefore(ref PostState post, int place)
    {
        var jobs = slab.Jobs;
        var precedence = jobs[place].Precedence;
        if (precedence < jobs[post.Head].Precedence)
        {
            jobs[place].Next = post.Head;
            post.Head = place;
            return;
        }

        var before = post.Head;
        while (jobs[jobs[before].Next].Precedence <= precedence)
        {
            before = jobs[before].Next;
        }

        jobs[place].Next = jobs[before].Next;
        jobs[before].Next = place;
    }

    private readonly int NearestDue(in Job job)
    {
        ref readonly var dossier = ref DossierAt(job.Dossier);
        var due = model.Roots[dossier.Root].Due;
        if (job.Item != Entry.NoItem)
        {
            return due[job.Item];
        }

        var nearest = int.MaxValue;
        for (var content = dossier.Content; content != 0;)
        {
            nearest = Math.Min(nearest, due[Lowest(ref content)]);
        }

        return nearest;
    }

    /// <summary>Phase 4: each post in fixed order gives its lowest free person the head of its queue.</summary>
    private void Dispatch()
    {
        for (int waiting = slot.Waiting; waiting != 0; waiting &= waiting - 1)
        {
            var place = BitOperations.TrailingZeroCount(waiting);
            ref var post = ref slot.Posts[place];
            while (post.Head >= 0)
            {
                var free = posts[place].AllHeads & ~post.Busy;
                if (free == 0)
                {
                    break;
                }

                var job = TakeUp(ref post, posts[place], place);
                if (job < 0)
                {
                    break;
                }

                var server = BitOperations.TrailingZeroCount(free);
                post.Busy |= 1UL << server;
                slab.Jobs[job].Server = (byte)server;
                Begin(job, kind.Flows[(int)slab.Jobs[job].Flow][slab.Jobs[job].Position], posts[place]);
            }

            if (post.Head < 0)
            {
                slot.Waiting &= (byte)(0xFF ^ (1 << place));
            }
        }
    }

    /// <summary>The paper that can be taken up now, out of the queue; -1: none, and the post will be woken.</summary>
    private readonly int TakeUp(ref PostState post, CompiledPost rules, int place)
    {
        if (rules.Hours.IsOpen(now))
        {
            var head = post.Head;
            post.Head = slab.Jobs[head].Next;
            if (post.Head < 0)
            {
                post.Tail = -1;
            }

            return head;
        }

        var (before, piercing) = FirstPiercing(post, rules);
        if (piercing >= 0 && rules.Piercing!.IsOpen(now))
        {
            var next = slab.Jobs[piercing].Next;
            if (before < 0)
            {
                post.Head = next;
            }
            else
            {
                slab.Jobs[before].Next = next;
            }

            if (next < 0)
            {
                post.Tail = before;
            }

            return piercing;
        }

        var opening = rules.Hours.NextOpen(now);
        if (piercing >= 0)
        {
            opening = Math.Min(opening, rules.Piercing!.NextOpen(now));
        }

        if (opening != int.MaxValue && (post.Opening <= now || opening < post.Opening))
        {
            post.Opening = opening;
            outcome.AddWakeUp(
                opening, new WakeUp { Body = body, Job = -1, Kind = WakeKind.Opening, Item = (byte)place });
        }

        return -1;
    }

    private readonly (int Before, int Place) FirstPiercing(in PostState post, CompiledPost rules)
    {
        if (rules.Piercing is not null)
        {
            var before = -1;
            for (var place = post.Head; place >= 0; place = slab.Jobs[place].Next)
            {
                if (slab.Jobs[place].Urgency >= rules.PiercesFrom)
                {
                    return (before, place);
                }

                before = place;
            }
        }

        return (-1, -1);
    }

    /// <summary>Begins a step; work pauses at closing and goes on with the same person.</summary>
    private void Begin(int place, CompiledStep step, CompiledPost? post)
    {
        ref var job = ref slab.Jobs[place];
        var minutes = LengthOf(job, step);
        job.Started = now;
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

    private readonly int LengthOf(in Job job, CompiledStep step)
    {
        ref readonly var dossier = ref DossierAt(job.Dossier);
        var root = model.Roots[dossier.Root];
        var n = job.Item == Entry.NoItem ? dossier.Route : root.AssignmentHash[job.Item];
        var takes = step.Step == Step.CarryOut ? root.Takes[job.Item] : step.Takes[(int)job.Urgency];
        var unit = job.Counterpart < 0
            ? chance.Unit(facts.Hash, root.Hash, step.Purpose, n)
            : chance.Arrow(model.Facts[job.Counterpart].Hash, facts.Hash, root.Hash, step.Purpose, n);
        var minutes = takes.Minutes(unit);
        return step.PerAddressee > 0
            ? minutes + (int)((step.PerAddressee * model.AddresseesOf(dossier.Root, body).Length) + 0.5)
            : minutes;
    }

    /// <summary>Phase 1: a step ends; the paper goes on to the next one or its flow ends.</summary>
    private void EndStep(int place)
    {
        ref var job = ref slab.Jobs[place];
        var steps = kind.Flows[(int)job.Flow];
        var step = steps[job.Position];
        var last = job.Position + 1 == steps.Length;
        job.Cause = Write(
            EntryKind.StepEnded, job.Dossier, job.Cause, ValueOf(job, step, last), step.Step, job.Started,
            job.Server);
        if (!last)
        {
            var next = steps[++job.Position];
            if (next.SameServer)
            {
                Begin(place, next, next.Post == CompiledStep.Nobody ? null : posts[next.Post]);
                return;
            }

            Release(ref job, step);
            Offer(place, next);
            return;
        }

        Release(ref job, step);
        var slip = new Slip(
            job.Dossier, job.Cause, job.Item, job.Counterpart, job.Tag, job.Counted, job.Complied);
        var flow = job.Flow;
        slab.Free(place);
        End(flow, slip);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Release(ref Job job, CompiledStep step)
    {
        if (step.Post != CompiledStep.Nobody)
        {
            slot.Posts[step.Post].Busy &= ~(1UL << job.Server);
            job.Server = CompiledStep.Nobody;
        }
    }

    private ulong ValueOf(in Job job, CompiledStep step, bool last)
    {
        var sent = last && job.Flow is Flow.Report ? PaperClass.Report
            : last && job.Flow is Flow.PromptReport ? PaperClass.PromptReport
            : last && job.Flow is Flow.Ask ? PaperClass.Question
            : last && job.Flow is Flow.TakeQuestion ? PaperClass.Answer
            : PaperClass.None;
        var number = step.Step switch
        {
            Step.Register or Step.RegisterReport or Step.RegisterReminder or Step.RegisterQuestion
                or Step.RegisterAnswer => NextArrival(),
            Step.IssueReport => NextNumber(),
            _ => 0U,
        };
        var result = step.Step == Step.CarryOut ? (uint)OutcomeOf(job.Dossier, job.Item) : 0U;
        return Entry.Pack((byte)sent, job.Item, number, result);
    }

    /// <summary>The next outgoing number; a series starts again at its year or term.</summary>
    private uint NextNumber()
    {
        var restarts = kind.ByTerm ? model.TermStarts : model.YearStarts;
        if (StartsAgain(restarts, ref slot.OutRestarts))
        {
            slot.OutNumber = 0;
        }

        return ++slot.OutNumber;
    }

    /// <summary>
    /// The next arrival number, which runs through the year (Decree 30/2020/NĐ-CP, Article 22(2)).
    /// </summary>
    private uint NextArrival()
    {
        if (StartsAgain(model.YearStarts, ref slot.InRestarts))
        {
            slot.InNumber = 0;
        }

        return ++slot.InNumber;
    }

    /// <summary>Whether a series has started again since it was last used; not for a start at tick 0.</summary>
    private readonly bool StartsAgain(int[] restarts, ref byte taken)
    {
        var again = false;
        for (; taken < restarts.Length && restarts[taken] <= now; taken++)
        {
            again |= restarts[taken] > 0;
        }

        return again;
    }
}
