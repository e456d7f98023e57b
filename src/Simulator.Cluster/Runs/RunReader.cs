using System.Diagnostics;
using Simulator.Cluster.Wire;
using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Runs;

/// <summary>
/// What a clock knows of the one who reads its run: what he has, when he was heard of, what he is to be
/// told. A reader who is silent for a minute holds the run up instead of filling the memory.
/// </summary>
internal sealed class RunReader(RunLimits limits)
{
    private const int BlocksAtATime = 64;

    private readonly Guid clock = Guid.NewGuid();
    private readonly List<string> news = [];
    private readonly Pulse pulse = new();
    private long heard = Stopwatch.GetTimestamp();
    private PollRequest? last;

    /// <summary>Blocks that the reader is known to have.</summary>
    internal long Acknowledged { get; private set; }

    /// <summary>Whether he has asked this clock, so that it knows what he has.</summary>
    internal bool IsKnown => last is not null;

    /// <summary>The tick after that of the last entry that he has.</summary>
    internal int Unreleased => last?.Unreleased ?? 0;

    /// <summary>Whether the clock must wait for a sign of him.</summary>
    internal bool IsGone => Stopwatch.GetElapsedTime(heard) > limits.Gone;

    /// <summary>Whether the bodies are not to be kept for him any longer.</summary>
    internal bool IsLongGone => Stopwatch.GetElapsedTime(heard) > limits.LongGone;

    /// <summary>Whether nobody will ask for the run any more.</summary>
    internal bool IsForgotten(RunRecord record) =>
        IsGone && DateTimeOffset.UtcNow - record.ReaderSeen > limits.Forgotten;

    /// <summary>When he last asked, by the clock on the wall.</summary>
    internal DateTimeOffset Seen { get; private set; } = DateTimeOffset.UtcNow;

    /// <summary>Takes up a run of which a record is left: a reader who was silent then is silent still.</summary>
    internal void Begin(RunRecord record)
    {
        Acknowledged = record.Acknowledged;
        Seen = record.ReaderSeen;
        var silence = DateTimeOffset.UtcNow - record.ReaderSeen;
        heard = Stopwatch.GetTimestamp() - (long)(Math.Max(0, silence.TotalSeconds) * Stopwatch.Frequency);
    }

    internal void Hear(PollRequest request)
    {
        heard = Stopwatch.GetTimestamp();
        Seen = DateTimeOffset.UtcNow;
        last = request;
        Acknowledged = request.From;
    }

    internal bool HasNews(PollRequest request) => ToldTo(request) < news.Count;

    internal void Tell(string what) => news.Add(what);

    /// <summary>Lets those who wait look again.</summary>
    internal void Pulse() => pulse.Beat();

    /// <summary>Waits until something is so, but not longer than a poll may last.</summary>
    internal async Task Wait(Func<bool> isSo)
    {
        var started = Stopwatch.GetTimestamp();
        while (!isSo() && limits.Poll - Stopwatch.GetElapsedTime(started) is var left && left > TimeSpan.Zero)
        {
            await Task.WhenAny(pulse.Next, Task.Delay(left));
        }

        heard = Stopwatch.GetTimestamp();
    }

    /// <summary>What the reader asked for, as far as it is there.</summary>
    internal PollAnswer Answer(PollRequest request, JournalBlocks? blocks, long readable)
    {
        var given = new List<Plain<Entry>>();
        for (var number = request.From; given.Count < BlocksAtATime && number < readable; number++)
        {
            if (blocks?.Get(number) is { } block)
            {
                given.Add(block.Entries);
            }
        }

        return new PollAnswer
        {
            Blocks = [.. given],
            News = [.. news.Skip(ToldTo(request))],
            NewsCount = news.Count,
            Clock = clock,
        };
    }

    /// <summary>How what was made again differs from what the reader has; <c>null</c>: it does not.</summary>
    internal string? Differs(JournalBlocks blocks)
    {
        if (last is not { From: > 0 and var has, Digest: var digest })
        {
            return null;
        }

        if (blocks.Made < has)
        {
            return blocks.IsSealed
                ? $"The client has {has} blocks; here the run ended after {blocks.Made}."
                : null;
        }

        return blocks.DigestOf(has).ToString() is var made && made != digest
            ? $"The client has {has} blocks with the digest {digest}; here they have {made}."
            : null;
    }

    private int ToldTo(PollRequest request) => request.Clock == clock ? request.News : 0;
}
