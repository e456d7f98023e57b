using System.Numerics;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>
/// Who is there: people who are away take nothing up, and deputies only while somebody is. What a person has
/// in hand he finishes, and is away as soon as he has.
/// </summary>
internal ref partial struct OfficeRound
{
    /// <summary>How many spells of work and absence lie before a run, so that it begins amid them.</summary>
    private const int SpellsBefore = 10;

    /// <summary>Stands in the key of draws in place of a directive: absences have none.</summary>
    private static readonly ulong Absences = Hash64.Of("absences");

    /// <summary>What an edge is, in the wake-up's mark, with the person; by these they are in order.</summary>
    private enum Edge
    {
        Beginning = 0,
        ByChance = 1,
        Leaving = 2,
        Returning = 3,
        Relief = 4,
    }

    /// <summary>A bit for each person of a post who is there to take something up.</summary>
    private readonly ulong ThereAre(int post)
    {
        var rules = posts[post];
        if (rules.Desk?.Roster is not { } roster)
        {
            return rules.AllHeads;
        }

        ref readonly var state = ref slab.Desks!.PostOf(body, post);
        var acting = Math.Min(BitOperations.PopCount(state.Relieved), roster.Deputies);
        return (rules.AllHeads & ~state.Away) | (((1UL << acting) - 1) << rules.Heads);
    }

    private void TurnAbsence(in WakeUp wakeUp)
    {
        int post = wakeUp.Item;
        var server = wakeUp.Mark & 0xFF;
        switch ((Edge)(wakeUp.Mark >> 8))
        {
            case Edge.Beginning:
                BeginRosters();
                break;
            case Edge.ByChance:
                TurnByChance(post, server);
                break;
            case Edge.Leaving:
                Leave(post, server);
                PersonOf(post, server).Arranged++;
                break;
            case Edge.Returning:
                PersonOf(post, server).Arranged--;
                Return(post, server);
                break;
            case Edge.Relief:
                Relieve(post, server);
                break;
        }
    }

    private void BeginRosters()
    {
        for (var post = 0; post < posts.Length; post++)
        {
            if (posts[post].Desk?.Roster is not { } roster)
            {
                continue;
            }

            foreach (var spell in roster.Away)
            {
                if (spell.Who < posts[post].Heads && spell.To.Value > 0)
                {
                    BeginArranged(post, spell);
                }
            }

            for (var server = 0; roster.AtWork is not null && server < posts[post].Heads; server++)
            {
                BeginByChance(post, server, roster);
            }
        }
    }

    private void BeginArranged(int post, AwaySpell spell)
    {
        if (spell.From.Value <= 0)
        {
            Leave(post, spell.Who);
            PersonOf(post, spell.Who).Arranged++;
        }
        else
        {
            Await(Edge.Leaving, post, spell.Who, spell.From.Value);
        }

        Await(Edge.Returning, post, spell.Who, spell.To.Value);
    }

    /// <summary>
    /// Spells follow one another from some time before the run on, so that at its beginning as many are away
    /// as at any other time.
    /// </summary>
    private void BeginByChance(int post, int server, CompiledRoster roster)
    {
        ref var person = ref PersonOf(post, server);
        var end = -(long)(SpellsBefore * (roster.AtWork!.Mean + roster.Lasts!.Mean));
        var away = true;
        while (end <= 0)
        {
            away = !away;
            person.Spells += away ? 1U : 0;
            end += SpellOf(post, server, away, person.Spells, roster);
        }

        if (away)
        {
            Leave(post, server);
            person.ByChance = true;
        }

        Await(Edge.ByChance, post, server, posts[post].DeclaredHours.AddWorking(now, (int)end));
    }

    private void TurnByChance(int post, int server)
    {
        ref var person = ref PersonOf(post, server);
        if (person.ByChance)
        {
            person.ByChance = false;
            Return(post, server);
        }
        else
        {
            Leave(post, server);
            person.ByChance = true;
            person.Spells++;
        }

        var minutes = SpellOf(post, server, person.ByChance, person.Spells, posts[post].Desk!.Roster!);
        Await(Edge.ByChance, post, server, posts[post].DeclaredHours.AddWorking(now, minutes));
    }

    /// <summary>Working minutes of a spell, a minute at least; person and spell are the occurrence.</summary>
    private readonly int SpellOf(int post, int server, bool away, uint spell, CompiledRoster roster)
    {
        var n = ((uint)((post << 6) | server) << 24) | (spell & 0xFF_FFFF);
        return Math.Max(1, away
            ? roster.Lasts!.Minutes(chance.Unit(facts.Hash, Absences, Purpose.Absence, n))
            : roster.AtWork!.Minutes(chance.Unit(facts.Hash, Absences, Purpose.AtWork, n)));
    }

    /// <summary>Whoever is away already stays so.</summary>
    private readonly void Leave(int post, int server)
    {
        ref var person = ref PersonOf(post, server);
        if (!person.IsAway)
        {
            person.AwaySince = now;
            slab.Desks!.PostOf(body, post).Away |= 1UL << server;
            var roster = posts[post].Desk!.Roster!;
            if (roster.DeputiesAfter == 0)
            {
                slab.Desks!.PostOf(body, post).Relieved |= 1UL << server;
            }
            else if (roster.Deputies > 0)
            {
                Await(Edge.Relief, post, server, posts[post].DeclaredHours.AddWorking(now, roster.DeputiesAfter));
            }
        }
    }

    private void Return(int post, int server)
    {
        ref readonly var person = ref PersonOf(post, server);
        if (person.IsAway)
        {
            return;
        }

        ref var state = ref slab.Desks!.PostOf(body, post);
        state.Away &= ~(1UL << server);
        state.Relieved &= ~(1UL << server);
        outcome.AddEntry() = new Entry
        {
            Body = facts.Hash,
            CauseBody = facts.Hash,
            Value = Entry.Pack(0, (byte)post, 0, 0),
            Tick = now,
            Started = person.AwaySince,
            Sequence = ++slot.Sequence,
            Kind = EntryKind.Absent,
            Server = (byte)server,
        };
    }

    /// <summary>A deputy may act for a person who is still away, and has been for so long.</summary>
    private readonly void Relieve(int post, int server)
    {
        ref readonly var person = ref PersonOf(post, server);
        var after = posts[post].Desk!.Roster!.DeputiesAfter;
        if (person.IsAway && posts[post].DeclaredHours.AddWorking(person.AwaySince, after) == now)
        {
            slab.Desks!.PostOf(body, post).Relieved |= 1UL << server;
        }
    }

    private readonly void Await(Edge edge, int post, int server, int at)
    {
        if (at != int.MaxValue)
        {
            outcome.AddWakeUp(at, new WakeUp
            {
                Body = body,
                Job = -1,
                Mark = ((int)edge << 8) | server,
                Kind = WakeKind.AbsenceEdge,
                Item = (byte)post,
            });
        }
    }
}
