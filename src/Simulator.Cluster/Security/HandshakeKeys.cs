using System.Security.Cryptography;

namespace Simulator.Cluster.Security;

/// <summary>
/// All that follows from the secret, the agreed value and the two hellos. The agreed value goes into the keys
/// of the proofs too: one who only listens has nothing to try guesses of the secret on.
/// </summary>
internal sealed class HandshakeKeys
{
    public const int Proof = HMACSHA256.HashSizeInBytes;

    private readonly byte[] transcript;
    private readonly byte[] initiatorProves;
    private readonly byte[] responderProves;

    public HandshakeKeys(SharedSecret secret, byte[] agreed, HandshakeHello initiator, HandshakeHello responder)
    {
        transcript = SHA256.HashData([.. initiator.Bytes, .. responder.Bytes]);
        byte[] material = [.. agreed, .. secret.Key];
        var root = HKDF.Extract(HashAlgorithmName.SHA256, material, transcript);
        initiatorProves = Named("initiator proves"u8);
        responderProves = Named("responder proves"u8);
        InitiatorSeals = Named("initiator seals"u8);
        ResponderSeals = Named("responder seals"u8);
        CryptographicOperations.ZeroMemory(material);
        CryptographicOperations.ZeroMemory(root);

        byte[] Named(ReadOnlySpan<byte> use)
        {
            var key = new byte[RecordSeal.KeySize];
            HKDF.Expand(HashAlgorithmName.SHA256, root, key, use);
            return key;
        }
    }

    /// <summary>The key of all that the initiator sends.</summary>
    public byte[] InitiatorSeals { get; }

    /// <summary>The key of all that the responder sends.</summary>
    public byte[] ResponderSeals { get; }

    public byte[] InitiatorProof() => HMACSHA256.HashData(initiatorProves, transcript);

    public byte[] ResponderProof()
    {
        byte[] heard = [.. transcript, .. InitiatorProof()];
        return HMACSHA256.HashData(responderProves, heard);
    }
}
