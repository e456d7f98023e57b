using System.IO.Pipelines;
using System.Security.Cryptography;
using Simulator.Cluster.Security;

namespace Simulator.Cluster.Tests.Security;

public sealed class SecretHandshakeTests
{
    private static readonly SharedSecret Ours = SharedSecret.FromText("the secret of our cluster");
    private static readonly SharedSecret Another = SharedSecret.FromText("the secret of another one");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Ends_with_the_same_secret_pass_megabytes_both_ways_at_once(int seed)
    {
        var line = new Line(seed);
        await PassBothWays(line, seed, 3_000_000);
    }

    [Fact]
    public Task Connections_beside_each_other_do_not_disturb_each_other() =>
        Task.WhenAll(Enumerable.Range(10, 12).Select(seed => PassBothWays(new Line(seed), seed, 200_000)));

    [Fact]
    public async Task Another_secret_fails_on_both_ends_with_a_sentence()
    {
        var line = new Line(3);
        var listener = Failure(new SecretHandshake(Ours).Respond(line.Right, Stop), line.Right);
        var caller = await Failure(new SecretHandshake(Another).Initiate(line.Left, Stop), line.Left);
        Assert.Contains("another secret", caller.Message, StringComparison.Ordinal);
        Assert.Contains("does not know our secret", (await listener).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bit_flipped_in_any_byte_of_the_handshake_fails_on_both_ends()
    {
        var random = new Random(4);
        for (var place = 0; place < 2 * (HandshakeHello.Size + HandshakeKeys.Proof); place++)
        {
            var (rightward, at) = (place % 2 == 0, place / 2);
            var flip = (byte)(1 << random.Next(8));
            var line = new Line(place, (right, offset, chunk) =>
            {
                if (right == rightward && at >= offset && at < offset + chunk.Length)
                {
                    chunk[at - offset] ^= flip;
                }
            });
            var failures = await Task.WhenAll(
                Failure(Greeting(new SecretHandshake(Ours).Initiate(line.Left, Stop)), line.Left),
                Failure(Greeting(new SecretHandshake(Ours).Respond(line.Right, Stop)), line.Right));
            Assert.All(failures, failure => Assert.EndsWith(
                failure.Message.Contains('?', StringComparison.Ordinal) ? "?" : ".", failure.Message, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_challenge_that_is_reflected_fails(bool disguised)
    {
        var pipes = (In: new Pipe(), Out: new Pipe());
        var calling = Failure(new SecretHandshake(Ours).Initiate(new End(pipes.In.Reader, pipes.Out.Writer), Stop), null);
        _ = Reflect();
        var failed = await calling;
        Assert.Contains("reflects", failed.Message, StringComparison.Ordinal);

        async Task Reflect()
        {
            var hello = (await pipes.Out.Reader.ReadAtLeastAsync(HandshakeHello.Size, Stop)).Buffer.ToBytes();
            hello[HandshakeHello.Mark] = disguised ? HandshakeHello.Responder : hello[HandshakeHello.Mark];
            await pipes.In.Writer.WriteAsync(hello, Stop);
        }
    }

    [Fact]
    public async Task A_proof_that_is_reflected_fails()
    {
        var pipes = (In: new Pipe(), Out: new Pipe());
        var calling = Failure(new SecretHandshake(Ours).Initiate(new End(pipes.In.Reader, pipes.Out.Writer), Stop), null);
        _ = Reflect();
        Assert.Contains("could not prove", (await calling).Message, StringComparison.Ordinal);

        async Task Reflect()
        {
            using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
            var hello = await pipes.Out.Reader.ReadAtLeastAsync(HandshakeHello.Size, Stop);
            pipes.Out.Reader.AdvanceTo(hello.Buffer.End);
            await pipes.In.Writer.WriteAsync(HandshakeHello.Of(HandshakeHello.Responder, key).Bytes, Stop);
            var proof = await pipes.Out.Reader.ReadAtLeastAsync(HandshakeKeys.Proof, Stop);
            await pipes.In.Writer.WriteAsync(proof.Buffer.ToBytes(), Stop);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(HandshakeHello.Size)]
    public async Task One_who_falls_silent_is_let_go_at_the_time_limit(int after)
    {
        var time = new ManualTime();
        var pipes = (In: new Pipe(), Out: new Pipe());
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var hello = HandshakeHello.Of(HandshakeHello.Initiator, key).Bytes;
        await pipes.In.Writer.WriteAsync(hello.AsMemory(0, after), Stop);
        var called = Failure(new SecretHandshake(Ours, time).Respond(new End(pipes.In.Reader, pipes.Out.Writer), Stop), null);
        Assert.Equal(TimeSpan.FromSeconds(10), time.Due);
        Assert.False(called.IsCompleted);
        await time.Ring();
        Assert.Contains("within 10 s", (await called).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_who_speaks_another_protocol_is_told_at_once_and_hears_nothing()
    {
        var pipes = (In: new Pipe(), Out: new Pipe());
        await pipes.In.Writer.WriteAsync("GET / HTTP/1.1"u8.ToArray(), Stop);
        var failed = await Failure(
            new SecretHandshake(Ours).Respond(new End(pipes.In.Reader, pipes.Out.Writer), Stop), null);
        Assert.Contains("told to use none", failed.Message, StringComparison.Ordinal);
        Assert.False(pipes.Out.Reader.TryRead(out _));
    }

    [Fact]
    public async Task One_who_hangs_up_in_the_handshake_is_told_from_a_silent_one()
    {
        var line = new Line(5);
        Line.Close(line.Right);
        var failed = await Failure(new SecretHandshake(Ours).Initiate(line.Left, Stop), line.Left);
        Assert.Contains("hung up", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_stops_in_the_handshake_is_not_told_of_a_wrong_secret()
    {
        using var stop = new CancellationTokenSource();
        var calling = new SecretHandshake(Ours).Initiate(new Line(6).Left, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calling);
    }

    [Fact]
    public void A_key_that_is_no_point_of_the_curve_is_refused()
    {
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var hello = HandshakeHello.Of(HandshakeHello.Responder, key);
        hello.Bytes[^1] ^= 1;
        Assert.Throws<SecretFailedException>(() => hello.AgreeWith(key));
    }

    private static async Task PassBothWays(Line line, int seed, int size)
    {
        var responding = new SecretHandshake(Ours).Respond(line.Right, Stop);
        await using var left = await new SecretHandshake(Ours).Initiate(line.Left, Stop);
        await using var right = await responding;
        var (there, back) = (Traffic.Bytes(seed, size), Traffic.Bytes(seed + 1, size));
        var arrived = Task.WhenAll(Traffic.ReadAll(right.Input), Traffic.ReadAll(left.Input));
        await Task.WhenAll(
            Traffic.WriteAll(left.Output, there, new Random(seed)),
            Traffic.WriteAll(right.Output, back, new Random(seed + 1)));
        var got = await arrived;
        Assert.True(there.AsSpan().SequenceEqual(got[0]), $"seed {seed}");
        Assert.True(back.AsSpan().SequenceEqual(got[1]), $"seed {seed}");
    }

    /// <summary>An end that has proved itself says good day and listens to the other's.</summary>
    private static async Task Greeting(Task<SealedPipe> handshake)
    {
        await using var pipe = await handshake;
        await pipe.Output.WriteAsync("good day"u8.ToArray(), Stop);
        (await pipe.Input.ReadAtLeastAsync(1, Stop)).Buffer.ToBytes();
    }

    private static async Task<SecretFailedException> Failure(Task connection, IDuplexPipe? end)
    {
        var failed = await Assert.ThrowsAsync<SecretFailedException>(() => connection);
        if (end is not null)
        {
            Line.Close(end);
        }

        return failed;
    }

    private sealed record End(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
