using System.Numerics;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>What the director does to an office in the middle of a run.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>Marks inspections that the director orders, so that they have draws of their own.</summary>
    private const ushort OrderedFromAbove = 0x8000;

    private readonly bool IsOvertaken(in WakeUp wakeUp) => slab.Hands!.WasOvertaken(body, wakeUp.Mark);

    private readonly void NoteInHand(int place, int minutes, int post)
    {
        slab.Hands!.Take(body, post, slab.Jobs[place].Server, new Hand(place, now, minutes));
        slab.Hands.Retime(body, post, posts[post]);
    }

    /// <summary>
    /// Phase 0: the office has other hours or other people. What is in hand stays there, and what is left of it is
    /// worked off in the hours that hold from now on.
    /// </summary>
    private void ChangeOffice()
    {
        for (var post = 0; post < posts.Length; post++)
        {
            var before = slab.Hands!.RulesOf(body, post);
            slab.Hands.Retime(body, post, posts[post]);
            slot.Posts[post].Opening = 0;
            if (kind.Load is not null)
            {
                CountHeldUntilNow(post, before);
            }

            if (posts[post].Desk is { Papers: > 1 } desk)
            {
                for (var server = 0; server < desk.PeopleOf(posts[post].Heads); server++)
                {
                    ref var person = ref PersonOf(post, server);
                    if (person.Papers > 0)
                    {
                        WorkUntilNow(ref person, before);
                        slab.Desks!.PostOf(body, post).Changed |= 1UL << server;
                    }
                }

                continue;
            }

            for (var busy = slot.Posts[post].Busy; busy != 0; busy &= busy - 1)
            {
                RetimeInHand(post, BitOperations.TrailingZeroCount(busy), before);
            }
        }
    }

    private void RetimeInHand(int post, int server, CompiledPost before)
    {
        var hand = slab.Hands!.Of(body, post, server);
        ref var job = ref slab.Jobs[hand.Job];
        var left = hand.Minutes - before.HoursFor(job.Urgency).WorkingBetween(hand.Since, now);
        if (left <= 0)
        {
            return; // it ends at this very minute
        }

        slab.Hands.Overtake(body, job.Serial);
        job.Serial = ++slot.Jobs;
        slab.Hands.Take(body, post, server, new Hand(hand.Job, now, (int)left));
        var end = posts[post].HoursFor(job.Urgency).AddWorking(now, (int)left);
        if (end != int.MaxValue)
        {
            outcome.AddWakeUp(end, new WakeUp
            {
                Body = body,
                Job = hand.Job,
                Mark = job.Serial,
                Dossier = job.Dossier,
                Kind = WakeKind.StepEnd,
                Item = job.Item,
            });
        }
    }

    /// <summary>Phase 0: what the director has this body set going.</summary>
    private void Intervene(in WakeUp wakeUp)
    {
        var intervention = model.Interventions[wakeUp.Dossier];
        var act = intervention.Source.Acts[wakeUp.Item];
        var about = (act as ReminderAct)?.Directive ?? (act as InspectionAct)?.Directive;
        for (var place = 0; place < slot.Dossiers; place++)
        {
            ref readonly var dossier = ref DossierAt(place);
            if (dossier.Addressees == 0 || dossier.Is(DossierState.NotTakenUp)
                || (about is not null && model.Roots[dossier.Root].Source.Id != about))
            {
                continue;
            }

            if (act is ReminderAct)
            {
                RemindNow(place, (uint)wakeUp.Mark);
            }
            else
            {
                InspectNow(place, (InspectionAct)act, intervention.Inspected[wakeUp.Item]!, intervention.ShortHash, wakeUp);
            }
        }
    }

    /// <summary>It counts among the reminders that the rule of following up allows.</summary>
    private void RemindNow(int place, uint order)
    {
        ref var dossier = ref DossierAt(place);
        if (!dossier.Is(DossierState.Closed) && dossier.Missing > 0)
        {
            var before = dossier.Reminders;
            dossier.Reminders += before == byte.MaxValue ? (byte)0 : (byte)1;
            var entry = Write(
                EntryKind.FollowedUp, place, Director.Hash, order,
                Entry.Pack(0, Entry.NoItem, dossier.Missing, before), Step.None, 0, CompiledStep.Nobody);
            SetEscalation(place);
            Start(Flow.Remind, new Slip(place, entry, Again: before));
        }
    }

    private void InspectNow(int place, InspectionAct act, bool[] inspected, uint hash, in WakeUp order)
    {
        var root = DossierAt(place).Root;
        var addressees = ReportersAt(place);
        var entry = 0U;
        for (var tag = 0; tag < addressees.Length; tag++)
        {
            if (!inspected[addressees[tag]] || !FollowsUp(root, addressees[tag]))
            {
                continue;
            }

            entry = entry != 0 ? entry : Write(
                EntryKind.FollowedUp, place, Director.Hash, (uint)order.Mark,
                Entry.Pack(1, Entry.NoItem, DossierAt(place).Missing, 0), Step.None, 0, CompiledStep.Nobody);
            Start(
                Flow.Inspect,
                new Slip(
                    place, entry, Counterpart: addressees[tag], Tag: (ushort)tag, Counted: act.Sanctions ? 1U : 0,
                    Again: unchecked((ushort)((hash + (uint)order.Mark) | OrderedFromAbove))));
        }
    }
}
