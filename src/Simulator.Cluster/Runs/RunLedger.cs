using Orleans.Storage;
using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Runs;

/// <summary>
/// What of a run is durable: its manifest, written once, and its record. The storage compares and swaps:
/// whoever writes a record that another clock has overtaken is told so and must stop.
/// </summary>
internal sealed class RunLedger(IPersistentState<RunManifest> manifest, IPersistentState<RunRecord> record)
{
    internal const string Storage = "runs";

    /// <summary>The manifest; <c>null</c>: there is no such run.</summary>
    internal RunManifest? Manifest => manifest.RecordExists ? manifest.State : null;

    internal RunRecord Record => record.RecordExists ? record.State : new RunRecord();

    /// <exception cref="StorageLostException">The storage does not answer.</exception>
    internal async Task Begin(RunManifest first)
    {
        await Reach(async () =>
        {
            record.State = new RunRecord { Phase = RunPhase.Opening, ReaderSeen = DateTimeOffset.UtcNow };
            await record.WriteStateAsync();
            manifest.State = first;
            await manifest.WriteStateAsync();
        });
    }

    /// <exception cref="StorageLostException">The storage does not answer.</exception>
    /// <exception cref="InconsistentStateException">Another clock has taken the run over.</exception>
    internal async Task Write(RunRecord next)
    {
        var before = record.State;
        try
        {
            record.State = next;
            await Reach(record.WriteStateAsync);
        }
        catch (StorageLostException)
        {
            record.State = before;
            throw;
        }
    }

    /// <summary>How what was made again differs from what was durable; <c>null</c>: it does not.</summary>
    internal string? Differs(JournalBlocks blocks)
    {
        var (made, digest) = (Record.Made, Record.Digest);
        if (blocks.Made < made)
        {
            return blocks.IsSealed
                ? $"Played again, the run ended after {blocks.Made} blocks and not after {made} or more."
                : null;
        }

        return made > 0 && blocks.DigestOf(made).ToString() is var again && again != digest
            ? $"Played again, the first {made} blocks have the digest {again} instead of {digest}."
            : null;
    }

    /// <summary>Forgets the run.</summary>
    internal Task Clear() => Reach(async () =>
    {
        if (manifest.RecordExists)
        {
            await manifest.ClearStateAsync();
        }

        if (record.RecordExists)
        {
            await record.ClearStateAsync();
        }
    });

    private static async Task Reach(Func<Task> what)
    {
        try
        {
            await what();
        }
        catch (InconsistentStateException)
        {
            throw;
        }
        catch (Exception silence)
        {
            throw new StorageLostException(silence);
        }
    }
}
