using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Simulator.Cluster.Security;

/// <summary>
/// Seals, or opens, the records of one direction of a connection, in order. A record is its length (two
/// bytes, big-endian, sealed too), the text under AES-256-GCM and a tag of sixteen bytes. The nonce is the
/// record's number, which does not travel: a record that is repeated, left out or moved does not open. An
/// empty record says that no more will come. The key is replaced by one derived from it long before it is
/// worn out (RFC 8446, section 5.5: 2^24.5 full records).
/// </summary>
internal sealed class RecordSeal : IDisposable
{
    public const int KeySize = 32;
    public const int MostPlain = 16 * 1024;
    public const int Prefix = 2;
    public const int Tag = 16;

    private readonly long recordsPerKey;
    private readonly byte[] key;
    private AesGcm cipher;
    private long number;

    public RecordSeal(byte[] key, long recordsPerKey = 1 << 22)
    {
        this.key = [.. key];
        this.recordsPerKey = recordsPerKey;
        cipher = new AesGcm(this.key, Tag);
    }

    /// <summary>The record's bytes after the prefix, or an error: no record is so short or long.</summary>
    public static int LengthIn(ReadOnlySpan<byte> prefix)
    {
        var length = BinaryPrimitives.ReadUInt16BigEndian(prefix);
        return length is >= Tag and <= MostPlain + Tag ? length : throw Changed(null);
    }

    /// <summary>Fills <paramref name="record"/>: as long as the text, the prefix and the tag.</summary>
    public void Seal(ReadOnlySpan<byte> plain, Span<byte> record)
    {
        BinaryPrimitives.WriteUInt16BigEndian(record, checked((ushort)(plain.Length + Tag)));
        Span<byte> nonce = stackalloc byte[12];
        Number(nonce);
        var prefix = record[..Prefix];
        var (text, tag) = (Prefix, Prefix + plain.Length);
        cipher.Encrypt(nonce, plain, record[text..tag], record[tag..], prefix);
    }

    /// <summary>Fills <paramref name="plain"/>: as long as the record without prefix and tag.</summary>
    /// <exception cref="SecretFailedException">
    /// It is not the next record as the other end sealed it.
    /// </exception>
    public void Open(ReadOnlySpan<byte> record, Span<byte> plain)
    {
        Span<byte> nonce = stackalloc byte[12];
        Number(nonce);
        try
        {
            cipher.Decrypt(nonce, record.Slice(Prefix, plain.Length), record[^Tag..], plain, record[..Prefix]);
        }
        catch (AuthenticationTagMismatchException failed)
        {
            throw Changed(failed);
        }
    }

    public void Dispose()
    {
        cipher.Dispose();
        CryptographicOperations.ZeroMemory(key);
    }

    private static SecretFailedException Changed(Exception? inner) => new(
        "What arrived is not what the other end sent: the connection was tampered with or is broken, and "
            + "is closed.",
        inner);

    private void Number(Span<byte> nonce)
    {
        if (number > 0 && number % recordsPerKey == 0)
        {
            HKDF.Expand(HashAlgorithmName.SHA256, [.. key], key, "next key"u8);
            cipher.Dispose();
            cipher = new AesGcm(key, Tag);
        }

        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[4..], checked(number++));
    }
}
