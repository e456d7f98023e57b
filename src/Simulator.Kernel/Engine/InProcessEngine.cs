using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Engine;

/// <summary>
/// The engine without a cluster: takes the earliest tick at which anything is due in any region, has the
/// regions play it, passes on what they send each other, and goes on. Idle ticks cost nothing.
/// </summary>
public sealed class InProcessEngine : IDisposable
{
    private readonly CompiledModel model;
    private RunOptions options;
    private IJournalSink? sink;
    private readonly Region[] regions;
    private readonly int[] regionStarts;
    private readonly Crew? crew;
    private readonly int[] cursors;
    private readonly Action<int> advance; // made once, for a round allocates nothing
    private Director? director;
    private Digest directed; // of what the director wrote
    private long directedEntries;
    private int busy;
    private int last;

    /// <summary>An engine at tick 0, before anything has happened.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">Seed, replication, threads.</param>
    /// <param name="sink">Where the entries go; <c>null</c>: only their digest is kept.</param>
    public InProcessEngine(CompiledModel model, RunOptions options, IJournalSink? sink = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        this.model = model;
        this.options = options;
        this.sink = sink;
        var chance = new ChanceKey(options.Seed, options.Replication);
        regionStarts = RegionCut.Of(model, Math.Max(1, options.Regions > 0 ? options.Regions : options.Threads));
        var count = regionStarts.Length - 1;
        regions = new Region[count];
        for (var region = 0; region < count; region++)
        {
            var first = regionStarts[region];
            regions[region] = new Region(model, chance, first, regionStarts[region + 1] - first);
        }

        director = Director.Of(model);
        cursors = new int[count];
        advance = region => regions[region].Advance(Now);
        crew = options.Threads > 1 && count > 1 ? new Crew(Math.Min(options.Threads, count)) : null;
    }

    /// <summary>
    /// Goes back to tick 0 for another replication of the same model in as many regions, in the memory of the one before.
    /// </summary>
    /// <param name="other">What is played next.</param>
    /// <param name="journal">Where its entries go.</param>
    internal void Restart(RunOptions other, IJournalSink? journal)
    {
        (options, sink) = (other, journal);
        var chance = new ChanceKey(other.Seed, other.Replication);
        foreach (var region in regions)
        {
            region.Restart(chance);
        }

        director = Director.Of(model);
        (directed, directedEntries) = (default, 0);
        (busy, last, Now, Rounds) = (0, 0, -1, 0);
    }

    /// <summary>
    /// Lets go of where the entries went: an engine that may wait long for its next replication would keep that one's alive.
    /// </summary>
    internal void ForgetJournal() => sink = null;

    /// <summary>The last tick that was played, or -1.</summary>
    public int Now { get; private set; } = -1;

    /// <summary>Ticks played.</summary>
    public long Rounds { get; private set; }

    /// <summary>The digest of all entries so far.</summary>
    public Digest Digest
    {
        get
        {
            var digest = directed;
            foreach (var region in regions)
            {
                digest += region.Digest;
            }

            return digest;
        }
    }

    /// <summary>Entries so far.</summary>
    public long Entries => regions.Sum(region => region.EntryCount) + directedEntries;

    /// <summary>The regions, in hierarchy order.</summary>
    public IReadOnlyList<Region> Regions => regions;

    /// <summary>Plays a whole run.</summary>
    /// <exception cref="RunException">A body cannot go on.</exception>
    /// <exception cref="OperationCanceledException">The run was given up.</exception>
    public static RunResult Run(
        CompiledModel model, RunOptions options, IJournalSink? sink = null,
        CancellationToken cancellation = default)
    {
        using var engine = new InProcessEngine(model, options, sink);
        engine.AdvanceTo(options.Until?.Value ?? model.Until, cancellation);
        return engine.Result();
    }

