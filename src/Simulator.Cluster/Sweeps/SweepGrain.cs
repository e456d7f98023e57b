using System.Diagnostics;
using Orleans.Concurrency;
using Simulator.Cluster.Runs;
using Simulator.Cluster.Wire;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Sweeps;

/// <summary>
/// Gives out replications a handful at a time, to each silo its share as long as there are any, and does
/// again what a lost silo had in hand: a replication is a pure function, so that doing it twice is no harm.
/// </summary>
[Reentrant, KeepAlive, GrainType("simulator.sweep")]
internal sealed class SweepGrain(
    IGrainFactory grains, SiloCount silos, RunLimits limits, IReadOnlyList<IRunReducer> reducers) : Grain, ISweepGrain
{
    private const int SharesPerSilo = 2;
    private const int AtATime = 8;
    private const int LossesAllowed = 100;

    private readonly List<SweepRow> rows = [];
    private readonly List<string> news = [];
    private readonly Queue<int> left = [];
    private readonly Pulse pulse = new();
    private SweepOrder? order;
    private long heard = Stopwatch.GetTimestamp();
    private string? failure;
    private int losses;
    private bool isDropped;

    /// <inheritdoc/>
    public Task<string?> Start(SweepOrder order)
    {
        var refusal = ProgramVersion.RefusalOf(order.Version)
            ?? (reducers.Any(one => one.Name == order.Reducer) ? null : $"The silos know no measure '{order.Reducer}'.");
        if (refusal is null && this.order is null)
        {
            this.order = order;
            Array.ForEach(order.Replications, left.Enqueue);
            for (var share = 0; share < SharesPerSilo * silos.Count(); share++)
            {
                Share(share).Ignore();
            }
        }

        return Task.FromResult(refusal);
    }

    /// <inheritdoc/>
    public async Task<SweepAnswer> Poll(int have)
    {
        heard = Stopwatch.GetTimestamp();
        if (order is not null && failure is null && rows.Count <= have)
        {
            await Task.WhenAny(pulse.Next, Task.Delay(limits.Poll));
        }

        if (order is null)
        {
            // Nobody but this question has made it.
            this.DeactivateOnIdle();
        }

        return new SweepAnswer
        {
            Rows = [.. rows.Skip(have)],
            News = [.. news],
            Failure = failure,
            IsLost = order is null,
        };
    }

    /// <inheritdoc/>
    public Task Drop()
    {
        isDropped = true;
        left.Clear();
        this.DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private async Task Share(int number)
    {
        var share = grains.GetGrain<ISweepShareGrain>(GrainKeys.Of(this.GetPrimaryKeyString(), 1, number));
        while (left.Count > 0 && failure is null)
        {
            if (Stopwatch.GetElapsedTime(heard) > limits.Gone)
            {
                // Nobody waits for the rest.
                await Drop();
                return;
            }

            var some = new List<int>(AtATime);
            while (some.Count < AtATime && left.TryDequeue(out var replication))
            {
                some.Add(replication);
            }

            try
            {
                rows.AddRange(await share.Run(order!, [.. some]));
            }
            catch (Exception lost)
            {
                await GiveOutAgain(some, lost);
            }

            pulse.Beat();
        }
    }

    private async Task GiveOutAgain(List<int> some, Exception lost)
    {
        if (isDropped)
        {
            return;
        }

        var why = Failures.WhyLost(lost);
        news.Add($"{some.Count} replications were lost with their silo and are done again ({why})");
        some.ForEach(left.Enqueue);
        if (++losses > LossesAllowed)
        {
            failure = $"Replications were lost {losses} times. The last: {why}";
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
    }
}
