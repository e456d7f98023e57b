using System.Runtime.InteropServices;
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
    private const int Batch = 64;

    private readonly CompiledModel origin;
    private readonly Agenda agenda = new();
    private readonly PapersUnderWay papers = new();
    private readonly Outcome outcome = new();
    private readonly RoundOrder due = new();
    private readonly List<Message> leaving = [];
    private CompiledModel model;
    private ChanceKey chance;
    private Slab slab;
    private BodyRun[] runs = new BodyRun[64];
    private int fetched;
    private WakeUp[] wakeUps = new WakeUp[16];
    private Message[] arrivals = new Message[16];

    /// <summary>
    /// The bodies with indices <paramref name="first"/> and on, before anything has happened.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="chance">The key of the run's draws.</param>
    /// <param name="first">Index of the first body.</param>
    /// <param name="count">How many bodies.</param>
    public Region(CompiledModel model, in ChanceKey chance, int first, int count)
    {
        origin = this.model = model;
        this.chance = chance;
        First = first;
        Count = count;
        slab = new Slab(model, first, count);
        Begin();
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
    public long Bytes => slab.Bytes + agenda.Bytes + papers.Bytes;

    /// <summary>Papers that leave for other regions, until the next round.</summary>
    public IReadOnlyList<Message> Leaving => leaving;

    /// <summary>The same, to be read in place.</summary>
    internal ReadOnlySpan<Message> LeavingPapers => CollectionsMarshal.AsSpan(leaving);

    /// <summary>How many bodies had something to do in the round that was played last.</summary>
    public int RunCount { get; private set; }

    /// <summary>The state of its bodies, for those who look on.</summary>
    public Slab Slab => slab;

    /// <summary>The earliest tick at which anything is due, or <see cref="int.MaxValue"/>.</summary>
    public int NextDue() => agenda.NextDue();

    /// <summary>Whether a body belongs to it.</summary>
    public bool Holds(int body) => unchecked((uint)(body - First) < (uint)Count);

    /// <summary>
    /// Takes in a paper that comes from another region; it must arrive after the present tick.
    /// </summary>
    public void Accept(in Message paper) => agenda.Add(papers.Add(paper));

    /// <summary>Takes in what the director does at the tick that is played next.</summary>
    /// <param name="now">The model by which bodies act from then on.</param>
    /// <param name="wakeUps">Whom it wakes, here and elsewhere.</param>
    public void Direct(CompiledModel now, IReadOnlyList<PendingWakeUp> wakeUps)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(wakeUps);
        model = now;
        slab.FitTo(now);
        foreach (var wakeUp in wakeUps)
        {
            if (Holds(wakeUp.WakeUp.Body))
            {
                agenda.Add(wakeUp);
            }
        }
    }

    /// <summary>Goes back to before anything has happened, with other draws, in the same memory.</summary>
    internal void Restart(in ChanceKey draws)
    {
        chance = draws;
        model = origin;
        slab = slab.TryEmpty(origin) ? slab : new Slab(origin, First, Count);
        agenda.Clear();
        papers.Clear();
        outcome.Clear();
        leaving.Clear();
        Digest = default;
        EntryCount = 0;
        BodyRounds = 0;
        RunCount = 0;
        Begin();
    }

    private void Begin()
    {
        foreach (var beginning in BodyRound.Beginnings(model))
        {
            if (Holds(beginning.WakeUp.Body))
            {
                agenda.Add(beginning);
            }
        }
    }

    /// <summary>Plays all that is due at a tick.</summary>
    /// <param name="tick">The tick, the earliest due in any region.</param>
    /// <exception cref="RunException">A body cannot go on.</exception>
    public void Advance(int tick)
    {
        leaving.Clear();
        fetched = 0;
        outcome.Clear();
        RunCount = 0;
        due.Fill(agenda, tick);
        if (due.Count == 1)
        {
            PlayOne(tick, due.At(0));
        }
        else
        {
            PlayAll(tick);
        }

        Digest = Digest.With(outcome.Entries);
        EntryCount += outcome.EntryCount;
    }

    /// <summary>The entries of the round played last, body by body in the order of their ids.</summary>
    public ReadOnlySpan<Entry> Entries() => outcome.Entries;

    /// <summary>What came before posts and left them in the round played last.</summary>
    internal ReadOnlySpan<DeskMove> DeskMoves => outcome.DeskMoves;

    /// <summary>The stretches of <see cref="Entries"/> by body, after it has been called.</summary>
    internal ReadOnlySpan<BodyRun> Runs => runs.AsSpan(0, RunCount);

    private void PlayAll(int tick)
    {
        // A small round need not be in order to be fetched, and is while it is sorted.
        FetchBodies(0);
        due.Sort(model.Facts);
        if (due.Count > Batch)
        {
            FetchBodies(0);
        }

        for (var next = 0; next < due.Count;)
        {
            if (next >= fetched)
            {
                // A body with much to do may have left behind what was fetched; its papers are gone.
                fetched = next;
                FetchDossiers();
                FetchBodies(fetched);
            }

            var first = next++;
            while (next < due.Count && due.RankOf(next) == due.RankOf(first))
            {
                next++;
            }

            if (next - first == 1)
            {
                PlayOne(tick, due.At(first));
            }
            else
            {
                PlaySeveral(tick, first, next);
            }
        }
    }

    /// <summary>
    /// Brings near what the next bodies will read first. In a loop of its own, many wait at once.
    /// </summary>
    private void FetchBodies(int from)
    {
        for (var index = from; index < Math.Min(from + Batch, due.Count); index++)
        {
            ref readonly var wakeUp = ref due.At(index);
            Prefetch.Lines(in model.Facts[wakeUp.Body]);
            if (wakeUp.Kind == PapersUnderWay.Paper)
            {
                Prefetch.Lines(in papers[wakeUp.Job]);
                slab.FetchForArrival(wakeUp.Body);
            }
            else
            {
                slab.FetchFor(wakeUp);
            }
        }
    }

    /// <summary>
    /// Brings near what only what was fetched before says: dossiers of papers, waiting jobs.
    /// </summary>
    private void FetchDossiers()
    {
        var end = Math.Min(fetched + Batch, due.Count);
        for (; fetched < end; fetched++)
        {
            ref readonly var wakeUp = ref due.At(fetched);
            if (wakeUp.Kind == PapersUnderWay.Paper)
            {
                ref readonly var paper = ref papers[wakeUp.Job];
                Prefetch.Line(in model.Facts[paper.From]);
                slab.FetchDossier(wakeUp.Body, paper.Root);
            }
            else
            {
                slab.FetchQueues(wakeUp.Body);
            }
        }
    }

    private void PlayOne(int tick, in WakeUp wakeUp)
    {
        if (wakeUp.Kind == PapersUnderWay.Paper)
        {
            Play(wakeUp.Body, tick, [], new ReadOnlySpan<Message>(in papers[wakeUp.Job]));
            papers.Remove(wakeUp.Job);
        }
        else
        {
            Play(wakeUp.Body, tick, new ReadOnlySpan<WakeUp>(in wakeUp), []);
        }
    }

    private void PlaySeveral(int tick, int first, int next)
    {
        if (wakeUps.Length < next - first)
        {
            wakeUps = new WakeUp[2 * (next - first)];
            arrivals = new Message[2 * (next - first)];
        }

        int wakeUpCount = 0, arrivalCount = 0;
        for (var index = first; index < next; index++)
        {
            ref readonly var wakeUp = ref due.At(index);
            if (wakeUp.Kind == PapersUnderWay.Paper)
            {
                arrivals[arrivalCount++] = papers[wakeUp.Job];
                papers.Remove(wakeUp.Job);
            }
            else
            {
                wakeUps[wakeUpCount++] = wakeUp;
            }
        }

        CanonicalOrder.Sort(wakeUps.AsSpan(0, wakeUpCount));
        CanonicalOrder.Sort(model, arrivals.AsSpan(0, arrivalCount));
        Play(due.At(first).Body, tick, wakeUps.AsSpan(0, wakeUpCount), arrivals.AsSpan(0, arrivalCount));
    }

    private void Play(int body, int tick, ReadOnlySpan<WakeUp> wakes, ReadOnlySpan<Message> papersHere)
    {
        var before = outcome.EntryCount;
        BodyRound.Play(model, chance, slab, body, tick, wakes, papersHere, outcome);
        BodyRounds++;
        foreach (ref readonly var wakeUp in outcome.WakeUps)
        {
            agenda.Add(wakeUp);
        }

        foreach (ref readonly var paper in outcome.Messages)
        {
            if (Holds(paper.To))
            {
                agenda.Add(papers.Add(paper));
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
}
