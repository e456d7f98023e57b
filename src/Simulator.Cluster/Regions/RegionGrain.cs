using System.Diagnostics;
using Simulator.Cluster.Bodies;
using Simulator.Cluster.Models;
using Simulator.Cluster.Runs;
using Simulator.Cluster.Telemetry;
using Simulator.Cluster.Wire;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Interventions;

namespace Simulator.Cluster.Regions;

/// <summary>
/// Asks each of its bodies that has something due to play, in the order of their ids, many calls at a
/// time, and folds what comes of them into its agenda in that order. What is due is the kernel's
/// <see cref="RemoteRegion"/>'s business, what happens the bodies'.
/// </summary>
[KeepAlive, RegionPlacement, GrainType("simulator.region")]
internal sealed class RegionGrain(IGrainContext context, IGrainFactory grains, ModelShelf shelf, RunLimits limits)
    : IRegionGrain, IGrainBase
{
    /// <summary>
    /// Calls under way at a time: enough for all threads of a silo, few enough to stay in its caches.
    /// </summary>
    private const int Window = 256;

    /// <summary>
    /// Blocks of the journal after which a region answers: one, so that the reader is not kept waiting, and
    /// what is answered stays an array that the collector does not count among the large ones.
    /// </summary>
    private const int EnoughBlocks = 1;

    private readonly (int Body, ValueTask<BodyAnswer> Answer)[] underWay =
        new (int, ValueTask<BodyAnswer>)[Window];
    private readonly Backlog.Part wakeUpsWaiting = ClusterTelemetry.Agenda.Open();
    private readonly Backlog.Part papersUnderWay = ClusterTelemetry.PapersUnderWay.Open();
    private RegionOrder? order;
    private CompiledModel? model;
    private RemoteRegion? region;
    private IBodyGrain[] bodies = [];
    private uint[] rounds = [];
    private IGrainTimer? lookout;
    private Plain<InForce> regime;
    private int activated;
    private int delivered;
    private long calls;

    /// <inheritdoc/>
    public IGrainContext GrainContext => context;

    private string Key => context.GrainId.Key.ToString()!;

    private int Epoch => GrainKeys.EpochOf(Key);

    /// <inheritdoc/>
    public async Task<RegionOpening> Open(RegionOrder order)
    {
        this.order = order;
        model = await shelf.Get(
            order.Model, () => grains.GetGrain<IRunGrain>(GrainKeys.RunOf(Key)).Text());
        region = new RemoteRegion(model, order.First, order.Count);
        bodies = new IBodyGrain[order.Count];
        rounds = new uint[order.Count];
        lookout ??= this.RegisterGrainTimer(
            LookOut, new GrainTimerCreationOptions(limits.Gone, limits.Gone));
        return new RegionOpening(model.Hash.ToString(), region.NextDue());
    }

    /// <inheritdoc/>
    public async Task Activate(int from, int count)
    {
        if (order is null)
        {
            // Its silo was lost after it had been opened, and here is another.
            throw new InvalidOperationException($"region {Key} was lost while its bodies were made");
        }

        var (run, epoch) = (GrainKeys.RunOf(Key), Epoch);
        var opening = new Task[count];
        for (var place = from; place < from + count; place++)
        {
            var index = order.First + place;
            bodies[place] = grains.GetGrain<IBodyGrain>(GrainKeys.Of(run, epoch, model!.Bodies[index].Id));
            opening[place - from] =
                bodies[place].Open(new BodyOrder(order.Model, index, order.Seed, order.Replication));
        }

        activated += count;
        await Task.WhenAll(opening);
    }

    /// <inheritdoc/>
    public async Task<RoundAnswer> Play(RoundCall call)
    {
        if (region is null)
        {
            // Nobody but this call has made it.
            this.DeactivateOnIdle();
        }

        if (region is null || activated != bodies.Length || call.Number != ++calls)
        {
            return new RoundAnswer { Lost = $"Region {Key} is not where its clock takes it to be." };
        }

        try
        {
            return await PlayTicks(region, call);
        }
        catch (RunException failure)
        {
            return new RoundAnswer { Failure = failure.Message };
        }
    }

    /// <inheritdoc/>
    public async Task Drop()
    {
        lookout?.Dispose();
        const int batch = 2048;
        for (var from = 0; from < bodies.Length; from += batch)
        {
            var some = bodies.Skip(from).Take(batch).Where(body => body is not null);
            await Task.WhenAll(some.Select(body => body.Drop()));
        }

        bodies = [];
        region = null;
        wakeUpsWaiting.Dispose();
        papersUnderWay.Dispose();
        this.DeactivateOnIdle();
    }

    /// <summary>Drops what no clock will: a stale one may have made it after the next had begun.</summary>
    private async Task LookOut(CancellationToken cancellation)
    {
        if (!await grains.GetGrain<IRunGrain>(GrainKeys.RunOf(Key)).IsPresent(Epoch))
        {
            await Drop();
        }
    }

    private async Task<RoundAnswer> PlayTicks(RemoteRegion region, RoundCall call)
    {
        foreach (ref readonly var paper in call.Arrivals.Span)
        {
            region.Accept(paper);
        }

        regime = call.Regime;
        region.Direct(call.WakeUps.Span);

        var started = Stopwatch.GetTimestamp();
        var tick = call.Tick;
        do
        {
            if (await PlayTick(region, tick) is { } trouble)
            {
                return trouble;
            }

            tick = region.NextDue();
        }
        while (tick < call.Horizon && !region.HasLeaving
            && region.PendingEntries < EnoughBlocks * limits.BlockSize
            && Stopwatch.GetElapsedTime(started) < limits.Slice);
        wakeUpsWaiting.Set(region.WakeUpCount);
        papersUnderWay.Set(region.PaperCount);
        return RoundAnswer.Of(region.Collect());
    }

    private async Task<RoundAnswer?> PlayTick(RemoteRegion region, int tick)
    {
        var begun = ClusterTelemetry.BeginRound();
        delivered = 0;
        region.Open(tick);
        var (asked, answered) = (0, 0);
        while (true)
        {
            while (asked - answered < Window && AskNext(tick, ref underWay[asked % Window]))
            {
                asked++;
            }

            if (answered == asked)
            {
                ClusterTelemetry.EndRound(begun, asked, delivered);
                return null;
            }

            var (body, task) = underWay[answered++ % Window];
            var answer = await task;
            if (answer.Failure is { } failure)
            {
                return new RoundAnswer { Failure = failure };
            }

            if (answer.IsStranger)
            {
                return new RoundAnswer { Lost = $"{model!.Bodies[body].Id} was lost" };
            }

            region.Settle(
                body, answer.Entries.Span, answer.Papers.Span, answer.WakeUps.Span, answer.DeskMoves.Span);
        }
    }

    private bool AskNext(int tick, ref (int Body, ValueTask<BodyAnswer> Answer) slot)
    {
        if (!region!.TakeNext(out var body, out var wakeUps, out var papers))
        {
            return false;
        }

        delivered += papers.Length;
        var place = body - order!.First;
        var call = new BodyCall(tick, rounds[place]++, wakeUps.ToArray(), papers.ToArray(), regime);
#pragma warning disable CA2012 // Each is kept in the window until it is awaited, once.
        slot = (body, bodies[place].Play(call));
#pragma warning restore CA2012
        return true;
    }
}
