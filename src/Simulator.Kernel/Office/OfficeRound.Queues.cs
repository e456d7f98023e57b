using System.Numerics;
using System.Runtime.CompilerServices;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>Papers before a post: who is taken up next, by whom, and when the post opens.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>Puts a paper before the post of its next step.</summary>
    private void Offer(int place, CompiledStep step)
    {
        if (step.Post == CompiledStep.Nobody)
        {
            Begin(place, step, null);
            return;
        }

        if (step.Batch is not { } batch || !Hold(place, step, batch))
        {
            Queue(place, step);
        }
    }

    private void Queue(int place, CompiledStep step)
    {
        ref var job = ref slab.Jobs[place];
        ref var post = ref slot.Posts[step.Post];
        var rules = posts[step.Post];
        job.Next = -1;
        job.Precedence = rules.Attention switch
        {
            Attention.UrgencyFirst => -(int)job.Urgency,
            Attention.DeadlineFirst => NearestDue(job),
            Attention.PriorityList => PriorityOf(job, rules),
            _ => 0,
        };
        if (kind.Load is not null)
        {
            NoteOffered(place, step.Post);
        }

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
        if (IsOther(job))
        {
            return int.MaxValue;
        }

        ref readonly var dossier = ref DossierAt(job.Dossier);
        if (IsFlash(job.Flow))
        {
            return now;
        }

        if (IsFigures(job))
        {
            return model.Roots[dossier.Root].Periodic!.DueOf(facts.Level, job.Item);
        }

        if (job.Item != Entry.NoItem)
        {
            return DueOf(job.Dossier, job.Item);
        }

        return NearestDueOf(job.Dossier);
    }

    /// <summary>Phase 4: each post in fixed order gives its lowest free person the head of its queue.</summary>
    private void Dispatch()
    {
        for (int waiting = slot.Waiting; waiting != 0; waiting &= waiting - 1)
        {
            var place = BitOperations.TrailingZeroCount(waiting);
            ref var post = ref slot.Posts[place];
            var rules = posts[place];
            var there = rules.IsPlain ? rules.AllHeads : ThereAre(place);
            while (post.Head >= 0)
            {
                var free = there & ~post.Busy;
                if (free == 0)
                {
                    break;
                }

                var job = TakeUp(ref post, rules, place);
                if (job < 0)
                {
                    break;
                }

                var server = rules.IsPlain ? BitOperations.TrailingZeroCount(free) : ServerFor(job, place, free);
                post.Busy |= 1UL << server;
                slab.Jobs[job].Server = (byte)server;
                Begin(job, kind.Flows[(int)slab.Jobs[job].Flow][slab.Jobs[job].Position], rules);
            }

            if (post.Head < 0)
            {
                slot.Waiting &= (byte)(0xFF ^ (1 << place));
            }
        }
    }

    /// <summary>Who of those that are free takes up a paper in a post that is not plain.</summary>
    private int ServerFor(int job, int place, ulong free)
    {
        var server = posts[place].Desk is { Papers: > 1 }
            ? LeastBusy(place, free)
            : BitOperations.TrailingZeroCount(free);
        if (kind.Load is not null)
        {
            NoteTakenUp(job, place, (byte)server);
        }

        return server;
    }

    /// <summary>The paper that can be taken up now, out of the queue; -1: none, and the post will be woken.</summary>
    private readonly int TakeUp(ref PostState post, CompiledPost rules, int place)
    {
        if (rules.Hours.IsOpen(now))
        {
            if (rules.Choice is not null)
            {
                return TakeChosen(ref post, rules.Choice);
            }

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
            return TakeOut(ref post, before, piercing);
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

    /// <summary>Takes a paper out of the queue, from behind the one before it; -1: it is the head.</summary>
    private readonly int TakeOut(ref PostState post, int before, int place)
    {
        var next = slab.Jobs[place].Next;
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

        return place;
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
}
