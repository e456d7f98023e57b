using System.Buffers;
using System.IO.Pipelines;

namespace Simulator.Cluster.Security;

/// <summary>
/// A connection whose two ends know the secret, as the code above it sees it: what is written is sealed in
/// records onto the transport, what is read has been opened. Two loops carry it, each through a pipe of its
/// own. The reader sees the end only if the other end said so; a transport that merely stops is an error.
/// After any error both directions are closed. A pending read or flush that is cancelled on the transport is
/// cancelled above too, as hosts do to close a connection in good order.
/// </summary>
internal sealed class SealedPipe : IDuplexPipe, IAsyncDisposable
{
    private readonly IDuplexPipe transport;
    private readonly Pipe outgoing;
    private readonly Pipe incoming;
    private readonly Task sealing;
    private readonly Task opening;
    private readonly Lock sending = new();
    private bool sent;
    private volatile Exception? failure;
    private volatile bool closed;

    /// <summary>Takes over the transport and the two seals.</summary>
    public SealedPipe(IDuplexPipe transport, RecordSeal seals, RecordSeal opens)
    {
        this.transport = transport;

        // Who writes also seals, on his own thread; who reads is never run by the loop that opens.
        outgoing = new Pipe(Buffers(reader: PipeScheduler.Inline));
        incoming = new Pipe(Buffers(reader: PipeScheduler.ThreadPool));
        sealing = SealAll(seals);
        opening = OpenAll(opens);
    }

    /// <inheritdoc/>
    public PipeReader Input => incoming.Reader;

    /// <inheritdoc/>
    public PipeWriter Output => outgoing.Writer;

    /// <summary>
    /// Ends both directions; waits until what was written is on the transport, not until it is sent.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (closed)
        {
            return;
        }

        closed = true;
        await incoming.Reader.CompleteAsync();
        await outgoing.Writer.CompleteAsync();
        StopWaitingForRoom();
        await sealing;
        transport.Input.CancelPendingRead();
        await opening;
        await transport.Input.CompleteAsync();
    }

    private static PipeOptions Buffers(PipeScheduler reader) => new(
        readerScheduler: reader,
        writerScheduler: PipeScheduler.ThreadPool,
        pauseWriterThreshold: 16 * RecordSeal.MostPlain,
        resumeWriterThreshold: 8 * RecordSeal.MostPlain,
        minimumSegmentSize: RecordSeal.MostPlain,
        useSynchronizationContext: false);

    private async Task SealAll(RecordSeal seals)
    {
        var (plain, output) = (outgoing.Reader, transport.Output);
        Exception? failure = null;
        try
        {
            var ended = false;
            while (!ended && this.failure is null)
            {
                var read = await plain.ReadAsync();
                for (var rest = read.Buffer; !rest.IsEmpty;)
                {
                    var text = rest.Slice(0, Math.Min(rest.Length, RecordSeal.MostPlain));
                    Write(seals, text, output);
                    rest = rest.Slice(text.End);
                }

                plain.AdvanceTo(read.Buffer.End);
                ended = read.IsCompleted;
                if (ended)
                {
                    Write(seals, ReadOnlySequence<byte>.Empty, output);
                }

                ended |= await Flush(output, ended);
            }

            failure = this.failure;
        }
        catch (Exception failed)
        {
            failure = failed;
        }

        seals.Dispose();
        await plain.CompleteAsync(failure);
        lock (sending)
        {
            sent = true;
        }

        await output.CompleteAsync();
    }

    /// <summary>Not every writer bears being cancelled after its end.</summary>
    private void StopWaitingForRoom()
    {
        lock (sending)
        {
            if (!sent)
            {
                transport.Output.CancelPendingFlush();
            }
        }
    }

    /// <summary>Whether nobody is there to take more.</summary>
    private async ValueTask<bool> Flush(PipeWriter output, bool ended)
    {
        if (ended && closed)
        {
            // Completing the transport passes it on without waiting for room.
            return true;
        }

        var flush = await output.FlushAsync();
        if (flush.IsCanceled && !closed)
        {
            outgoing.Writer.CancelPendingFlush();
        }

        return flush.IsCompleted;
    }

    private static void Write(RecordSeal seals, ReadOnlySequence<byte> text, PipeWriter output)
    {
        var length = (int)text.Length;
        var size = RecordSeal.Prefix + length + RecordSeal.Tag;
        var record = output.GetSpan(size)[..size];
        if (text.IsSingleSegment)
        {
            seals.Seal(text.FirstSpan, record);
        }
        else
        {
            var whole = ArrayPool<byte>.Shared.Rent(length);
            text.CopyTo(whole);
            seals.Seal(whole.AsSpan(0, length), record);
            ArrayPool<byte>.Shared.Return(whole, clearArray: true);
        }

        output.Advance(size);
    }

    private async Task OpenAll(RecordSeal opens)
    {
        var (input, plain) = (transport.Input, incoming.Writer);
        Exception? failure = null;
        try
        {
            for (var ended = false; !ended;)
            {
                var read = await input.ReadAsync();
                var rest = read.Buffer;
                while (!ended && TryTake(ref rest, out var record))
                {
                    ended = Open(opens, record, plain);
                }

                input.AdvanceTo(rest.Start, rest.End);
                if (read.IsCanceled && !closed)
                {
                    incoming.Reader.CancelPendingRead();
                }

                if (read.IsCompleted && !ended)
                {
                    throw new SecretFailedException(
                        "The connection was cut off: the other end did not say that it had ended.");
                }

                ended |= (await plain.FlushAsync()).IsCompleted || (read.IsCanceled && closed);
            }
        }
        catch (Exception failed)
        {
            failure = failed;
        }

        opens.Dispose();
        if (failure is not null)
        {
            this.failure = failure;
            outgoing.Reader.CancelPendingRead();
            StopWaitingForRoom();
        }

        await plain.CompleteAsync(failure);
    }

    private static bool TryTake(ref ReadOnlySequence<byte> rest, out ReadOnlySequence<byte> record)
    {
        record = default;
        if (rest.Length < RecordSeal.Prefix)
        {
            return false;
        }

        Span<byte> prefix = stackalloc byte[RecordSeal.Prefix];
        rest.Slice(0, RecordSeal.Prefix).CopyTo(prefix);
        var size = RecordSeal.Prefix + RecordSeal.LengthIn(prefix);
        if (rest.Length < size)
        {
            return false;
        }

        record = rest.Slice(0, size);
        rest = rest.Slice(size);
        return true;
    }

    /// <summary>Whether it was the last.</summary>
    private static bool Open(RecordSeal opens, ReadOnlySequence<byte> record, PipeWriter plain)
    {
        var size = (int)record.Length;
        var length = size - RecordSeal.Prefix - RecordSeal.Tag;
        var text = plain.GetSpan(Math.Max(length, 1))[..length];
        if (record.IsSingleSegment)
        {
            opens.Open(record.FirstSpan, text);
        }
        else
        {
            var whole = ArrayPool<byte>.Shared.Rent(size);
            record.CopyTo(whole);
            opens.Open(whole.AsSpan(0, size), text);
            ArrayPool<byte>.Shared.Return(whole);
        }

        plain.Advance(length);
        return length == 0;
    }
}
