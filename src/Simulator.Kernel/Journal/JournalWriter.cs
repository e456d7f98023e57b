using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Simulator.Kernel.Journal;

/// <summary>Writes a journal file as the run goes on, and keeps its SHA-256.</summary>
public sealed class JournalWriter : IJournalSink, IDisposable
{
    /// <summary>Small enough to be still in the cache when it is hashed and written.</summary>
    private const int BlockSize = 1 << 17;

    private readonly FileStream stream;
    private readonly IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] block = new byte[BlockSize];
    private int used;

    /// <summary>Makes the file and writes its header.</summary>
    /// <param name="path">The file, which must not exist.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    public JournalWriter(string path)
    {
        stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 0);
        using var header = new MemoryStream();
        JournalFile.WriteHeader(header);
        header.ToArray().CopyTo(block, 0);
        used = JournalFile.HeaderSize;
    }

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<Entry> entries)
    {
        var bytes = MemoryMarshal.AsBytes(entries);
        while (bytes.Length > 0)
        {
            var part = bytes[..Math.Min(bytes.Length, block.Length - used)];
            part.CopyTo(block.AsSpan(used));
            used += part.Length;
            bytes = bytes[part.Length..];
            if (used == block.Length)
            {
                Flush();
            }
        }
    }

    /// <summary>Ends the file and gives its SHA-256 in lower-case hexadecimal digits.</summary>
    public string Finish()
    {
        Flush();
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stream.Dispose();
        sha.Dispose();
    }

    private void Flush()
    {
        sha.AppendData(block, 0, used);
        stream.Write(block, 0, used);
        used = 0;
    }
}
