using Orleans.Concurrency;
using Simulator.Cluster.Models;

namespace Simulator.Cluster.Runs;

/// <summary>
/// The clock of a run: a timer whose every turn does one piece of work of at most a slice of time, and
/// calls that leave word for it in between. What a turn does is the <see cref="RunCarrier"/>'s business.
/// </summary>
[Reentrant, KeepAlive, GrainType("simulator.run")]
internal sealed class RunGrain(
    IGrainContext context, IGrainFactory grains, ModelShelf shelf, SiloCount silos, RunLimits limits,
    [PersistentState("manifest", RunLedger.Storage)] IPersistentState<RunManifest> manifestState,
    [PersistentState("record", RunLedger.Storage)] IPersistentState<RunRecord> recordState)
    : IRunGrain, IGrainBase, IRemindable
{
    private const string ReminderName = "clock";

    private readonly RunLedger ledger = new(manifestState, recordState);
    private readonly RunReader reader = new(limits);
    private RunCarrier? carrier;
    private IGrainTimer? timer;
    private bool isToDrop;
    private bool isWorking;

    /// <inheritdoc/>
    public IGrainContext GrainContext => context;

    private RunCarrier Carrier => carrier
        ?? throw new InvalidOperationException($"The run '{Name}' is not activated.");

    private string Name => context.GrainId.Key.ToString()!;

    /// <inheritdoc/>
    public Task OnActivateAsync(CancellationToken token)
    {
        carrier = new RunCarrier(Name, grains, shelf, silos, limits, ledger, reader);
        if (ledger.Manifest is not null)
        {
            carrier.TakeUp();
            Wind();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<string?> Start(RunManifest manifest)
    {
        if (ProgramVersion.RefusalOf(manifest.Version) is { } refusal)
        {
            return refusal;
        }

        if (ledger.Manifest is { } there)
        {
            if (there != manifest)
            {
                return $"The cluster has another run called '{Name}' already.";
            }
        }
        else
        {
            await ledger.Begin(manifest);
            Carrier.Phase = RunPhase.Opening;
        }

        // A call before this one may have come no further than the storage.
        await this.RegisterOrUpdateReminder(ReminderName, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        Wind();
        return null;
    }

    /// <inheritdoc/>
    public Task<InjectAnswer> Inject(InjectRequest request)
    {
        if (ledger.Manifest is null || isToDrop)
        {
            LeaveIfUnknown();
            return Task.FromResult(InjectAnswer.Refused($"There is no run '{Name}' on this cluster."));
        }

        if (ProgramVersion.RefusalOf(request.Version) is { } refusal)
        {
            return Task.FromResult(InjectAnswer.Refused(refusal));
        }

        var answer = Carrier.Injects.Ask(request);
        Wind();
        Wake();
        return answer;
    }

    /// <inheritdoc/>
    public Task<string> Text() => Carrier.Script.Text();

    /// <inheritdoc/>
    public Task<bool> IsPresent(int epoch)
    {
        LeaveIfUnknown();
        return Task.FromResult(ledger.Manifest is not null && ledger.Record.Epoch == epoch);
    }

    /// <inheritdoc/>
    public async Task<PollAnswer> Poll(PollRequest request)
    {
        if (request.From < reader.Acknowledged)
        {
            return new PollAnswer
            {
                Failure = $"The blocks before {reader.Acknowledged} are acknowledged and gone: two cannot read "
                    + "one run.",
            };
        }

        reader.Hear(request);
        Wake();
        await reader.Wait(() => Carrier.Phase is RunPhase.Failed or RunPhase.Unknown || Carrier.Outcome is not null
            || reader.HasNews(request) || Carrier.Readable > request.From);
        LeaveIfUnknown();
        var blocks = Carrier.Attempt?.Blocks;
        return reader.Answer(request, blocks, Carrier.Readable) with
        {
            Phase = Carrier.Phase,
            Tick = Carrier.Attempt?.Tick ?? 0,
            Outcome = Carrier.Outcome,
            BlocksInAll = Carrier.Outcome is null ? null : blocks?.Made,
            Failure = Carrier.Failure,
        };
    }

    /// <inheritdoc/>
    public Task Pause()
    {
        Carrier.IsPaused = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Resume()
    {
        Carrier.IsPaused = false;
        Wake();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Drop()
    {
        isToDrop = true;
        Wind();
        Wake();
        return Task.CompletedTask;
    }

    /// <summary>
    /// That the clock is there again is what the reminder is for; a run that nobody will ask for is let go.
    /// </summary>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (ledger.Manifest is null || reader.IsForgotten(ledger.Record))
        {
            await Drop();
        }
    }

    private void LeaveIfUnknown()
    {
        if (Carrier.Phase == RunPhase.Unknown && timer is null)
        {
            // Nobody but this question has made it.
            this.DeactivateOnIdle();
        }
    }

    private void Wind() => timer ??= this.RegisterGrainTimer(
        TakeTurn,
        new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan)
        {
            Interleave = true,
            KeepAlive = true,
        });

    /// <summary>
    /// Has the clock look at once at what it waits for; a pause between two attempts is not cut short.
    /// </summary>
    private void Wake()
    {
        var mayWake = Carrier.Phase is RunPhase.WaitingForReader or RunPhase.Paused
            || (Carrier.Injects.First is not null
                && Carrier.Phase is not (RunPhase.Recovering or RunPhase.WaitingForStorage));
        if (!isWorking && (isToDrop || mayWake))
        {
            timer?.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task TakeTurn(CancellationToken cancellation)
    {
        if (isWorking)
        {
            return;
        }

        isWorking = true;
        var next = limits.Idle;
        try
        {
            if (isToDrop)
            {
                await Forget();
            }
            else
            {
                next = await Carrier.Turn();
            }
        }
        catch (Exception trouble)
        {
            next = await Carrier.Meet(trouble);
        }
        finally
        {
            isWorking = false;
            reader.Pulse();
            Rewind(next);
        }
    }

    private void Rewind(TimeSpan next)
    {
        if (Carrier.IsOvertaken)
        {
            Carrier.Injects.SendAway();
            timer?.Dispose();
            timer = null;
            this.DeactivateOnIdle();
        }

        timer?.Change(next, Timeout.InfiniteTimeSpan);
    }

    private async Task Forget()
    {
        Carrier.Injects.SendAway();
        Carrier.Phase = RunPhase.Unknown;
        await Carrier.DropAttempt();
        if (await this.GetReminder(ReminderName) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }

        await ledger.Clear();
        timer?.Dispose();
        timer = null;
        this.DeactivateOnIdle();
    }
}
