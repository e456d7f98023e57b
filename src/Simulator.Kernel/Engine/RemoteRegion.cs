using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Engine;

/// <summary>
/// A region whose bodies are played elsewhere: it knows what is due and not the bodies' state. A round
/// is <see cref="Open"/>, <see cref="TakeNext"/> for each body that has something due, <see cref="Settle"/>
/// for each in the same order. What bodies hand back has travelled, so it is checked; when a check fails
/// the region is half settled, and of no use any more.
/// </summary>
public sealed partial class RemoteRegion
{
    private const int Batch = 64;

    private readonly CompiledModel model;
    private readonly Agenda agenda = new();
    private readonly PapersUnderWay papers = new();
    private readonly RoundOrder due = new();
    private Entry[] entries = new Entry[64];
    private BodyRun[] runs = new BodyRun[64];
    private Message[] leaving = new Message[16];
    private int runCount;
    private int leavingCount;
    private WakeUp[] wakeUps = new WakeUp[16];
    private Message[] arrivals = new Message[16];
    private int items; // in the agenda
    private int fetched;
    private int taken;
    private int settled;
    private int tick = -1;
    private int lastTick = -1;
    private long rounds;
    private long bodyRounds;

    /// <summary>
    /// The bodies with indices <paramref name="first"/> and on, before anything has happened.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="first">Index of the first body.</param>
    /// <param name="count">How many bodies.</param>
    public RemoteRegion(CompiledModel model, int first, int count)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, model.Facts.Length - first);
        this.model = model;
        First = first;
        Count = count;
        foreach (var beginning in BodyRound.Beginnings(model))
        {
            if (Holds(beginning.WakeUp.Body))
            {
                Await(beginning);
            }
        }
    }

    /// <summary>Index of the first body.</summary>
    public int First { get; }

    /// <summary>How many bodies.</summary>
    public int Count { get; }

    /// <summary>Whether any paper has left for another region since the last <see cref="Collect"/>.</summary>
    public bool HasLeaving => leavingCount > 0;

    /// <summary>How many entries wait for the next <see cref="Collect"/>.</summary>
    public int PendingEntries { get; private set; }

    /// <summary>How many papers are under way to its bodies.</summary>
    public int PaperCount { get; private set; }

    /// <summary>How many wake-ups its bodies wait for, once a round is settled.</summary>
    public int WakeUpCount => Math.Max(0, items - PaperCount);

    /// <summary>The earliest tick at which anything is due, or <see cref="int.MaxValue"/>.</summary>
    public int NextDue() => agenda.NextDue();

    /// <summary>Takes in a paper that comes from another region.</summary>
    /// <exception cref="RunException">It does not belong here, or should have arrived before.</exception>
    public void Accept(in Message paper)
    {
        CheckArrival(paper);
        Await(paper);
    }

    /// <summary>Takes in whom the director wakes at the tick that is opened next.</summary>
    /// <exception cref="RunException">One of them does not belong here.</exception>
    public void Direct(ReadOnlySpan<PendingWakeUp> wakeUps)
    {
        foreach (ref readonly var wakeUp in wakeUps)
        {
            Await(Holds(wakeUp.What.Body) ? wakeUp
                : throw new RunException($"The director wakes body {wakeUp.What.Body} in a region that does not have it."));
        }
    }

    /// <summary>Begins a round: takes out what is due.</summary>
    /// <param name="tick">The tick, later than that of the round before; nothing may be due earlier.</param>
    /// <returns>How many bodies have something due; with none, there is no round.</returns>
    /// <exception cref="InvalidOperationException">
    /// The round before is not settled, or something is overdue.
    /// </exception>
    public int Open(int tick)
    {
        CheckOpen(tick);
        this.tick = tick;
        due.Fill(agenda, tick);
        items -= due.Count;
        due.Sort(model.Facts);
        (fetched, taken, settled) = (0, 0, 0);
        if (due.Count == 0)
        {
            return 0;
        }

        lastTick = tick;
        rounds++;
        var bodies = 1;
        for (var next = 1; next < due.Count; next++)
        {
            bodies += due.RankOf(next) != due.RankOf(next - 1) ? 1 : 0;
        }

        return bodies;
    }

    /// <summary>Takes the next body that has something due, in the order of the bodies' ids.</summary>
    /// <param name="body">Index of the body.</param>
    /// <param name="wakeUps">What is due, in the order of <see cref="CanonicalOrder"/>.</param>
    /// <param name="papers">What arrives, in the order of <see cref="CanonicalOrder"/>.</param>
    /// <returns>Whether there was one. The spans are valid until the next call.</returns>
    public bool TakeNext(out int body, out ReadOnlySpan<WakeUp> wakeUps, out ReadOnlySpan<Message> papers)
    {
        if (taken == due.Count)
        {
            body = -1;
            wakeUps = default;
            papers = default;
            return false;
        }

        if (taken >= fetched)
        {
            FetchPapers();
        }

        var first = taken;
        taken = EndOf(first);
        ref readonly var item = ref due.At(first);
        body = item.Body;
        if (taken - first > 1)
        {
            TakeSeveral(first, out wakeUps, out papers);
        }
        else if (item.Kind == PapersUnderWay.Paper)
        {
            wakeUps = default;
            papers = arrivals.AsSpan(0, 1);
            Remove(item.Job, ref arrivals[0]);
        }
        else
        {
            wakeUps = new ReadOnlySpan<WakeUp>(in item);
            papers = default;
        }

        return true;
    }

    /// <summary>
    /// Takes in what came of a body's round; bodies come in the order in which they were taken.
    /// </summary>
    /// <param name="body">Index of the body.</param>
    /// <param name="entries">What it wrote.</param>
    /// <param name="papers">What it sent.</param>
    /// <param name="wakeUps">What it asks to be woken for.</param>
    /// <param name="moves">What came before its posts and left them.</param>
    /// <exception cref="InvalidOperationException">It is not this body's turn.</exception>
    /// <exception cref="RunException">
    /// What it hands back is not what a round of this body can come to.
    /// </exception>
    public void Settle(
        int body, ReadOnlySpan<Entry> entries, ReadOnlySpan<Message> papers, ReadOnlySpan<PendingWakeUp> wakeUps,
        ReadOnlySpan<DeskMove> moves = default)
    {
        var rank = CheckTurn(body);
        Take(body, moves);
        foreach (ref readonly var wakeUp in wakeUps)
        {
            CheckWakeUp(body, wakeUp);
            Await(wakeUp);
        }

        foreach (ref readonly var paper in papers)
        {
            CheckPaper(body, paper);
            if (Holds(paper.To))
            {
                Await(paper);
            }
            else
            {
                Leave(paper);
            }
        }

        if (entries.Length > 0)
        {
            CheckEntries(body, entries);
            Write(rank, entries);
        }

        settled = EndOf(settled);
        bodyRounds++;
    }

    /// <summary>Hands out what came of the rounds since the last time.</summary>
    /// <exception cref="InvalidOperationException">A round is not settled.</exception>
    public RegionShare Collect()
    {
        CheckSettled();
        var share = new RegionShare
        {
            NextDue = NextDue(),
            Entries = CollectEntries(),
            Runs = runs.AsSpan(0, runCount).ToArray(),
            Leaving = leaving.AsSpan(0, leavingCount).ToArray(),
            DeskMoves = TakeMoves(),
            LastTick = lastTick,
            Rounds = rounds,
            BodyRounds = bodyRounds,
        };
        (PendingEntries, runCount, leavingCount) = (0, 0, 0);
        (lastTick, rounds, bodyRounds) = (-1, 0, 0);
        return share;
    }

    private void Await(in PendingWakeUp wakeUp)
    {
        agenda.Add(wakeUp);
        items++;
    }

    private void Await(in Message paper)
    {
        Await(papers.Add(paper));
        PaperCount++;
    }

    /// <summary>Where the items of the body end whose items begin at an index.</summary>
    private int EndOf(int first)
    {
        var rank = due.RankOf(first);
        var next = first + 1;
        while (next < due.Count && due.RankOf(next) == rank)
        {
            next++;
        }

        return next;
    }

    private void TakeSeveral(int first, out ReadOnlySpan<WakeUp> wakes, out ReadOnlySpan<Message> mail)
    {
        if (wakeUps.Length < taken - first)
        {
            wakeUps = new WakeUp[2 * (taken - first)];
            arrivals = new Message[2 * (taken - first)];
        }

        int wakeUpCount = 0, arrivalCount = 0;
        for (var index = first; index < taken; index++)
        {
            ref readonly var item = ref due.At(index);
            if (item.Kind == PapersUnderWay.Paper)
            {
                Remove(item.Job, ref arrivals[arrivalCount++]);
            }
            else
            {
                wakeUps[wakeUpCount++] = item;
            }
        }

        CanonicalOrder.Sort(wakeUps.AsSpan(0, wakeUpCount));
        CanonicalOrder.Sort(model, arrivals.AsSpan(0, arrivalCount));
        wakes = wakeUps.AsSpan(0, wakeUpCount);
        mail = arrivals.AsSpan(0, arrivalCount);
    }

    /// <summary>Copies a paper out of its place, which what is settled meanwhile may use again.</summary>
    private void Remove(int place, ref Message paper)
    {
        paper = papers[place];
        papers.Remove(place);
        PaperCount--;
    }

    /// <summary>Brings near the papers of the next bodies. In a loop of its own, many wait at once.</summary>
    private void FetchPapers()
    {
        for (fetched = taken; fetched < Math.Min(taken + Batch, due.Count); fetched++)
        {
            ref readonly var item = ref due.At(fetched);
            if (item.Kind == PapersUnderWay.Paper)
            {
                Prefetch.Lines(in papers[item.Job]);
            }
        }
    }

    private void Write(int rank, ReadOnlySpan<Entry> written)
    {
        var start = PendingEntries;
        PendingEntries += written.Length;
        if (PendingEntries > entries.Length)
        {
            Array.Resize(ref entries, Math.Max(2 * entries.Length, PendingEntries));
        }

        if (runCount == runs.Length)
        {
            Array.Resize(ref runs, 2 * runs.Length);
        }

        written.CopyTo(entries.AsSpan(start));
        runs[runCount++] = new BodyRun(rank, start, written.Length);
    }

    private Entry[] CollectEntries()
    {
        var collected = GC.AllocateUninitializedArray<Entry>(PendingEntries); // large, and written at once
        entries.AsSpan(0, PendingEntries).CopyTo(collected);
        return collected;
    }

    private void Leave(in Message paper)
    {
        if (leavingCount == leaving.Length)
        {
            Array.Resize(ref leaving, 2 * leaving.Length);
        }

        leaving[leavingCount++] = paper;
    }
}
