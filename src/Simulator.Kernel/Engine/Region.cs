using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Kernel.Engine;

/// <summary>
/// A part of the hierarchy: a stretch of bodies with their live state and their agenda. A thread drives
/// it in process, a grain on a silo. How the hierarchy is cut has no effect on any result.
/// </summary>
public sealed class Region
{
    private readonly CompiledModel model;
    private readonly ChanceKey chance;
    private readonly Slab slab;
    private readonly Agenda<WakeUp> wakeUps = new();
    private readonly Agenda<Message> papers = new();
    private readonly Outcome outcome = new();
    private readonly RoundOrder<WakeUp> dueWakeUps = new();
    private readonly RoundOrder<Message> duePapers = new();
    private readonly List<Message> leaving = [];
    private BodyRun[] runs = new BodyRun[64];
    private readonly RoundOrder<Message>.Key paperKey;
    private Entry[] sorted = [];

    /// <summary>The bodies with indices <paramref name="first"/> and on, before anything has happened.</summary>
    /// <param name="model">The model.</param>
    /// <param name="chance">The key of the run's draws.</param>
    /// <param name="first">Index of the first body.</param>
    /// <param name="count">How many bodies.</param>
    public Region(CompiledModel model, in ChanceKey chance, int first, int count)
    {
        this.model = model;
        this.chance = chance;
        First = first;
        Count = count;
        paperKey = KeyOf;
        slab = new Slab(model, first, count);
        foreach (var beginning in BodyRound.Beginnings(model))
        {
            if (Holds(beginning.WakeUp.Body))
            {
                wakeUps.Add(beginning.Due, beginning.WakeUp);
            }
        }
    }

    /// <summary>Index of the first body.</summary>
    public int First { get; }

    /// <summary>How many bodies.</summary>
    public int Count { get; }

    /// <summary>The digest of what its bodies have written so far.</summary>
    public Digest Digest { get; private set; }

    /// <summary>How many entries they have written.</summary>
    public long EntryCount { get; private set; }

    /// <summary>How many rounds its bodies have played.</summary>
    public long BodyRounds { get; private set; }

    /// <summary>Bytes of live state: bodies, dossiers, waiting papers, agenda.</summary>
    public long Bytes => slab.Bytes + wakeUps.Bytes + papers.Bytes;

    /// <summary>Papers that leave for other regions, until the next round.</summary>
    public IReadOnlyList<Message> Leaving => leaving;

    /// <summary>How many bodies had something to do in the round that was played last.</summary>
    public int RunCount { get; private set; }

    /// <summary>The state of its bodies, for those who look on.</summary>
    public Slab Slab => slab;

    /// <summary>The earliest tick at which anything is due, or <see cref="int.MaxValue"/>.</summary>
    public int NextDue() => Math.Min(wakeUps.NextDue(), papers.NextDue());

    /// <summary>Whether a body belongs to it.</summary>
    public bool Holds(int body) => body >= First && body - First < Count;

    /// <summary>Takes in a paper that comes from another region; it must arrive after the present tick.</summary>
    public void Accept(in Message paper) => papers.Add(paper.Arrives, paper);

    /// <summary>Plays all that is due at a tick.</summary>
    /// <param name="tick">The tick, the earliest due in any region.</param>
    /// <exception cref="RunException">A body cannot go on.</exception>
    public void Advance(int tick)
    {
        leaving.Clear();
        outcome.Clear();
        RunCount = 0;
        var wakes = dueWakeUps.Fill(wakeUps, tick);
        var arrivals = duePapers.Fill(papers, tick);
        dueWakeUps.Sort(
            static (in wakeUp) => ((ulong)(uint)wakeUp.Body << 32) | wakeUp.Order,
            static (in left, in right) => left.Mark < right.Mark);
        duePapers.Sort(paperKey, static (in left, in right) => left.Number < right.Number);
        int w = 0, p = 0;
        while (w < wakes.Length || p < arrivals.Length)
        {
            var body = Math.Min(
                w < wakes.Length ? wakes[w].Body : int.MaxValue,
                p < arrivals.Length ? arrivals[p].To : int.MaxValue);
            int w0 = w, p0 = p;
            while (w < wakes.Length && wakes[w].Body == body)
            {
                w++;
            }

            while (p < arrivals.Length && arrivals[p].To == body)
            {
                p++;
            }

            Play(body, tick, wakes[w0..w], arrivals[p0..p]);
        }

        Digest = Digest.With(outcome.Entries);
        EntryCount += outcome.EntryCount;
    }

    /// <summary>The entries of the round played last, body by body in the order of their ids.</summary>
    public ReadOnlySpan<Entry> Entries()
    {
        if (IsInOrder())
        {
            return outcome.Entries;
        }

        if (sorted.Length < outcome.EntryCount)
        {
            sorted = new Entry[Math.Max(outcome.EntryCount, sorted.Length * 2)];
        }

        var ordered = runs.AsSpan(0, RunCount);
        ordered.Sort(static (left, right) => left.Rank.CompareTo(right.Rank));
        var place = 0;
        foreach (ref var run in ordered)
        {
            outcome.Entries.Slice(run.Start, run.Length).CopyTo(sorted.AsSpan(place));
            run.Start = place;
            place += run.Length;
        }

        return sorted.AsSpan(0, place);
    }

    /// <summary>The stretches of <see cref="Entries"/> by body, after it has been called.</summary>
    internal ReadOnlySpan<BodyRun> Runs => runs.AsSpan(0, RunCount);

    private void Play(int body, int tick, ReadOnlySpan<WakeUp> wakes, ReadOnlySpan<Message> arrivals)
    {
        var before = outcome.EntryCount;
        BodyRound.Play(model, chance, slab, body, tick, wakes, arrivals, outcome);
        BodyRounds++;
        foreach (ref readonly var wakeUp in outcome.WakeUps)
        {
            wakeUps.Add(wakeUp.Due, wakeUp.WakeUp);
        }

        foreach (ref readonly var paper in outcome.Messages)
        {
            if (Holds(paper.To))
            {
                papers.Add(paper.Arrives, paper);
            }
            else
            {
                leaving.Add(paper);
            }
        }

        outcome.ClearMessages();
        if (outcome.EntryCount > before)
        {
            if (RunCount == runs.Length)
            {
                Array.Resize(ref runs, runs.Length * 2);
            }

            runs[RunCount++] = new BodyRun(model.Facts[body].Rank, before, outcome.EntryCount - before);
        }
    }

    private bool IsInOrder()
    {
        for (var run = 1; run < RunCount; run++)
        {
            if (runs[run].Rank < runs[run - 1].Rank)
            {
                return false;
            }
        }

        return true;
    }

    private ulong KeyOf(in Message paper) =>
        ((ulong)(uint)paper.To << 32) | ((ulong)paper.Class << 28) | (uint)model.Facts[paper.From].Rank;
}

/// <summary>A stretch of entries of one body in a round.</summary>
internal struct BodyRun(int rank, int start, int length)
{
    internal readonly int Rank = rank;
    internal int Start = start;
    internal readonly int Length = length;
}
