using System.Buffers;
using System.IO.Pipelines;

namespace Simulator.Cluster.Tests.Security;

/// <summary>Bytes to send, sent and received in pieces.</summary>
internal static class Traffic
{
    public static byte[] Bytes(int seed, int size)
    {
        var bytes = new byte[size];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static byte[] ToBytes(this ReadOnlySequence<byte> sequence) => sequence.ToArray();

    /// <summary>In pieces of random sizes, then the end.</summary>
    public static async Task WriteAll(PipeWriter output, byte[] bytes, Random pieces)
    {
        for (var rest = bytes.AsMemory(); !rest.IsEmpty;)
        {
            var piece = Math.Min(rest.Length, pieces.Next(1, pieces.Next(2) == 0 ? 50 : 60_000));
            await output.WriteAsync(rest[..piece]);
            rest = rest[piece..];
        }

        await output.CompleteAsync();
    }

    /// <summary>Until the end; throws what the reader throws.</summary>
    public static async Task<byte[]> ReadAll(PipeReader input)
    {
        var got = new ArrayBufferWriter<byte>();
        while (true)
        {
            var read = await input.ReadAsync();
            foreach (var piece in read.Buffer)
            {
                got.Write(piece.Span);
            }

            input.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return got.WrittenSpan.ToArray();
            }
        }
    }
}
