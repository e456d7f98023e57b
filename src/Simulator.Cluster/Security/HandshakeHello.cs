using System.Security.Cryptography;

namespace Simulator.Cluster.Security;

/// <summary>
/// The first message of each end: a mark by which a foreign protocol is told at once, the sender's role, a
/// fresh nonce and a fresh public key on the curve P-256.
/// </summary>
internal sealed class HandshakeHello
{
    public const int Mark = 8;
    public const int Size = Mark + 1 + Nonce + (2 * Coordinate);
    public const byte Initiator = (byte)'I';
    public const byte Responder = (byte)'R';

    private const int Nonce = 32;
    private const int Coordinate = 32;

    private HandshakeHello(byte[] bytes) => Bytes = bytes;

    /// <summary>As it travels, <see cref="Size"/> bytes; all of it goes into what is proved.</summary>
    public byte[] Bytes { get; }

    private static ReadOnlySpan<byte> Magic => "SIMSEAL1"u8;

    private ReadOnlySpan<byte> NonceBytes => Bytes.AsSpan(Mark + 1, Nonce);

    public static HandshakeHello Of(byte role, ECDiffieHellman key)
    {
        var bytes = new byte[Size];
        Magic.CopyTo(bytes);
        bytes[Mark] = role;
        RandomNumberGenerator.Fill(bytes.AsSpan(Mark + 1, Nonce));
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        point.X!.CopyTo(bytes, Mark + 1 + Nonce);
        point.Y!.CopyTo(bytes, Mark + 1 + Nonce + Coordinate);
        return new HandshakeHello(bytes);
    }

    /// <summary>Whether what arrived begins as a hello does.</summary>
    public static bool IsMarked(ReadOnlySpan<byte> start) => start.SequenceEqual(Magic);

    /// <summary>
    /// The hello of the other end, refused if it is not by one of that role or is ours come back.
    /// </summary>
    public static HandshakeHello Read(byte[] bytes, byte role, HandshakeHello ours)
    {
        var hello = new HandshakeHello(bytes);
        if (bytes[Mark] != role || hello.NonceBytes.SequenceEqual(ours.NonceBytes))
        {
            throw new SecretFailedException(
                "The other end sent back our own kind of greeting: it reflects what it is sent, and knows no "
                + "secret.");
        }

        return hello;
    }

    /// <summary>
    /// What both ends get from one's private and the other's public key, and a listener does not.
    /// </summary>
    public byte[] AgreeWith(ECDiffieHellman own)
    {
        try
        {
            using var other = ECDiffieHellman.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint
                {
                    X = Bytes[(Mark + 1 + Nonce)..(Mark + 1 + Nonce + Coordinate)],
                    Y = Bytes[(Mark + 1 + Nonce + Coordinate)..],
                },
            });
            return own.DeriveRawSecretAgreement(other.PublicKey);
        }
        catch (CryptographicException failed)
        {
            throw new SecretFailedException("The other end's key is no point of the curve P-256.", failed);
        }
    }
}
