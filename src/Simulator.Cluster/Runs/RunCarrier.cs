using System.Diagnostics;
using Orleans.Storage;
using Simulator.Cluster.Models;
using Simulator.Cluster.Telemetry;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Runs;

/// <summary>
/// Carries a run from its first attempt to its end, a turn at a time. What is to be done next is in
/// <see cref="Turn"/>, what becomes of a failure in <see cref="Meet"/>.
/// </summary>
internal sealed partial class RunCarrier(
    string run, IGrainFactory grains, ModelShelf shelf, SiloCount silos, RunLimits limits, RunLedger ledger,
    RunReader reader)
{
    private const int AttemptsInVain = 120;

    private int inVain;
    private int unreleased;
    private bool mustHearReader;
    private long recorded = Stopwatch.GetTimestamp();

    /// <summary>How the run stands.</summary>
    internal RunPhase Phase
    {
        get;
        set
        {
            ClusterTelemetry.MoveRun(WordOf(field), WordOf(value));
            field = value;
        }
    }

    /// <summary>The attempt that is under way.</summary>
    internal RunAttempt? Attempt { get; private set; }

    /// <summary>What came of the run, once it has ended.</summary>
    internal RunOutcome? Outcome { get; private set; }

    /// <summary>Why it failed.</summary>
    internal string? Failure { get; private set; }

    /// <summary>What waits to be brought in.</summary>
    internal InjectQueue Injects { get; } = new();

    /// <summary>The scenario as it stands.</summary>
    internal RunScript Script { get; } = new(shelf, ledger);

    /// <summary>
    /// How many blocks may be read: the last one of a run not before it is durable that the run has ended, for
    /// it may be short, and would be longer if anything were brought in by another clock.
    /// </summary>
    internal long Readable => Attempt is not { } present ? 0
        : present.Blocks.IsSealed && Outcome is null ? present.Blocks.Made - 1 : present.Blocks.Made;

    /// <summary>Whether it is to be held.</summary>
    internal bool IsPaused { get; set; }

    /// <summary>Whether another clock has the run now.</summary>
    internal bool IsOvertaken { get; private set; }

    /// <summary>
    /// Takes up a run that a clock has left behind: another silo's, or this one's before it was dropped.
    /// </summary>
    internal void TakeUp()
    {
        Failure = ledger.Record.Failure;
        Phase = Failure is null ? RunPhase.Recovering : RunPhase.Failed;
        reader.Begin(ledger.Record);
        mustHearReader = ledger.Record.Epoch > 0;
        if (ledger.Record.Epoch > 0 && Failure is null)
        {
            reader.Tell("the clock of the run was lost with a silo; the run is played again");
        }
    }

    /// <summary>Does the next piece of work.</summary>
    /// <returns>When to look again.</returns>
    internal async Task<TimeSpan> Turn()
    {
        if (Phase == RunPhase.WaitingForStorage)
        {
            await ledger.Write(ledger.Record);
            reader.Tell("the database answers again; the run goes on");
            Phase = Attempt is null ? RunPhase.Recovering : RunPhase.Running;
        }

        if (Injects.First is { } asked && IsKnownHowFar(reader.IsGone))
        {
            Injects.Answer(await TakeIn(asked));
            return TimeSpan.Zero;
        }

        if (Phase == RunPhase.Failed || Outcome is not null)
        {
            Attempt?.Blocks.Acknowledge(reader.Acknowledged);
            await LetGoOfSilentReader();
            return limits.Idle;
        }

        if (reader.IsGone || IsPaused)
        {
            Phase = IsPaused ? RunPhase.Paused : RunPhase.WaitingForReader;
            await LetGoOfSilentReader();
            return limits.Idle;
        }

        if (Attempt is null)
        {
            await BeginAttempt();
        }
        else if (!Attempt.IsOpen)
        {
            Phase = RunPhase.Opening;
            await Attempt.ActivateSome();
            await RecordNowAndThen(Attempt);
        }
        else
        {
            await Advance(Attempt);
        }

        return Phase == RunPhase.WaitingForReader ? limits.Idle : TimeSpan.Zero;
    }

    /// <summary>
    /// Decides what a failure ends: the run, this attempt, this clock, or nothing but a turn.
    /// </summary>
    /// <returns>When to look again.</returns>
    internal async Task<TimeSpan> Meet(Exception trouble)
    {
        switch (trouble)
        {
            case RunFailedException or ModelException:
                return await Fail(trouble.Message);
            case InconsistentStateException:
                // Another clock has raised the epoch.
                IsOvertaken = true;
                return Timeout.InfiniteTimeSpan;
            case StorageLostException:
                if (Phase != RunPhase.WaitingForStorage)
                {
                    reader.Tell(
                        $"the database does not answer ({Failures.Root(trouble)}); the run waits for it");
                }

                Phase = RunPhase.WaitingForStorage;
                return limits.Idle;
            default:
                return await Abandon(trouble);
        }
    }

    /// <summary>Drops the regions and bodies of the present attempt.</summary>
    internal async Task DropAttempt()
    {
        GiveUpAttempt();
        await RunAttempt.Drop(grains, run, ledger.Record.Epoch, ledger.Record.Regions);
    }

    private async Task BeginAttempt()
    {
        var manifest = ledger.Manifest!;
        if (manifest.Version != ProgramVersion.Text)
        {
            throw new RunFailedException(
                $"The run was begun by version {manifest.Version} of this program, and only "
                + $"{ProgramVersion.Text} is left.");
        }

        var before = ledger.Record;
        var regions = silos.Count() * Math.Max(1, manifest.RegionsPerSilo);
        await ledger.Write(
            before with { Epoch = before.Epoch + 1, Regions = regions, Phase = RunPhase.Running });
        Phase = RunPhase.Opening;
        if (before.Epoch > 0)
        {
            RunAttempt.Drop(grains, run, before.Epoch, before.Regions).Ignore();
        }

        var text = await Script.Text();
        var model = await shelf.Get(ModelKey.Of(text), () => Task.FromResult(text));
        if (before.Injects.Length > 0)
        {
            // The client has never seen the scenario that it is by now.
            manifest = manifest with { Text = text, ModelHash = model.Hash.ToString() };
        }

        var blocks = limits.Journal(reader.Acknowledged);
        Attempt = await RunAttempt.Begin(grains, model, manifest, run, before.Epoch + 1, regions, blocks);
    }

    private async Task Advance(RunAttempt present)
    {
        var blocks = present.Blocks;
        blocks.Acknowledge(reader.Acknowledged);
        Phase = blocks.IsFull ? RunPhase.WaitingForReader : RunPhase.Running;
        await present.Advance(limits.Slice);
        if (present.HasEnded)
        {
            blocks.Seal();
        }

        if ((ledger.Differs(blocks) ?? reader.Differs(blocks)) is { } difference)
        {
            throw new RunFailedException(difference);
        }

        await RecordNowAndThen(present);
        if (present.HasEnded)
        {
            Outcome = RunOutcome.Of(present.Result(), ledger.Record.Injects.Length);
            Phase = RunPhase.Ended;
            present.Close();
        }
    }

    /// <summary>
    /// Makes durable how far the run has come; and finds out whether another clock has it meanwhile.
    /// </summary>
    private async Task RecordNowAndThen(RunAttempt present)
    {
        if (!present.HasEnded && Stopwatch.GetElapsedTime(recorded) < limits.Idle)
        {
            return;
        }

        recorded = Stopwatch.GetTimestamp();
        var (record, blocks) = (ledger.Record, present.Blocks);
        var isFurther = blocks.Made > record.Made;
        inVain = isFurther ? 0 : inVain;
        await ledger.Write(record with
        {
            Phase = present.HasEnded ? RunPhase.Ended : RunPhase.Running,
            Acknowledged = reader.Acknowledged,
            Made = isFurther ? blocks.Made : record.Made,
            Digest = isFurther ? blocks.DigestOf(blocks.Made).ToString() : record.Digest,
            ReaderSeen = reader.Seen,
            Unreleased = Math.Max(record.Unreleased, present.Unreleased),
            HasEnded = record.HasEnded || present.HasEnded,
        });
    }

    private void GiveUpAttempt()
    {
        unreleased = Math.Max(unreleased, Attempt?.Unreleased ?? 0);
        Attempt?.Close();
        Attempt = null;
    }

    private async Task<TimeSpan> Abandon(Exception trouble)
    {
        var why = Failures.WhyLost(trouble);
        reader.Tell($"attempt {ledger.Record.Epoch} was lost ({why}); the run is played again");
        Phase = RunPhase.Recovering;
        GiveUpAttempt();
        return ++inVain < AttemptsInVain
            ? limits.Idle
            : await Fail($"{AttemptsInVain} attempts in a row were lost. The last: {why}");
    }

    private async Task<TimeSpan> Fail(string why)
    {
        Failure = why;
        Phase = RunPhase.Failed;
        await DropAttempt();
        try
        {
            await ledger.Write(ledger.Record with { Phase = RunPhase.Failed, Failure = why });
        }
        catch (InconsistentStateException)
        {
            IsOvertaken = true;
        }
        catch (StorageLostException)
        {
            // The reader is told all the same; another clock would come to the same end.
        }

        return limits.Idle;
    }

    private async Task LetGoOfSilentReader()
    {
        if (reader.IsLongGone && Attempt is not null)
        {
            // Whoever comes back finds the run played again from what was durable.
            Outcome = null;
            Phase = RunPhase.WaitingForReader;
            await DropAttempt();
        }
    }

    private static string? WordOf(RunPhase phase) => phase switch
    {
        RunPhase.Unknown => null,
        RunPhase.Opening => RunStates.Opening,
        RunPhase.Running => RunStates.Running,
        RunPhase.Ended => RunStates.Ended,
        RunPhase.Failed => RunStates.Failed,
        RunPhase.Recovering => RunStates.Recovering,
        _ => RunStates.Waiting,
    };
}
