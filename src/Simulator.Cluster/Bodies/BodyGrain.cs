using Orleans.Placement;
using Simulator.Cluster.Models;
using Simulator.Cluster.Runs;
using Simulator.Cluster.Wire;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Office;

namespace Simulator.Cluster.Bodies;

/// <summary>
/// Holds one body's slot of the kernel and plays its rounds. All that it does is done by
/// <see cref="BodyRound"/>; it lives beside the region that calls it until it is dropped.
/// </summary>
[KeepAlive, PreferLocalPlacement, GrainType("simulator.body")]
internal sealed class BodyGrain(IGrainContext context, IGrainFactory grains, ModelShelf shelf)
    : IBodyGrain, IGrainBase
{
    /// <summary>
    /// A round never waits, so that all bodies that play on a thread can share what they write to.
    /// </summary>
    [ThreadStatic]
    private static Outcome? desk;

    private CompiledModel? model;
    private ChanceKey chance;
    private Slab? slab;

    /// <inheritdoc/>
    public IGrainContext GrainContext => context;

    /// <inheritdoc/>
    public async Task Open(BodyOrder order)
    {
        model = await shelf.Get(order.Model, Text);
        chance = new ChanceKey(order.Seed, order.Replication);
        slab = new Slab(model, order.Index, 1);
    }

    /// <inheritdoc/>
    public ValueTask<BodyAnswer> Play(BodyCall call)
    {
        if (slab is null)
        {
            // Nobody but this call has made it.
            this.DeactivateOnIdle();
        }

        var isExpected = slab?.RoundsOf(slab.First) == call.Round;
        return new(isExpected ? PlayHere(call) : new BodyAnswer { IsStranger = true });
    }

    /// <inheritdoc/>
    public Task Drop()
    {
        this.DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private BodyAnswer PlayHere(BodyCall call)
    {
        var outcome = desk ??= new Outcome();
        outcome.Clear();
        try
        {
            BodyRound.Play(
                model!.Under(call.Regime.Span), chance, slab!, slab!.First, call.Tick, call.WakeUps.Span,
                call.Papers.Span, outcome);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The kernel would fail just so at any other attempt: the run is at fault, not the silo.
            return new BodyAnswer { Failure = RunException.SentenceOf(failure, "A body's round") };
        }

        return new BodyAnswer
        {
            Entries = outcome.Entries.ToArray(),
            Papers = outcome.Messages.ToArray(),
            WakeUps = outcome.WakeUps.ToArray(),
            DeskMoves = outcome.DeskMoves.ToArray(),
        };
    }

    private Task<string> Text() =>
        grains.GetGrain<IRunGrain>(GrainKeys.RunOf(context.GrainId.Key.ToString()!)).Text();
}
