using Simulator.Analysis.Traces;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Waits;

/// <summary>
/// What the people of one office had in hand, and when they were away, as its journal tells. It is read once for each
/// urgency that is asked about; a question is then a search.
/// </summary>
internal sealed class OfficeTimes
{
    /// <summary>Stands for all people of a post together.</summary>
    internal const int Anybody = 255;

    private const int WithAbsences = -1;
    private const int Others = 8;

    private readonly RunTrace trace;
    private readonly int body;
    private readonly PaperFacts facts;
    private readonly Dictionary<int, BusyLine> lines = [];
    private readonly bool[] read = new bool[Others];
    private readonly uint[] delays;
    private readonly bool isEverAway;

    internal OfficeTimes(RunTrace trace, int body, PaperFacts facts)
    {
        this.trace = trace;
        this.body = body;
        this.facts = facts;
        var found = new List<uint>();
        for (var sequence = 1U; sequence <= trace.CountOf(body); sequence++)
        {
            var kind = trace.Of(body, sequence).Kind;
            isEverAway |= kind == EntryKind.Absent;
            if (kind == EntryKind.DelayedByLoad)
            {
                found.Add(sequence);
            }
        }

        delays = [.. found];
        isEverAway |= trace.Model.Offices[trace.Model.FactsOf(body).Office].All.Any(post => post.Desk?.Roster is { Spells.Count: > 0 });
    }

    /// <summary>When a person had a paper in hand of an urgency, as a number, or a higher one.</summary>
    internal BusyLine InHand(int post, int server, int urgency) => Line(post, server, urgency);

    /// <summary>When he had any in hand, or was away.</summary>
    internal BusyLine InHandOrAway(int post, int server) => Line(post, server, WithAbsences);

    /// <summary>When he had any in hand or was away, or anybody of the post had one in hand of an urgency or a higher one.</summary>
    internal BusyLine OrAnybodyInHand(int post, int server, int urgency) => WithOthers(post, server, urgency);

    /// <summary>When he, or anybody of the post, had any in hand or was away.</summary>
    internal BusyLine OrAnybodyAway(int post, int server) => WithOthers(post, server, WithAbsences);

    /// <summary>When all people of a post had a paper in hand whose step has ended since.</summary>
    /// <param name="post">Place of the post.</param>
    /// <param name="heads">How many they are.</param>
    internal BusyLine AllInHand(int post, int heads)
    {
        var line = Line(post, 0, 0);
        for (var server = 1; server < heads; server++)
        {
            line = BusyLine.Intersection(line, Line(post, server, 0));
        }

        return line;
    }

    /// <summary>When somebody took up a paper, for a step, that other papers had kept waiting; <c>null</c>: no entry says it.</summary>
    internal Entry? BegunAfter(in Entry enabled, Kernel.Office.Step step)
    {
        foreach (var sequence in delays)
        {
            ref readonly var delay = ref trace.Of(body, sequence);
            if (delay.What == (byte)step && (delay.CauseSequence, delay.Root) == (enabled.Sequence, enabled.Root))
            {
                return delay;
            }
        }

        return null;
    }

    /// <summary>Minutes of a wait in which other papers were in somebody's hands: what its entry says; 0: there is none.</summary>
    internal int BackgroundOf(in Entry ended, int started)
    {
        var (low, high) = (0, delays.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (trace.Of(body, delays[middle]).Tick < started)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        for (; low < delays.Length; low++)
        {
            ref readonly var delay = ref trace.Of(body, delays[low]);
            if (delay.Tick != started)
            {
                break;
            }

            if (delay.What == (byte)ended.Step && (delay.Item, delay.Server) == (ended.Item, ended.Server)
                && delay.CauseSequence == ended.CauseSequence)
            {
                return delay.B;
            }
        }

        return 0;
    }

    private static int KeyOf(int post, int server, int line) => ((((line + 1) * 4) + post) << 8) | server;

    private BusyLine WithOthers(int post, int server, int urgency)
    {
        var key = KeyOf(post, server, urgency + Others);
        if (!lines.TryGetValue(key, out var line))
        {
            line = server == Anybody
                ? Line(post, Anybody, urgency)
                : BusyLine.Union(Line(post, server, WithAbsences), Line(post, Anybody, urgency));
            lines.Add(key, line);
        }

        return line;
    }

    private BusyLine Line(int post, int server, int urgency)
    {
        if (urgency > facts.Highest)
        {
            return BusyLine.Empty;
        }

        urgency = isEverAway ? urgency : Math.Max(0, urgency);
        if (!read[urgency + 1])
        {
            Read(urgency);
            read[urgency + 1] = true;
        }

        return lines.GetValueOrDefault(KeyOf(post, server, urgency), BusyLine.Empty);
    }

    private void Read(int urgency)
    {
        var stretches = new Dictionary<int, List<(int From, int To)>>();
        for (var sequence = 1U; sequence <= trace.CountOf(body); sequence++)
        {
            ref readonly var entry = ref trace.Of(body, sequence);
            if (entry.Kind is EntryKind.StepEnded or EntryKind.WorkStopped)
            {
                var post = facts.PostOf(body, entry);
                if (post >= 0 && entry.Tick > entry.Started && (int)facts.UrgencyOf(entry) >= urgency)
                {
                    Add(post, entry.Server, entry.Started, entry.Tick);
                }
            }
            else if (urgency == WithAbsences && entry.Kind == EntryKind.Absent)
            {
                Add(entry.Item, entry.Server, entry.Started, entry.Tick);
            }
        }

        if (urgency == WithAbsences)
        {
            AddArranged(Add);
        }

        foreach (var (key, all) in stretches)
        {
            lines.Add(key, BusyLine.Of(all));
        }

        void Add(int post, int server, int from, int to)
        {
            AddOne(KeyOf(post, server, urgency), from, to);
            AddOne(KeyOf(post, Anybody, urgency), from, to);
        }

        void AddOne(int key, int from, int to)
        {
            if (!stretches.TryGetValue(key, out var all))
            {
                stretches.Add(key, all = []);
            }

            all.Add((from, to));
        }
    }

    /// <summary>Of somebody who is not back at the end of the run there is no entry; what is arranged is known all the same.</summary>
    private void AddArranged(Action<int, int, int, int> add)
    {
        var posts = trace.Model.Offices[trace.Model.FactsOf(body).Office].All;
        for (var post = 0; post < posts.Count; post++)
        {
            foreach (var spell in posts[post].Desk?.Roster?.Spells ?? [])
            {
                if (spell.Who < posts[post].Heads && spell.To.Value > 0)
                {
                    add(post, spell.Who, Math.Max(0, spell.From.Value), spell.To.Value);
                }
            }
        }
    }
}