    /// <summary>
    /// Plays every tick up to and including <paramref name="until"/> at which anything is due.
    /// </summary>
    public void AdvanceTo(int until, CancellationToken cancellation = default)
    {
        while (true)
        {
            var tick = NextDue();
            if (tick > until)
            {
                return;
            }

            if ((Rounds & 0xFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            PlayRound(tick);
        }
    }

    /// <summary>What is known now.</summary>
    public RunResult Result() => new()
    {
        Digest = Digest,
        Entries = Entries,
        Rounds = Rounds,
        BodyRounds = regions.Sum(region => region.BodyRounds),
        EndedAt = new Tick(Math.Max(0, last)),
        IsExhausted = NextDue() == int.MaxValue,
        Bytes = regions.Sum(region => region.Bytes),
    };

    /// <inheritdoc/>
    public void Dispose() => crew?.Dispose();

    private int NextDue()
    {
        var next = director?.NextDue ?? int.MaxValue;
        foreach (var region in regions)
        {
            next = Math.Min(next, region.NextDue());
        }

        return next;
    }

    private void PlayRound(int tick)
    {
        Now = tick;
        Rounds++;
        if (director is not null)
        {
            Direct(director, tick);
        }

        if (crew is not null && busy >= options.ParallelFrom)
        {
            crew.Do(regions.Length, advance);
        }
        else
        {
            foreach (var region in regions)
            {
                region.Advance(tick);
            }
        }

        busy = 0;
        var written = director?.Entries.Length ?? 0;
        foreach (var region in regions)
        {
            busy += region.RunCount;
            written += region.RunCount;
            director?.Observe(region.Entries(), region.DeskMoves);
            foreach (ref readonly var paper in region.LeavingPapers)
            {
                RegionOf(paper.To).Accept(paper);
            }
        }

        if (written > 0)
        {
            last = tick;
            if (sink is not null)
            {
                Deliver();
            }
        }

        director?.End(tick);
    }

    private void Direct(Director director, int tick)
    {
        director.Begin(tick);
        directed = directed.With(director.Entries);
        directedEntries += director.Entries.Length;
        if (director.Entries.Length > 0 || director.WakeUps.Count > 0)
        {
            foreach (var region in regions)
            {
                region.Direct(director.Model, director.WakeUps);
            }
        }
    }

    private Region RegionOf(int body)
    {
        var place = Array.BinarySearch(regionStarts, body);
        return regions[place < 0 ? ~place - 1 : place];
    }

    /// <summary>Gives the entries of the round to the sink, body by body in the order of their ids.</summary>
    private void Deliver()
    {
        if (director is { Entries.Length: > 0 })
        {
            sink!.Append(director.Entries);
        }

        if (regions.Length == 1)
        {
            sink!.Append(regions[0].Entries());
            return;
        }

        Array.Clear(cursors);
        while (FirstToDeliver() is >= 0 and var region)
        {
            var (start, end) = StretchOf(region);
            sink!.Append(regions[region].Entries()[start..end]);
        }
    }

    /// <summary>The region whose next body comes before those of the others, or -1.</summary>
    private int FirstToDeliver()
    {
        var first = -1;
        for (var region = 0; region < regions.Length; region++)
        {
            if (cursors[region] < regions[region].RunCount
                && (first < 0 || NextRank(region) < NextRank(first)))
            {
                first = region;
            }
        }

        return first;
    }

    /// <summary>The entries of a region up to where another region's come first.</summary>
    private (int Start, int End) StretchOf(int region)
    {
        var limit = int.MaxValue;
        for (var other = 0; other < regions.Length; other++)
        {
            if (other != region && cursors[other] < regions[other].RunCount)
            {
                limit = Math.Min(limit, NextRank(other));
            }
        }

        var runs = regions[region].Runs;
        var start = runs[cursors[region]].Start;
        while (cursors[region] < runs.Length && runs[cursors[region]].Rank < limit)
        {
            cursors[region]++;
        }

        var last = runs[cursors[region] - 1];
        return (start, last.Start + last.Length);
    }

    private int NextRank(int region) => regions[region].Runs[cursors[region]].Rank;
}
