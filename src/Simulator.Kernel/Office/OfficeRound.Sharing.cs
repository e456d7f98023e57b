using System.Numerics;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Office;

/// <summary>
/// People with several papers in hand, who divide their minutes evenly between those that they can work on
/// at the time. What remains of each is brought up to date when the set in hand changes, and the next end is
/// awaited; a paper ends at the first minute by which it has had its time.
/// </summary>
internal ref partial struct OfficeRound
{
    /// <summary>
    /// Parts of a working minute: the least number that 1 to <see cref="Resource.MostPapers"/> divide, so that
    /// a share of a minute is whole.
    /// </summary>
    private const int Parts = 720_720;

    /// <summary>The person with the fewest papers in hand, the lowest number first.</summary>
    private readonly int LeastBusy(int post, ulong free)
    {
        var least = BitOperations.TrailingZeroCount(free);
        for (free &= free - 1; free != 0; free &= free - 1)
        {
            var server = BitOperations.TrailingZeroCount(free);
            if (PersonOf(post, server).Papers < PersonOf(post, least).Papers)
            {
                least = server;
            }
        }

        return least;
    }

    /// <summary>A paper comes into a person's hands, or stays there for the next step.</summary>
    private void Share(int place, int minutes, int post)
    {
        ref var job = ref slab.Jobs[place];
        ref var person = ref PersonOf(post, job.Server);
        WorkUntilNow(ref person, posts[post]);
        if (!Has(person, place))
        {
            job.Next = person.FirstPaper;
            person.FirstPaper = place;
            person.Papers++;
        }

        slab.Desks!.PaperOf(place) = new SharedPaper { Remaining = (long)minutes * Parts };
        slab.Desks.PostOf(body, post).Changed |= 1UL << job.Server;
        if (person.Papers < posts[post].Desk!.Papers)
        {
            slot.Posts[post].Busy &= ~(1UL << job.Server);
        }
    }

    /// <summary>A paper leaves a person's hands.</summary>
    private readonly void Unshare(int place, int post)
    {
        if (posts[post].Desk is not { Papers: > 1 })
        {
            return;
        }

        ref readonly var job = ref slab.Jobs[place];
        ref var person = ref PersonOf(post, job.Server);
        WorkUntilNow(ref person, posts[post]);
        ref var link = ref person.FirstPaper;
        while (link != place)
        {
            link = ref slab.Jobs[link].Next;
        }

        link = job.Next;
        person.Papers--;
        slab.Desks!.PaperOf(place).Mark = 0;
        slab.Desks.PostOf(body, post).Changed |= 1UL << job.Server;
    }

    /// <summary>Whether a wake-up ends a shared paper, and has not been overtaken.</summary>
    private readonly bool IsNext(in WakeUp wakeUp) => slab.Desks!.PaperOf(wakeUp.Job).Mark == wakeUp.Mark;

    /// <summary>At the end of a round: the next ends for those whose papers have changed.</summary>
    private readonly void AwaitShared()
    {
        for (var post = 0; post < posts.Length; post++)
        {
            if (posts[post].Desk is not { Papers: > 1 })
            {
                continue;
            }

            ref var state = ref slab.Desks!.PostOf(body, post);
            for (; state.Changed != 0; state.Changed &= state.Changed - 1)
            {
                AwaitNext(PersonOf(post, BitOperations.TrailingZeroCount(state.Changed)), posts[post]);
            }
        }
    }

    private readonly void AwaitNext(in DeskPerson person, CompiledPost rules)
    {
        var piercing = PiercingOf(person, rules);
        var next = int.MaxValue;
        for (var place = person.FirstPaper; place >= 0; place = slab.Jobs[place].Next)
        {
            next = Math.Min(next, EndOf(place, person.Papers, piercing, rules));
        }

        for (var place = person.FirstPaper; place >= 0; place = slab.Jobs[place].Next)
        {
            ref var paper = ref slab.Desks!.PaperOf(place);
            if (next == int.MaxValue || EndOf(place, person.Papers, piercing, rules) != next)
            {
                paper.Mark = 0;
            }
            else if (paper.Mark == 0 || paper.End != next)
            {
                paper.End = next;
                paper.Mark = slab.Desks.NextMark();
                ref readonly var job = ref slab.Jobs[place];
                outcome.AddWakeUp(next, new WakeUp
                {
                    Body = body,
                    Job = place,
                    Mark = paper.Mark,
                    Dossier = job.Dossier,
                    Kind = WakeKind.StepEnd,
                    Item = job.Item,
                });
            }
        }
    }

    /// <summary>
    /// When a paper has had its time, if nothing comes and nothing goes. In the hours of the post all papers
    /// share; outside them those that pierce share the hours that are theirs.
    /// </summary>
    private readonly int EndOf(int place, int papers, int piercing, CompiledPost rules)
    {
        var remaining = slab.Desks!.PaperOf(place).Remaining;
        var hours = rules.HoursFor(slab.Jobs[place].Urgency);
        var latest = After(hours, remaining, papers);
        if (ReferenceEquals(hours, rules.Hours) || piercing == papers || latest == int.MaxValue)
        {
            return latest;
        }

        var earliest = After(hours, remaining, piercing);
        while (earliest < latest)
        {
            var middle = earliest + ((latest - earliest) / 2);
            if (Done(now, middle, papers, piercing, rules, pierces: true) >= remaining)
            {
                latest = middle;
            }
            else
            {
                earliest = middle + 1;
            }
        }

        return latest;
    }

    private readonly int After(WorkingCalendar hours, long remaining, int sharing)
    {
        var minutes = ((remaining * sharing) + Parts - 1) / Parts;
        return minutes > int.MaxValue ? int.MaxValue : hours.AddWorking(now, (int)minutes);
    }

    /// <summary>What is done of one paper from one moment to another, in parts of a minute.</summary>
    private static long Done(int from, int to, int papers, int piercing, CompiledPost rules, bool pierces)
    {
        long inHours = rules.Hours.WorkingBetween(from, to);
        var beyond = pierces ? rules.Piercing!.WorkingBetween(from, to) - inHours : 0;
        return (inHours * (Parts / papers)) + (beyond > 0 ? beyond * (Parts / piercing) : 0);
    }

    private readonly void WorkUntilNow(ref DeskPerson person, CompiledPost rules)
    {
        if (person.WorkedUntil < now && person.Papers > 0)
        {
            var piercing = PiercingOf(person, rules);
            for (var place = person.FirstPaper; place >= 0; place = slab.Jobs[place].Next)
            {
                ref var paper = ref slab.Desks!.PaperOf(place);
                paper.Remaining -= Done(
                    person.WorkedUntil, now, person.Papers, piercing, rules, Pierces(slab.Jobs[place], rules));
            }
        }

        person.WorkedUntil = now;
    }

    private readonly int PiercingOf(in DeskPerson person, CompiledPost rules)
    {
        var piercing = 0;
        for (var place = person.FirstPaper; place >= 0; place = slab.Jobs[place].Next)
        {
            piercing += Pierces(slab.Jobs[place], rules) ? 1 : 0;
        }

        return piercing;
    }

    private static bool Pierces(in Job job, CompiledPost rules) =>
        rules.Piercing is not null && job.Urgency >= rules.PiercesFrom;

    private readonly bool Has(in DeskPerson person, int job)
    {
        var place = person.FirstPaper;
        while (place >= 0 && place != job)
        {
            place = slab.Jobs[place].Next;
        }

        return place >= 0;
    }

    private readonly ref DeskPerson PersonOf(int post, int server) =>
        ref slab.Desks!.PersonOf(body, post, server);
}
