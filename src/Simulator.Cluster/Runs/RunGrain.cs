using System.Diagnostics;
using Orleans.Concurrency;
using Orleans.Storage;
using Simulator.Cluster.Models;
using Simulator.Cluster.Wire;
using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Runs;

/// <summary>
/// The clock of a run: a timer whose every turn does one piece of work of at most a slice of time, and
/// calls that leave word for it in between. What is to be done next is in <see cref="Turn"/>, what becomes
/// of a failure in <see cref="Meet"/>.
/// </summary>
[Reentrant, KeepAlive, GrainType("simulator.run")]
internal sealed class RunGrain(
    IGrainContext context, IGrainFactory grains, ModelShelf shelf, SiloCount silos, RunLimits limits,
    [PersistentState("manifest", RunLedger.Storage)] IPersistentState<RunManifest> manifestState,
    [PersistentState("record", RunLedger.Storage)] IPersistentState<RunRecord> recordState)
    : IRunGrain, IGrainBase, IRemindable
{
    private const string ReminderName = "clock";
    private const int AttemptsInVain = 120;

    private readonly RunLedger ledger = new(manifestState, recordState);
    private readonly RunReader reader = new(limits);
    private RunAttempt? attempt;
    private IGrainTimer? timer;
    private RunOutcome? outcome;
    private RunPhase phase;
    private string? failure;
    private bool isPaused;
    private bool isToDrop;
    private bool isWorking;
    private int inVain;
    private long recorded = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public IGrainContext GrainContext => context;

    private string Name => context.GrainId.Key.ToString()!;

    /// <inheritdoc/>
    public Task OnActivateAsync(CancellationToken token)
    {
        if (ledger.Manifest is not null)
        {
            // Nobody but a lost clock leaves a run behind: another silo's, or this one's before it was dropped.
            failure = ledger.Record.Failure;
            phase = failure is null ? RunPhase.Recovering : RunPhase.Failed;
            reader.Begin(ledger.Record.Acknowledged);
            if (ledger.Record.Epoch > 0 && failure is null)
            {
                reader.Tell($"the silo that held the clock was lost; the run is played again from block {ledger.Record.Made}");
            }

            Wind();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<string?> Start(RunManifest manifest)
    {
        if (manifest.Version != ProgramVersion.Text)
        {
            return $"The cluster runs version {ProgramVersion.Text} of this program and the client is version "
                + $"{manifest.Version}: use a client of version {ProgramVersion.Text}.";
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
            phase = RunPhase.Opening;
        }

        // A call before this one may have come no further than the storage.
        await this.RegisterOrUpdateReminder(ReminderName, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        Wind();
        return null;
    }

    /// <inheritdoc/>
    public Task<string> Text() => Task.FromResult(ledger.Manifest?.Text ?? throw new InvalidOperationException(
        $"There is no run '{Name}' on this cluster."));

    /// <inheritdoc/>
    public async Task<PollAnswer> Poll(PollRequest request)
    {
        reader.Hear(request);
        Wake();
        await reader.Wait(() => phase is RunPhase.Failed or RunPhase.Unknown || outcome is not null
            || reader.HasNews(request) || attempt?.Blocks.Made > request.From);
        if (phase == RunPhase.Unknown && timer is null)
        {
            // Nobody but this question has made it.
            this.DeactivateOnIdle();
        }

        return reader.Answer(request, attempt?.Blocks) with
        {
            Phase = phase,
            Tick = attempt?.Tick ?? 0,
            Outcome = outcome,
            BlocksInAll = outcome is null ? null : attempt?.Blocks.Made,
            Failure = failure,
        };
    }

    /// <inheritdoc/>
    public Task Pause()
    {
        isPaused = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Resume()
    {
        isPaused = false;
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

    /// <summary>Nothing to do: that the clock is there again is what the reminder is for.</summary>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (ledger.Manifest is null || reader.IsForgotten(ledger.Record))
        {
            await Drop();
        }
    }

    private void Wind() => timer ??= this.RegisterGrainTimer(
        TakeTurn,
        new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true });

    private void Wake()
    {
        if (!isWorking)
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
            next = await Turn();
        }
        catch (Exception trouble)
        {
            next = await Meet(trouble);
        }
        finally
        {
            isWorking = false;
            reader.Pulse();
            timer?.Change(next, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The next piece of work.</summary>
    /// <returns>When to look again.</returns>
    private async Task<TimeSpan> Turn()
    {
        if (isToDrop)
        {
            await Forget();
            return Timeout.InfiniteTimeSpan;
        }

        if (phase == RunPhase.WaitingForStorage)
        {
            await ledger.Write(ledger.Record);
            reader.Tell("the database answers again; the run goes on");
            phase = attempt is null ? RunPhase.Recovering : RunPhase.Running;
        }

        if (phase == RunPhase.Failed || outcome is not null)
        {
            await LetGoOfSilentReader();
            return limits.Idle;
        }

        if (reader.IsGone || isPaused)
        {
            phase = isPaused ? RunPhase.Paused : RunPhase.WaitingForReader;
            await LetGoOfSilentReader();
            return limits.Idle;
        }

        if (attempt is null)
        {
            await BeginAttempt();
        }
        else if (!attempt.IsOpen)
        {
            await attempt.ActivateSome();
        }
        else
        {
            await Advance(attempt);
        }

        return phase == RunPhase.WaitingForReader ? limits.Idle : TimeSpan.Zero;
    }

    private async Task BeginAttempt()
    {
        var manifest = ledger.Manifest!;
        var before = ledger.Record;
        var regions = silos.Count() * manifest.RegionsPerSilo;
        await ledger.Write(before with { Epoch = before.Epoch + 1, Regions = regions, Phase = RunPhase.Running });
        phase = RunPhase.Opening;
        if (before.Epoch > 0)
        {
            RunAttempt.Drop(grains, Name, before.Epoch, before.Regions).Ignore();
        }

        var model = await shelf.Get(ModelKey.Of(manifest.Text), () => Task.FromResult(manifest.Text));
        var blocks = limits.Journal(reader.Acknowledged);
        attempt = await RunAttempt.Begin(grains, model, manifest, Name, before.Epoch + 1, regions, blocks);
    }

    private async Task Advance(RunAttempt present)
    {
        var blocks = present.Blocks;
        blocks.Acknowledge(reader.Acknowledged);
        phase = blocks.IsFull ? RunPhase.WaitingForReader : RunPhase.Running;
        await present.Advance(limits.Slice);
        if (present.HasEnded)
        {
            blocks.Seal();
        }

        Compare(blocks, present.HasEnded);
        if (present.HasEnded || Stopwatch.GetElapsedTime(recorded) > limits.Idle)
        {
            await Record(blocks, present.HasEnded);
        }

        if (present.HasEnded)
        {
            outcome = RunOutcome.Of(present.Result());
            phase = RunPhase.Ended;
        }
    }

    /// <summary>What was durable, and what the reader has, must come about again.</summary>
    private void Compare(JournalBlocks blocks, bool hasEnded)
    {
        var record = ledger.Record;
        if (hasEnded && blocks.Made < Math.Max(record.Made, reader.Acknowledged))
        {
            throw new RunFailedException(
                $"Played again, the run ended after {blocks.Made} blocks and not after "
                + $"{Math.Max(record.Made, reader.Acknowledged)} or more.");
        }

        if (blocks.Made >= record.Made && record.Made > 0
            && blocks.DigestOf(record.Made).ToString() is var again && again != record.Digest)
        {
            throw new RunFailedException(
                $"Played again, the first {record.Made} blocks have the digest {again} instead of {record.Digest}.");
        }

        if (reader.Differs(blocks) is { } difference)
        {
            throw new RunFailedException(difference);
        }
    }

    private async Task Record(JournalBlocks blocks, bool hasEnded)
    {
        recorded = Stopwatch.GetTimestamp();
        var record = ledger.Record;
        if (blocks.Made < record.Made)
        {
            return;
        }

        inVain = blocks.Made > record.Made ? 0 : inVain;
        await ledger.Write(record with
        {
            Phase = hasEnded ? RunPhase.Ended : RunPhase.Running,
            Acknowledged = reader.Acknowledged,
            Made = blocks.Made,
            Digest = blocks.DigestOf(blocks.Made).ToString(),
            ReaderSeen = DateTimeOffset.UtcNow,
        });
    }

    /// <summary>Decides what a failure ends: the run, this attempt, this clock, or nothing but a turn.</summary>
    private async Task<TimeSpan> Meet(Exception trouble)
    {
        switch (trouble)
        {
            case RunFailedException or Kernel.Compilation.ModelException:
                return await Fail(trouble.Message);
            case InconsistentStateException:
                // Another clock has raised the epoch; it has the run now.
                timer?.Dispose();
                timer = null;
                this.DeactivateOnIdle();
                return Timeout.InfiniteTimeSpan;
            case StorageLostException:
                if (phase != RunPhase.WaitingForStorage)
                {
                    reader.Tell($"the database does not answer ({trouble.Message}); the run waits for it");
                }

                phase = RunPhase.WaitingForStorage;
                return limits.Idle;
            default:
                return await Abandon(trouble);
        }
    }

    private async Task<TimeSpan> Abandon(Exception trouble)
    {
        reader.Tell($"attempt {ledger.Record.Epoch} was lost ({trouble.Message}); the run is played again");
        phase = RunPhase.Recovering;
        attempt = null;
        return ++inVain < AttemptsInVain
            ? limits.Idle
            : await Fail($"{AttemptsInVain} attempts in a row were lost. The last: {trouble.Message}");
    }

    private async Task<TimeSpan> Fail(string why)
    {
        failure = why;
        phase = RunPhase.Failed;
        await DropAttempt();
        try
        {
            await ledger.Write(ledger.Record with { Phase = RunPhase.Failed, Failure = why });
        }
        catch (Exception silence) when (silence is StorageLostException or InconsistentStateException)
        {
            // The reader is told all the same; another clock would come to the same end.
        }

        return limits.Idle;
    }

    private async Task LetGoOfSilentReader()
    {
        if (reader.IsLongGone && attempt is not null)
        {
            // Whoever comes back finds the run played again from what was durable.
            outcome = null;
            phase = RunPhase.WaitingForReader;
            await DropAttempt();
        }
    }

    private async Task DropAttempt()
    {
        attempt = null;
        await RunAttempt.Drop(grains, Name, ledger.Record.Epoch, ledger.Record.Regions);
    }

    private async Task Forget()
    {
        phase = RunPhase.Unknown;
        await DropAttempt();
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
