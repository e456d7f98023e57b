using System.Buffers;
using System.IO.Pipelines;

namespace Simulator.Cluster.Tests.Security;

/// <summary>
/// A wire between two ends that passes bytes on in chunks of random sizes, holds only a few thousand of them,
/// and lets a test change what passes. Each end closes it as a host closes a socket.
/// </summary>
internal sealed class Line
{
    /// <param name="seed">Of the sizes of the chunks.</param>
    /// <param name="change">
    /// Gets whether it goes to the right, the chunk's offset in its direction, the chunk.
    /// </param>
    public Line(int seed, Action<bool, long, byte[]>? change = null)
    {
        var (rightward, atRight) = (Narrow(), Narrow());
        var (leftward, atLeft) = (Narrow(), Narrow());
        Left = new End(atLeft.Reader, rightward.Writer);
        Right = new End(atRight.Reader, leftward.Writer);
        _ = Carry(rightward.Reader, atRight.Writer, new Random(seed), true, change);
        _ = Carry(leftward.Reader, atLeft.Writer, new Random(seed + 1), false, change);
    }

    public IDuplexPipe Left { get; }

    public IDuplexPipe Right { get; }

    public static void Close(IDuplexPipe end)
    {
        end.Input.Complete();
        end.Output.Complete();
    }

    private static Pipe Narrow() => new(new PipeOptions(pauseWriterThreshold: 8192, resumeWriterThreshold: 4096));

    private static async Task Carry(
        PipeReader from, PipeWriter to, Random chunks, bool rightward, Action<bool, long, byte[]>? change)
    {
        var offset = 0L;
        while (true)
        {
            var read = await from.ReadAsync();
            for (var rest = read.Buffer; !rest.IsEmpty;)
            {
                var chunk = rest.Slice(0, Math.Min(rest.Length, chunks.Next(1, 6000))).ToArray();
                rest = rest.Slice(chunk.Length);
                change?.Invoke(rightward, offset, chunk);
                offset += chunk.Length;
                await to.WriteAsync(chunk);
            }

            from.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                await to.CompleteAsync();
                await from.CompleteAsync();
                return;
            }
        }
    }

    private sealed record End(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
