using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>
/// The other papers of the day. They have jobs like the papers of directives, and no dossier: a job of theirs
/// says so by its flow, and its count of bodies is the number of the paper.
/// </summary>
internal ref partial struct OfficeRound
{
    private const int FractionBits = 16;

    /// <summary>The numbers of papers that were there before the run, far from those that come.</summary>
    private const uint FirstOfBacklog = 1U << 31;

    private static bool IsOther(in Job job) => job.Flow is Flow.OtherIn or Flow.OtherOut;

    private static ulong OtherRoot(Flow flow) => CompiledLoad.Roots[flow - Flow.OtherIn];

    /// <summary>
    /// A paper arrives, and the moment of the next is drawn: gaps are working time of the clerk, kept to a
    /// fraction of a minute, so that as many come as are declared. The first time, the run begins.
    /// </summary>
    private void TakeOtherPapers(int stream)
    {
        ref var state = ref slab.Load!.Of(body).Streams[stream];
        var flow = stream == 0 ? Flow.OtherIn : Flow.OtherOut;
        if (state.Drawn > 0)
        {
            StartOther(flow, state.Drawn, 0);
        }
        else if (stream == 0)
        {
            TakeBacklog();
        }

        if (kind.Load!.Gaps[stream] is not { } gap)
        {
            return;
        }

        var hours = posts[(int)Post.Clerk].DeclaredHours;
        while (true)
        {
            var drawn = gap.Quantile(chance.Unit(facts.Hash, OtherRoot(flow), Purpose.Load, state.Drawn++));
            var units = (long)(Math.Min(drawn, Distribution.LongestMinutes) * (1 << FractionBits)) + state.Fraction;
            state.Fraction = (int)(units & ((1 << FractionBits) - 1));
            var minutes = (int)(units >> FractionBits);
            if (minutes > 0)
            {
                var at = hours.NextOpen(hours.AddWorking(now, minutes));
                if (at != int.MaxValue)
                {
                    outcome.AddWakeUp(at, new WakeUp
                    {
                        Body = body,
                        Job = -1,
                        Kind = WakeKind.OtherPapers,
                        Item = (byte)stream,
                    });
                }

                return;
            }

            StartOther(flow, state.Drawn, 0);
        }
    }

    private void TakeBacklog()
    {
        var last = kind.Flows[(int)Flow.OtherIn].Length - 1;
        for (var paper = 0; paper < kind.Load!.Backlog; paper++)
        {
            StartOther(Flow.OtherIn, FirstOfBacklog + (uint)paper, last);
        }
    }

    private void StartOther(Flow flow, uint number, int position)
    {
        var steps = kind.Flows[(int)flow];
        if (steps.Length == 0)
        {
            return;
        }

        var place = slab.NewJob();
        var urgent = kind.Load!.Urgent;
        slab.Jobs[place] = new Job
        {
            Serial = ++slot.Jobs,
            Counterpart = -1,
            Counted = number,
            Flow = flow,
            Position = (byte)position,
            Item = Entry.NoItem,
            Server = CompiledStep.Nobody,
            Urgency = urgent > 0
                && chance.Unit(facts.Hash, OtherRoot(flow), Purpose.LoadUrgency, number) < urgent
                    ? Urgency.Urgent
                    : Urgency.Routine,
        };
        Offer(place, steps[position]);
    }

    /// <summary>A paper of no directive goes to one addressee.</summary>
    private readonly int LengthOfOther(in Job job, CompiledStep step) =>
        step.Takes[(int)job.Urgency].Minutes(
            chance.Unit(facts.Hash, OtherRoot(job.Flow), step.Purpose, job.Counted))
        + (int)(step.PerAddressee + 0.5);

    /// <summary>Such a step leaves no entry; it only takes a number where the clerk gives one.</summary>
    private void EndOtherStep(int place)
    {
        ref var job = ref slab.Jobs[place];
        var steps = kind.Flows[(int)job.Flow];
        var step = steps[job.Position];
        if (step.Step == Step.Register)
        {
            NextArrival();
        }
        else if (step.Step == Step.Issue)
        {
            NextNumber();
        }

        if (job.Position + 1 == steps.Length)
        {
            ReleaseOther(place, ref job, step);
            slab.Free(place);
            return;
        }

        var next = steps[++job.Position];
        if (next.SameServer)
        {
            Begin(place, next, posts[next.Post]);
            return;
        }

        ReleaseOther(place, ref job, step);
        Offer(place, next);
    }

    private void ReleaseOther(int place, ref Job job, CompiledStep step)
    {
        if (step.Post == CompiledStep.Nobody)
        {
            return;
        }

        Release(place, ref job, step);
        ref var post = ref slab.Load!.Of(body).Posts[step.Post];
        if (--post.Held == 0)
        {
            var rules = posts[step.Post];
            post.Minutes += rules.Hours.WorkingBetween(post.Since, now);
            post.PiercingMinutes += rules.Piercing?.WorkingBetween(post.Since, now) ?? 0;
        }
    }

    /// <summary>The hours of a post change: what it has had in hand until now is counted by the old ones.</summary>
    private readonly void CountHeldUntilNow(int place, CompiledPost before)
    {
        ref var post = ref slab.Load!.Of(body).Posts[place];
        if (post.Held > 0)
        {
            post.Minutes += before.Hours.WorkingBetween(post.Since, now);
            post.PiercingMinutes += before.Piercing?.WorkingBetween(post.Since, now) ?? 0;
            post.Since = now;
        }
    }

    /// <summary>A paper comes to a post: what it finds there is noted.</summary>
    private readonly void NoteOffered(int place, byte step)
    {
        ref readonly var job = ref slab.Jobs[place];
        if (!IsOther(job))
        {
            ref readonly var post = ref slab.Load!.Of(body).Posts[step];
            slab.Load.WaitOf(place) = new PaperWait
            {
                Since = now,
                Done = post.Begun - post.Held,
                Minutes = HeldIn(post, step, job.Urgency),
            };
        }
    }

    /// <summary>Somebody takes up a paper: an entry says it if other papers have kept it waiting.</summary>
    private void NoteTakenUp(int place, int post, byte server)
    {
        ref readonly var job = ref slab.Jobs[place];
        ref var state = ref slab.Load!.Of(body).Posts[post];
        if (IsOther(job))
        {
            state.Begun++;
            if (state.Held++ == 0)
            {
                state.Since = now;
            }

            return;
        }

        ref readonly var wait = ref slab.Load.WaitOf(place);
        var minutes = HeldIn(state, post, job.Urgency) - wait.Minutes;
        if (minutes > 0)
        {
            Write(
                EntryKind.DelayedByLoad, job.Dossier, job.Cause,
                Entry.Pack(
                    (byte)kind.Flows[(int)job.Flow][job.Position].Step, AssignmentOf(job),
                    (uint)(state.Begun - wait.Done), (uint)minutes),
                Step.None, wait.Since, server);
        }
    }

    /// <summary>For how many minutes, in the hours for papers of a mark, somebody has had another paper.</summary>
    private readonly int HeldIn(in LoadPost post, int place, Urgency urgency)
    {
        var rules = posts[place];
        var hours = rules.HoursFor(urgency);
        var before = hours == rules.Hours ? post.Minutes : post.PiercingMinutes;
        return post.Held == 0 ? before : before + hours.WorkingBetween(post.Since, now);
    }
}
