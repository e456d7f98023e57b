using System.Buffers.Binary;
using System.IO.Pipelines;
using Simulator.Cluster.Security;

namespace Simulator.Cluster.Tests.Security;

public sealed class SealedPipeTests
{
    private static readonly byte[] Key = Traffic.Bytes(1, RecordSeal.KeySize);
    private static readonly byte[] OtherKey = Traffic.Bytes(2, RecordSeal.KeySize);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_sealed_opens_and_ends_where_it_was_ended()
    {
        var records = await Sealed(5);
        Assert.Equal(6, records.Count);
        Assert.Equal(Enumerable.Range(0, 5).SelectMany(Text), await Opened(records));
    }

    [Fact]
    public async Task Nothing_of_the_text_is_on_the_wire()
    {
        var records = await Sealed(1);
        var wire = records.SelectMany(record => record).ToArray();
        Assert.Equal(-1, wire.AsSpan().IndexOf(Text(0).AsSpan(0, 8)));
    }

    [Fact]
    public async Task A_record_replayed_swapped_or_left_out_fails()
    {
        var sent = await Sealed(4);
        List<List<byte[]>> forged =
        [
            [sent[0], sent[0], sent[1], sent[2], sent[3], sent[4]],
            [sent[1], sent[0], sent[2], sent[3], sent[4]],
            [sent[0], sent[2], sent[3], sent[4]],
            [sent[1], sent[2], sent[3], sent[4]],
            [sent[0], sent[1], sent[4]],
        ];
        foreach (var records in forged)
        {
            var failed = await Assert.ThrowsAsync<SecretFailedException>(() => Opened(records));
            Assert.Contains("not what the other end sent", failed.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_bit_flipped_anywhere_in_the_stream_fails()
    {
        var sent = (await Sealed(2)).SelectMany(record => record).ToArray();
        for (var bit = 0; bit < 8 * sent.Length; bit++)
        {
            var changed = sent.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            await Assert.ThrowsAsync<SecretFailedException>(() => Opened([changed]));
        }
    }

    [Fact]
    public async Task What_goes_one_way_does_not_open_on_its_way_back()
    {
        var records = await Sealed(1);
        await Assert.ThrowsAsync<SecretFailedException>(() => Opened(records, OtherKey));
    }

    [Fact]
    public async Task A_stream_cut_off_at_any_byte_is_told_from_one_that_ended()
    {
        var sent = (await Sealed(2)).SelectMany(record => record).ToArray();
        for (var length = 0; length < sent.Length; length++)
        {
            var failed = await Assert.ThrowsAsync<SecretFailedException>(() => Opened([sent[..length]]));
            Assert.Contains("cut off", failed.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(RecordSeal.Tag - 1)]
    [InlineData(RecordSeal.MostPlain + RecordSeal.Tag + 1)]
    [InlineData(ushort.MaxValue)]
    public async Task A_length_that_no_record_has_is_refused_before_anything_is_waited_for(int length)
    {
        var prefix = new byte[RecordSeal.Prefix];
        BinaryPrimitives.WriteUInt16BigEndian(prefix, (ushort)length);
        var failed = await Assert.ThrowsAsync<SecretFailedException>(() => Opened([prefix]));
        Assert.Contains("not what the other end sent", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_forgery_nothing_more_is_sent_either()
    {
        var (arriving, leaving) = (new Pipe(), new Pipe());
        await using var pipe = Of(arriving, leaving);
        await arriving.Writer.WriteAsync(new byte[100], Stop);
        await Assert.ThrowsAsync<SecretFailedException>(() => Traffic.ReadAll(pipe.Input));
        Assert.True((await leaving.Reader.ReadAsync(Stop)).IsCompleted);
        await Assert.ThrowsAsync<SecretFailedException>(async () => await pipe.Output.WriteAsync(Text(0), Stop));
    }

    [Fact]
    public async Task What_the_transport_ends_with_is_what_the_reader_hears()
    {
        var (arriving, leaving) = (new Pipe(), new Pipe());
        await using var pipe = Of(arriving, leaving);
        await arriving.Writer.CompleteAsync(new IOException("reset by peer"));
        await Assert.ThrowsAsync<IOException>(() => Traffic.ReadAll(pipe.Input));
    }

    [Fact]
    public async Task A_read_or_flush_cancelled_below_is_cancelled_above()
    {
        var (arriving, leaving) = (new Pipe(), new Pipe(new PipeOptions(pauseWriterThreshold: 10, resumeWriterThreshold: 5)));
        await using var pipe = Of(arriving, leaving);
        var reading = pipe.Input.ReadAsync(Stop);
        arriving.Reader.CancelPendingRead();
        Assert.True((await reading).IsCanceled);

        // The first is taken and waits for room on the transport, the second waits for the first.
        await pipe.Output.WriteAsync(new byte[1_000_000], Stop);
        var flushing = pipe.Output.WriteAsync(new byte[1_000_000], Stop);
        Assert.False(flushing.IsCompleted);
        leaving.Writer.CancelPendingFlush();
        Assert.True((await flushing).IsCanceled);
    }

    [Fact]
    public async Task An_end_that_is_let_go_waits_for_no_reader_and_has_said_all()
    {
        var (arriving, leaving) = (new Pipe(), new Pipe(new PipeOptions(pauseWriterThreshold: 10, resumeWriterThreshold: 5)));
        var pipe = Of(arriving, leaving);
        var waiting = pipe.Output.WriteAsync(Traffic.Bytes(7, 1_000_000), Stop);
        await pipe.DisposeAsync();
        await waiting;
        var said = await Opened([await Traffic.ReadAll(leaving.Reader)], OtherKey);
        Assert.True(Traffic.Bytes(7, 1_000_000).AsSpan().SequenceEqual(said));
    }

    [Fact]
    public async Task A_transport_over_streams_may_be_let_go_after_both_ends_have_ended()
    {
        using var arriving = new MemoryStream((await Sealed(2)).SelectMany(record => record).ToArray());
        using var leaving = new MemoryStream();
        var end = new End(PipeReader.Create(arriving), PipeWriter.Create(leaving, new(leaveOpen: true)));
        var pipe = new SealedPipe(end, new RecordSeal(OtherKey), new RecordSeal(Key));
        Assert.Equal(Text(0).Concat(Text(1)), await Traffic.ReadAll(pipe.Input));
        await pipe.Output.CompleteAsync();
        await pipe.DisposeAsync();
        Assert.Equal(RecordSeal.Prefix + RecordSeal.Tag, leaving.Length);
    }

    [Fact]
    public void A_key_is_replaced_before_it_is_worn_out_on_both_ends_at_the_same_record()
    {
        using var seals = new RecordSeal(Key, recordsPerKey: 3);
        using var opens = new RecordSeal(Key, recordsPerKey: 3);
        using var keeps = new RecordSeal(Key);
        var (record, text) = (new byte[RecordSeal.Prefix + 10 + RecordSeal.Tag], new byte[10]);
        for (var n = 0; n < 10; n++)
        {
            seals.Seal(Text(n).AsSpan(0, 10), record);
            opens.Open(record, text);
            Assert.Equal(Text(n)[..10], text);
            if (n < 3)
            {
                keeps.Open(record, text);
            }
            else
            {
                Assert.Throws<SecretFailedException>(() => keeps.Open(record, text));
            }
        }
    }

    private static byte[] Text(int record) => Traffic.Bytes(100 + record, 40);

    private static SealedPipe Of(Pipe arriving, Pipe leaving) =>
        new(new End(arriving.Reader, leaving.Writer), new RecordSeal(OtherKey), new RecordSeal(Key));

    /// <summary>As they go over the wire, the one that ends the stream among them.</summary>
    private static async Task<List<byte[]>> Sealed(int count)
    {
        var (arriving, leaving) = (new Pipe(), new Pipe());
        await using var pipe = new SealedPipe(
            new End(arriving.Reader, leaving.Writer), new RecordSeal(Key), new RecordSeal(OtherKey));
        for (var record = 0; record < count; record++)
        {
            await pipe.Output.WriteAsync(Text(record));
        }

        await pipe.Output.CompleteAsync();
        var wire = (await Traffic.ReadAll(leaving.Reader)).AsMemory();
        var records = new List<byte[]>();
        while (!wire.IsEmpty)
        {
            var size = RecordSeal.Prefix + RecordSeal.LengthIn(wire.Span[..RecordSeal.Prefix]);
            records.Add(wire[..size].ToArray());
            wire = wire[size..];
        }

        return records;
    }

    private static async Task<byte[]> Opened(IEnumerable<byte[]> records, byte[]? key = null)
    {
        var (arriving, leaving) = (new Pipe(), new Pipe());
        await using var pipe = new SealedPipe(
            new End(arriving.Reader, leaving.Writer), new RecordSeal(OtherKey), new RecordSeal(key ?? Key));
        foreach (var record in records)
        {
            await arriving.Writer.WriteAsync(record);
        }

        await arriving.Writer.CompleteAsync();
        return await Traffic.ReadAll(pipe.Input);
    }

    private sealed record End(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
