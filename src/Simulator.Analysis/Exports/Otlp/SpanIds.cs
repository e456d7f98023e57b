using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>
/// The ids of traces and spans: the first bytes of the SHA-256 of what they are about and of the digest of the run. Equal
/// runs have equal ids, whoever exports them, and whenever; the protocol allows any id but zero.
/// </summary>
/// <param name="digest">The digest of the run.</param>
internal sealed class SpanIds(string digest)
{
    /// <summary>The trace of a directive.</summary>
    internal UInt128 Trace(string directive)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash($"{digest}\ntrace\n{directive}", hash);
        var id = BinaryPrimitives.ReadUInt128BigEndian(hash);
        return id == UInt128.Zero ? UInt128.One : id;
    }

    /// <summary>The directive as a whole.</summary>
    internal ulong Directive(string directive) => Span($"{digest}\ndirective\n{directive}");

    /// <summary>What a body does with what came by a route.</summary>
    internal ulong Handling(string directive, string body, long route) => Span($"{digest}\nhandling\n{directive}\n{body}\n{route}");

    /// <summary>The step that an entry ends.</summary>
    internal ulong Step(string body, long sequence) => Span($"{digest}\nstep\n{body}\n{sequence}");

    /// <summary>The waiting that an entry ends, or where it never ends, begins.</summary>
    internal ulong Waiting(string body, long sequence) => Span($"{digest}\nwaiting\n{body}\n{sequence}");

    private static ulong Span(string about)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(about, hash);
        var id = BinaryPrimitives.ReadUInt64BigEndian(hash);
        return id == 0 ? 1 : id;
    }

    private static void Hash(string about, Span<byte> hash)
    {
        Span<byte> text = stackalloc byte[512];
        var bytes = Encoding.UTF8.GetMaxByteCount(about.Length) <= text.Length
            ? text[..Encoding.UTF8.GetBytes(about, text)]
            : Encoding.UTF8.GetBytes(about);
        SHA256.HashData(bytes, hash);
    }
}
