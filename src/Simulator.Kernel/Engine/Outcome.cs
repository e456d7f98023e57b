using System.Runtime.CompilerServices;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Engine;

/// <summary>
/// Where a body's round leaves what comes of it. The caller owns it and empties it between rounds; its
/// arrays grow to the largest round and are then used again and again.
/// </summary>
public sealed class Outcome
{
    private Entry[] entries = new Entry[64];
    private Message[] messages = new Message[64];
    private PendingWakeUp[] wakeUps = new PendingWakeUp[64];
    private DeskMove[] deskMoves = [];
    private int deskMoveCount;
    private WakeUp[] atOnce = new WakeUp[4];
    private WakeUp[] atOnceBefore = new WakeUp[4];

    /// <summary>Entries, in the order of the body's own sequence.</summary>
    public ReadOnlySpan<Entry> Entries => entries.AsSpan(0, EntryCount);

    /// <summary>Papers sent.</summary>
    public ReadOnlySpan<Message> Messages => messages.AsSpan(0, MessageCount);

    /// <summary>Wake-ups asked for.</summary>
    public ReadOnlySpan<PendingWakeUp> WakeUps => wakeUps.AsSpan(0, WakeUpCount);

    /// <summary>What came before posts and left them; nothing where nobody counts it.</summary>
    public ReadOnlySpan<DeskMove> DeskMoves => deskMoves.AsSpan(0, deskMoveCount);

    /// <summary>How many entries there are.</summary>
    public int EntryCount { get; private set; }

    /// <summary>How many papers there are.</summary>
    public int MessageCount { get; private set; }

    /// <summary>How many wake-ups there are.</summary>
    public int WakeUpCount { get; private set; }

    /// <summary>Steps that end at the tick at which they began, to be ended in the same round.</summary>
    internal int AtOnceCount { get; private set; }

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        EntryCount = 0;
        deskMoveCount = 0;
        MessageCount = 0;
        WakeUpCount = 0;
    }

    /// <summary>Empties it of papers and wake-ups; the entries stay.</summary>
    internal void ClearMessages()
    {
        MessageCount = 0;
        WakeUpCount = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref Entry AddEntry()
    {
        if (EntryCount == entries.Length)
        {
            Array.Resize(ref entries, entries.Length * 2);
        }

        return ref entries[EntryCount++];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref Message AddMessage()
    {
        if (MessageCount == messages.Length)
        {
            Array.Resize(ref messages, messages.Length * 2);
        }

        return ref messages[MessageCount++];
    }

    /// <summary>The paper that was added last.</summary>
    internal ref Message NewestMessage => ref messages[MessageCount - 1];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddWakeUp(int due, in WakeUp wakeUp)
    {
        if (WakeUpCount == wakeUps.Length)
        {
            Array.Resize(ref wakeUps, wakeUps.Length * 2);
        }

        wakeUps[WakeUpCount++] = new PendingWakeUp(due, wakeUp);
    }

    internal void Add(in DeskMove move)
    {
        if (deskMoveCount == deskMoves.Length)
        {
            Array.Resize(ref deskMoves, Math.Max(64, deskMoves.Length * 2));
        }

        deskMoves[deskMoveCount++] = move;
    }

    internal void AddAtOnce(in WakeUp wakeUp)
    {
        if (AtOnceCount == atOnce.Length)
        {
            Array.Resize(ref atOnce, atOnce.Length * 2);
        }

        atOnce[AtOnceCount++] = wakeUp;
    }

    /// <summary>Takes out the steps of no length; the span is valid until the next time.</summary>
    internal void TakeAtOnce(out Span<WakeUp> ended)
    {
        ended = atOnce.AsSpan(0, AtOnceCount);
        (atOnce, atOnceBefore) = (atOnceBefore, atOnce);
        AtOnceCount = 0;
    }
}
