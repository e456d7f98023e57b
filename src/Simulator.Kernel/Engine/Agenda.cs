using System.Numerics;
using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Engine;

/// <summary>
/// What is due when, for one region: a timing wheel of windows of <see cref="Width"/> ticks, the present
/// one laid out tick by tick, and a heap for what lies beyond its reach of a year. What is added is
/// appended to a window, so that the present tick finds it in one stretch. Items of one tick come out in
/// no particular order; the region sorts them.
/// </summary>
internal sealed class Agenda
{
    private const int WidthBits = 7;
    private const int Width = 1 << WidthBits;
    private const int Windows = 4096;
    private const int WordBits = 64;

    private readonly Chains chains = new();
    private readonly int[] ticks = new int[Width];
    private readonly ulong[] usedTicks = new ulong[Width / WordBits];
    private readonly int[] windows = new int[Windows];
    private readonly int[] earliest = new int[Windows];
    private readonly ulong[] usedWindows = new ulong[Windows / WordBits];
    private readonly PriorityQueue<PendingWakeUp, int> beyond = new();
    private int present;

    /// <summary>Bytes it holds.</summary>
    internal long Bytes => chains.Bytes + (2 * Windows * sizeof(int))
        + ((long)beyond.Count * (Unsafe.SizeOf<PendingWakeUp>() + sizeof(int)));

    /// <summary>Empties it, as it was before the first tick.</summary>
    internal void Clear()
    {
        chains.Clear();
        Array.Clear(ticks);
        Array.Clear(usedTicks);
        Array.Clear(windows);
        Array.Clear(usedWindows);
        beyond.Clear();
        present = 0;
    }

    /// <summary>Adds what is due at a later tick than the one taken last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(in PendingWakeUp item)
    {
        var window = item.Due >> WidthBits;
        if (window == present)
        {
            var tick = item.Due & (Width - 1);
            usedTicks[tick / WordBits] |= 1UL << tick;
            chains.Add(ref ticks[tick], item);
        }
        else
        {
            AddToWindow(window, item);
        }
    }

    /// <summary>The earliest tick at which anything is due, or <see cref="int.MaxValue"/>.</summary>
    internal int NextDue()
    {
        for (var word = 0; word < usedTicks.Length; word++)
        {
            if (usedTicks[word] != 0)
            {
                return (present << WidthBits) + (word * WordBits) + BitOperations.TrailingZeroCount(usedTicks[word]);
            }
        }

        var window = NextWindow();
        var next = window >= 0 ? earliest[window] : int.MaxValue;
        return beyond.TryPeek(out _, out var first) ? Math.Min(next, first) : next;
    }

    /// <summary>Takes out all that is due at a tick, before which nothing may be due.</summary>
    /// <returns>How many items.</returns>
    internal int Take(int tick, ref PendingWakeUp[] items)
    {
        if (tick >> WidthBits != present)
        {
            Open(tick >> WidthBits);
        }

        var place = tick & (Width - 1);
        usedTicks[place / WordBits] &= ~(1UL << place);
        return chains.Take(ref ticks[place], ref items);
    }

    private void AddToWindow(int window, in PendingWakeUp item)
    {
        if (window - present >= Windows)
        {
            beyond.Enqueue(item, item.Due);
            return;
        }

        var place = window & (Windows - 1);
        if (windows[place] == 0)
        {
            usedWindows[place / WordBits] |= 1UL << place;
            earliest[place] = item.Due;
        }

        earliest[place] = Math.Min(earliest[place], item.Due);
        chains.Add(ref windows[place], item);
    }

    private void Open(int window)
    {
        present = window;
        var place = window & (Windows - 1);
        if (windows[place] != 0)
        {
            usedWindows[place / WordBits] &= ~(1UL << place);
            chains.Deal(ref windows[place], ticks, usedTicks);
        }

        while (beyond.TryPeek(out var item, out var due) && (due >> WidthBits) - present < Windows)
        {
            beyond.Dequeue();
            Add(item);
        }
    }

    /// <summary>The first window in use after the present one, around the wheel, or -1.</summary>
    private int NextWindow()
    {
        var from = present & (Windows - 1);
        var word = from / WordBits;
        var bits = usedWindows[word] & (ulong.MaxValue << from);
        for (var step = 0; step <= usedWindows.Length; step++)
        {
            if (bits != 0)
            {
                return (word * WordBits) + BitOperations.TrailingZeroCount(bits);
            }

            word = (word + 1) % usedWindows.Length;
            bits = usedWindows[word];
        }

        return -1;
    }
}
