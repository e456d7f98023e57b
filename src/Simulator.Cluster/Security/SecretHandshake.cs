using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;

namespace Simulator.Cluster.Security;

/// <summary>
/// How two ends of a connection make sure, before anything else is said, that both know the cluster's secret,
/// and agree on the keys of what follows:
/// <code>
///   initiator -> responder   hello   (mark, role, nonce, public key)
///   responder -> initiator   hello
///   initiator -> responder   proof   HMAC-SHA256 over both hellos
///   responder -> initiator   proof   HMAC-SHA256 over both hellos and the initiator's proof; or a refusal
/// </code>
/// The one who knocks proves first: a stranger at an open port gets nothing to try guesses on.
/// <para>What it gives: each end knows that the other end knows the secret, now and on this connection; what
/// follows cannot be read, changed, replayed, reordered or cut off unnoticed by one who does not; and one who
/// learns the secret later cannot read what he had recorded (forward secrecy, by ephemeral keys on P-256).
/// </para>
/// <para>What it does not give: an identity beyond the secret. All who hold it are equal, and one of them can
/// pose as any other. Who poses as a listener to an initiator gets one proof to try guesses on, each of which
/// costs the stretching of <see cref="SharedSecret"/>; a random secret is beyond that. Lengths and times of
/// what is sent stay visible. Whoever needs certificates or audited protocols uses TLS.</para>
/// </summary>
internal sealed class SecretHandshake
{
    private const string HungUp =
        "The other end hung up before it had proved itself: does it know the secret, and is it told to use it?";

    private static readonly byte[] Refusal = new byte[HandshakeKeys.Proof];

    private readonly SharedSecret secret;
    private readonly TimeProvider time;

    public SecretHandshake(SharedSecret secret, TimeProvider? time = null)
    {
        this.secret = secret;
        this.time = time ?? TimeProvider.System;
    }

    /// <summary>The other end must be done by then.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(10);

    /// <summary>By the end that opened the connection.</summary>
    /// <returns>The connection, sealed; what is under it must no longer be used directly.</returns>
    /// <exception cref="SecretFailedException">The other end is not one of us.</exception>
    public Task<SealedPipe> Initiate(IDuplexPipe transport, CancellationToken cancellation = default) =>
        WithinTheLimit(transport, InitiateWithin, cancellation);

    /// <summary>By the end that was called.</summary>
    /// <inheritdoc cref="Initiate"/>
    public Task<SealedPipe> Respond(IDuplexPipe transport, CancellationToken cancellation = default) =>
        WithinTheLimit(transport, RespondWithin, cancellation);

    private async Task<SealedPipe> InitiateWithin(IDuplexPipe transport, CancellationToken cancellation)
    {
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var ours = HandshakeHello.Of(HandshakeHello.Initiator, own);
        await Send(transport.Output, ours.Bytes, cancellation);
        var theirs = await ReceiveHello(transport.Input, HandshakeHello.Responder, ours, cancellation);

        var keys = new HandshakeKeys(secret, theirs.AgreeWith(own), ours, theirs);
        await Send(transport.Output, keys.InitiatorProof(), cancellation);
        var proof = await Receive(transport.Input, HandshakeKeys.Proof, cancellation);
        if (proof.AsSpan().SequenceEqual(Refusal))
        {
            throw new SecretFailedException(
                "The other end holds another secret and refused ours: give all silos and clients the same one.");
        }

        if (!CryptographicOperations.FixedTimeEquals(proof, keys.ResponderProof()))
        {
            throw new SecretFailedException(
                "The other end could not prove that it knows the secret: it is not of this cluster.");
        }

        return new SealedPipe(transport, new(keys.InitiatorSeals), new(keys.ResponderSeals));
    }

    private async Task<SealedPipe> RespondWithin(IDuplexPipe transport, CancellationToken cancellation)
    {
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var ours = HandshakeHello.Of(HandshakeHello.Responder, own);
        var theirs = await ReceiveHello(transport.Input, HandshakeHello.Initiator, ours, cancellation);
        await Send(transport.Output, ours.Bytes, cancellation);

        var keys = new HandshakeKeys(secret, theirs.AgreeWith(own), theirs, ours);
        var proof = await Receive(transport.Input, HandshakeKeys.Proof, cancellation);
        if (!CryptographicOperations.FixedTimeEquals(proof, keys.InitiatorProof()))
        {
            await Send(transport.Output, Refusal, cancellation);
            throw new SecretFailedException(
                "The other end does not know our secret: give all silos and clients the same one.");
        }

        await Send(transport.Output, keys.ResponderProof(), cancellation);
        return new SealedPipe(transport, new(keys.ResponderSeals), new(keys.InitiatorSeals));
    }

    private async Task<SealedPipe> WithinTheLimit(
        IDuplexPipe transport,
        Func<IDuplexPipe, CancellationToken, Task<SealedPipe>> handshake,
        CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await handshake(transport, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SecretFailedException(
                $"The other end did not prove itself within {Limit.TotalSeconds:0} s: is it a silo or client of this "
                + "version, and told to use the secret?");
        }
        catch (IOException broken)
        {
            throw new SecretFailedException(HungUp, broken);
        }
    }

    private static async ValueTask<HandshakeHello> ReceiveHello(
        PipeReader input, byte role, HandshakeHello ours, CancellationToken cancellation)
    {
        var mark = await Receive(input, HandshakeHello.Mark, cancellation);
        if (!HandshakeHello.IsMarked(mark))
        {
            throw new SecretFailedException(
                "The other end does not begin as one with a secret does: it is told to use none, or is no silo or "
                + "client of this version.");
        }

        var rest = await Receive(input, HandshakeHello.Size - HandshakeHello.Mark, cancellation);
        return HandshakeHello.Read([.. mark, .. rest], role, ours);
    }

    private static async ValueTask<byte[]> Receive(PipeReader input, int size, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellation);
            if (read.Buffer.Length >= size)
            {
                var message = read.Buffer.Slice(0, size);
                var bytes = message.ToArray();
                input.AdvanceTo(message.End);
                return bytes;
            }

            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted || read.IsCanceled)
            {
                throw new SecretFailedException(HungUp);
            }
        }
    }

    private static async ValueTask Send(PipeWriter output, byte[] message, CancellationToken cancellation)
    {
        var flush = await output.WriteAsync(message, cancellation);
        if (flush.IsCompleted || flush.IsCanceled)
        {
            throw new SecretFailedException(HungUp);
        }
    }
}
