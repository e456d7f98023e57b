using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Simulator.Kernel.Journal;

/// <summary>
/// The journal as a file: a header of <see cref="HeaderSize"/> bytes, then the entries as they are in
/// memory, little-endian, in the order of their key. It holds no wall-clock time, host or path: two runs
/// with one journal have one file.
/// </summary>
public static class JournalFile
{
    /// <summary>Bytes of the header: eight of magic, four of version, four of the size of an entry.</summary>
    public const int HeaderSize = 16;

    /// <summary>The version of the layout that this program writes and reads.</summary>
    public const int Version = 1;

    private static ReadOnlySpan<byte> Magic => "SIMJRNL\n"u8;

    /// <summary>Writes the header.</summary>
    internal static void WriteHeader(Stream stream)
    {
        RequireLittleEndian();
        Span<byte> header = stackalloc byte[HeaderSize];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], Entry.Size);
        stream.Write(header);
    }

    /// <summary>Reads a whole journal.</summary>
    /// <exception cref="InvalidDataException">The file is not a journal, is cut short or of another version.</exception>
    public static Entry[] ReadAll(string path)
    {
        RequireLittleEndian();
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        var length = stream.Length - HeaderSize;
        Span<byte> header = stackalloc byte[HeaderSize];
        if (length < 0 || stream.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize
            || !header[..8].SequenceEqual(Magic))
        {
            throw new InvalidDataException($"'{path}' is not a journal of this program.");
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        if (version != Version || BinaryPrimitives.ReadInt32LittleEndian(header[12..]) != Entry.Size)
        {
            throw new InvalidDataException(
                $"'{path}' is a journal of version {version}; this program reads version {Version}.");
        }

        if (length % Entry.Size != 0)
        {
            throw new InvalidDataException($"'{path}' is cut short, or something was added to it: its last entry is not whole.");
        }

        var entries = new Entry[length / Entry.Size];
        const int block = 1 << 16;
        for (var place = 0; place < entries.Length; place += block)
        {
            var part = entries.AsSpan(place, Math.Min(block, entries.Length - place));
            stream.ReadExactly(MemoryMarshal.AsBytes(part));
        }

        return entries;
    }

    private static void RequireLittleEndian()
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Journals are little-endian; this machine is not.");
        }
    }
}
