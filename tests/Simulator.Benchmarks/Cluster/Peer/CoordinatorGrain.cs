namespace Simulator.Benchmarks.Cluster.Peer;

/// <summary>
/// The limit of a region: the same calls of the same sizes in the same rounds, and nothing else. The
/// recording is handed over in memory, for the silo lies in this process.
/// </summary>
[KeepAlive, GrainType("benchmark.coordinator")]
internal sealed class CoordinatorGrain(IGrainContext context, IGrainFactory grains) : ICoordinatorGrain, IGrainBase
{
    private readonly Recording recording = Recording.Present!;
    private ValueTask<WorkerAnswer>[] underWay = [];
    private IWorkerGrain[] workers = [];
    private int[] roundStarts = [];

    public IGrainContext GrainContext => context;

    public async Task Open(int from, int count)
    {
        if (roundStarts.Length == 0)
        {
            roundStarts = new int[recording.Widths.Count + 1];
            for (var round = 0; round < recording.Widths.Count; round++)
                roundStarts[round + 1] = roundStarts[round] + recording.Widths[round];
        }

        Array.Resize(ref workers, Math.Max(workers.Length, from + count));
        var opening = new Task[count];
        for (var worker = from; worker < from + count; worker++)
        {
            workers[worker] = grains.GetGrain<IWorkerGrain>(worker);
            opening[worker - from] = workers[worker].Open();
        }

        await Task.WhenAll(opening);
    }

    public async Task Replay(Way way, int fromRound, int toRound)
    {
        underWay = new ValueTask<WorkerAnswer>[way.Width];
        for (var round = fromRound; round < toRound; round++)
        {
            var (next, end) = (roundStarts[round], roundStarts[round + 1]);
            await (way.Slides ? Slide(next, end, way.Width) : Batch(next, end, way.Width));
        }
    }

#pragma warning disable CA2012 // Each is kept until it is awaited, once.
    private async Task Slide(int first, int end, int width)
    {
        var (asked, answered) = (first, first);
        while (answered < end)
        {
            for (; asked < end && asked - answered < width; asked++)
                underWay[asked % width] = Ask(asked);
            await underWay[answered++ % width];
        }
    }

    private async Task Batch(int first, int end, int width)
    {
        for (var next = first; next < end; next += width)
        {
            var count = Math.Min(width, end - next);
            for (var place = 0; place < count; place++)
                underWay[place] = Ask(next + place);
            for (var place = 0; place < count; place++)
                await underWay[place];
        }
    }

#pragma warning restore CA2012

    private ValueTask<WorkerAnswer> Ask(int call)
    {
        var shape = recording.Calls[call];
        return workers[shape.Body].Play(WorkerCall.Of(shape));
    }
}
