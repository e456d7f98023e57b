using Simulator.Kernel.Compilation;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Engine;

/// <summary>
/// The clock of a run that is cut into regions, wherever these are: says which tick is played next and who
/// has a part in it, keeps the papers that go from one region to another until the other is called, and
/// puts what the regions wrote in the order of the journal. It waits for nobody and knows no time but the
/// run's. A round is <see cref="Plan"/>, <see cref="Settle"/> for each call, <see cref="Complete"/>.
/// </summary>
public sealed partial class RunClock
{
    private const int NotReported = -1;

    private readonly int[] starts;
    private readonly int until;
    private readonly IJournalSink journal;
    private readonly int[] nextDue;
    private readonly List<Message>[] inbox;
    private readonly int[] inboxDue; // the earliest arrival in the inbox
    private readonly List<RegionCall> calls = [];
    private readonly bool[] isCalled;
    private readonly RegionShare?[] shares;
    private readonly JournalMerge merge = new();
    private readonly Director? director;
    private int outstanding;
    private bool isPlanned;

    /// <summary>A clock at tick 0, before any region has reported.</summary>
    /// <param name="regionStarts">
    /// Index of the first body of each region, from 0 and never falling, then the number of bodies.
    /// </param>
    /// <param name="until">The last tick that is played.</param>
    /// <param name="journal">Where the entries go, in the order of their key.</param>
    /// <param name="model">The model, if it may have interventions; <c>null</c>: it has none.</param>
    public RunClock(int[] regionStarts, int until, IJournalSink journal, CompiledModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(regionStarts);
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentOutOfRangeException.ThrowIfNegative(until);
        CheckStarts(regionStarts);
        starts = [.. regionStarts];
        this.until = Math.Min(until, int.MaxValue - 1); // what is due never is not due
        this.journal = journal;
        director = model is null ? null : Director.Of(model);
        var count = starts.Length - 1;
        nextDue = new int[count];
        inbox = new List<Message>[count];
        inboxDue = new int[count];
        isCalled = new bool[count];
        shares = new RegionShare?[count];
        for (var region = 0; region < count; region++)
        {
            nextDue[region] = NotReported;
            inbox[region] = [];
            inboxDue[region] = int.MaxValue;
        }
    }

    /// <summary>The tick that is to be played, or was played last; -1 before the first.</summary>
    public int Tick { get; private set; } = -1;

    /// <summary>
    /// The tick before which the called regions may play by themselves: the one after <see cref="Tick"/>, or
    /// a later one if a single region is called, for nothing is due elsewhere before it. Such a region stops
    /// after a tick from which a paper leaves it, and may stop sooner.
    /// </summary>
    public int Horizon { get; private set; }

    /// <summary>Who has something due at <see cref="Tick"/>, until the next <see cref="Plan"/>.</summary>
    public IReadOnlyList<RegionCall> Calls => calls;

    /// <summary>The digest of all entries so far.</summary>
    public Digest Digest { get; private set; }

    /// <summary>Entries so far.</summary>
    public long Entries { get; private set; }

    /// <summary>Ticks at which anything was due.</summary>
    public long Rounds { get; private set; }

    /// <summary>Rounds of single bodies.</summary>
    public long BodyRounds { get; private set; }

    /// <summary>The tick of the last entry; -1: there is none.</summary>
    public int LastTick { get; private set; } = -1;

    /// <summary>
    /// Takes down when a region first has something due, once for each region before the run.
    /// </summary>
    /// <exception cref="InvalidOperationException">It has reported before.</exception>
    public void Report(int region, int nextDue)
    {
        CheckExists(region);
        ArgumentOutOfRangeException.ThrowIfNegative(nextDue);
        if (this.nextDue[region] != NotReported)
        {
            throw new InvalidOperationException($"Region {region} has reported before.");
        }

        this.nextDue[region] = nextDue;
    }

