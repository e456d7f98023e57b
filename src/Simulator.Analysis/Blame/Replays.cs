using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;

namespace Simulator.Analysis.Blame;

/// <summary>Plays a run again without this or that.</summary>
internal sealed class Replays
{
    private readonly IEngine engine;
    private readonly RunOrder order;
    private readonly CompiledModel model;
    private readonly BlameRequest request;
    private readonly IRunObserver? observer;
    private readonly CancellationToken cancellation;
    private readonly Count count;

    internal Replays(
        IEngine engine, RunOrder order, RunTrace trace, BlameRequest request, IRunObserver? observer,
        CancellationToken cancellation)
        : this(engine, order, trace.Source, request, new Count(), trace.Model.Directives[request.Root].Reach, observer, cancellation)
    {
    }

    private Replays(
        IEngine engine, RunOrder order, CompiledModel model, BlameRequest request, Count count, IReadOnlyList<int> reach,
        IRunObserver? observer, CancellationToken cancellation)
    {
        this.engine = engine;
        this.order = order with { Options = order.Options with { Threads = 1, Regions = 1 } };
        this.model = model;
        this.request = request;
        this.observer = observer;
        this.cancellation = cancellation;
        this.count = count;
        Reach = reach;
    }

    /// <summary>Indices of the bodies that the directive is for.</summary>
    internal IReadOnlyList<int> Reach { get; }

    /// <summary>How many runs have been played without something.</summary>
    internal int Played => count.Runs;

    /// <summary>The same, of a run that is without something already.</summary>
    internal Replays After(RunTrace without) =>
        new(engine, order, without.Source, request, count, Reach, observer, cancellation);

    /// <summary>Refuses a run that is another when it is played again; else says how much there was to play.</summary>
    internal async Task<RunResult> Check(RunTrace trace)
    {
        var result = await engine.Run(order with { Model = model }, new JournalList(), null, cancellation);
        if (result.Digest != default(Digest).With(trace.Entries))
        {
            throw new InvalidDataException("Played again, the run is another.");
        }

        return result;
    }

    /// <summary>What comes of the run without each of these, several at once being one run.</summary>
    internal async Task<DirectiveMoments[]> Play(IReadOnlyList<Removal[]> without)
    {
        var moments = new DirectiveMoments[without.Count];
        var reducer = new MomentsOfDirective(request.Root, Reach);
        var options = new ParallelOptions { MaxDegreeOfParallelism = request.Threads, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, without.Count), options, async (place, stop) =>
        {
            var rows = await engine.Replicate(
                order with { Model = Without(without[place]) }, 1, reducer, null, stop);
            moments[place] = DirectiveMoments.FromRow(rows[0]);
            count.Add(observer);
        });
        return moments;
    }

    /// <summary>The run without all of these, with its journal.</summary>
    internal async Task<RunTrace> Keep(Removal[] without)
    {
        var (played, journal) = (Without(without), new JournalList());
        await engine.Run(order with { Model = played }, journal, null, cancellation);
        count.Add(observer);
        return new RunTrace(played, journal.ToArray());
    }

    private CompiledModel Without(Removal[] removals)
    {
        List<Relief> reliefs = [.. model.Source.Reliefs];
        reliefs.AddRange(removals.Select(removal => removal.ToRelief(model)));
        return ModelCompiler.Compile(model.Source with { Reliefs = reliefs });
    }

    private sealed class Count
    {
        private readonly Lock gate = new();

        internal int Runs { get; private set; }

        internal void Add(IRunObserver? observer)
        {
            lock (gate)
            {
                Runs++;
                observer?.Finished(Runs);
            }
        }
    }
}