    /// <summary>Plans the next round.</summary>
    /// <returns>
    /// Whether anything is due up to the last tick that is played; if not, the run has ended.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// A region has not reported, or a round is not completed.
    /// </exception>
    public bool Plan()
    {
        CheckMayPlan();
        calls.Clear();
        var tick = NextDue();
        if (tick > until)
        {
            return false;
        }

        Tick = tick;
        var others = Direct(tick);
        for (var region = 0; region < nextDue.Length; region++)
        {
            if (DueAt(region) == tick || IsWoken(region))
            {
                Call(region);
            }
            else
            {
                others = Math.Min(others, DueAt(region));
            }
        }

        Horizon = calls.Count > 1 || director is { Watches: true } ? tick + 1 : Math.Min(others, until + 1);
        outstanding = calls.Count;
        isPlanned = true;
        return true;
    }

    /// <summary>Takes in what came of a call. The calls of a round are settled in any order.</summary>
    /// <exception cref="InvalidOperationException">
    /// The region was not called, or has been settled.
    /// </exception>
    /// <exception cref="ArgumentException">The share is not what such a call can come to.</exception>
    public void Settle(int region, RegionShare share)
    {
        ArgumentNullException.ThrowIfNull(share);
        CheckTurn(region);
        CheckShare(region, share);
        shares[region] = share;
        outstanding--;
    }

    /// <summary>Ends the round: its entries go to the journal, its papers to the next calls.</summary>
    /// <exception cref="InvalidOperationException">There is no round, or a call is not settled.</exception>
    public void Complete()
    {
        CheckComplete();
        Write(director is null ? [] : director.Entries);
        if (calls.Count == 1)
        {
            Write(shares[calls[0].Region]!.Entries);
            Rounds += shares[calls[0].Region]!.Rounds;
        }
        else
        {
            merge.Begin(calls, shares);
            while (merge.Next(out var entries))
            {
                Write(entries);
            }

            Rounds++;
        }

        foreach (var call in calls)
        {
            Take(call.Region, shares[call.Region]!);
            director?.Observe(shares[call.Region]!.Entries, shares[call.Region]!.DeskMoves);
            shares[call.Region] = null;
            isCalled[call.Region] = false;
        }

        director?.End(Tick);
        isPlanned = false;
    }

    /// <summary>
    /// What is known after the last completed round. The bytes of live state are not: they are 0.
    /// </summary>
    public RunResult Result() => new()
    {
        Digest = Digest,
        Entries = Entries,
        Rounds = Rounds,
        BodyRounds = BodyRounds,
        EndedAt = new Tick(Math.Max(0, LastTick)),
        IsExhausted = !isPlanned && NextDue() == int.MaxValue,
        Bytes = 0,
    };

    private int NextDue()
    {
        var next = director?.NextDue ?? int.MaxValue;
        for (var region = 0; region < nextDue.Length; region++)
        {
            next = Math.Min(next, DueAt(region));
        }

        return next;
    }

    /// <summary>When a region has something due, counting the papers that wait for it here.</summary>
    private int DueAt(int region) => Math.Min(nextDue[region], inboxDue[region]);

    private void Call(int region)
    {
        calls.Add(Directed(region, new RegionCall(region, [.. inbox[region]])));
        inbox[region].Clear();
        inboxDue[region] = int.MaxValue;
        isCalled[region] = true;
    }

    private void Write(ReadOnlySpan<Entry> entries)
    {
        while (entries.Length > 0)
        {
            var piece = entries[..Math.Min(entries.Length, JournalMerge.PieceSize)];
            entries = entries[piece.Length..];
            Digest = Digest.With(piece);
            Entries += piece.Length;
            LastTick = piece[^1].Tick;
            journal.Append(piece);
        }
    }

    private void Take(int region, RegionShare share)
    {
        nextDue[region] = share.NextDue;
        BodyRounds += share.BodyRounds;
        foreach (ref readonly var paper in share.Leaving.AsSpan())
        {
            var target = RegionOf(paper.To);
            inbox[target].Add(paper);
            inboxDue[target] = Math.Min(inboxDue[target], paper.Arrives);
        }
    }

    /// <summary>
    /// The region of a body: of those that begin where it does, all but the last are empty.
    /// </summary>
    private int RegionOf(int body)
    {
        int low = 0, high = starts.Length - 1;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = starts[middle] <= body ? (middle, high) : (low, middle);
        }

        return low;
    }
}
