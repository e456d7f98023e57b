using System.Runtime.CompilerServices;

namespace Simulator.Benchmarks.Cascade.Published;

/// <summary>
/// The pending events as a calendar of windows. A later window is unsorted, so that scheduling is an
/// append; the current one is sorted once when it opens, by a counting pass and an insertion pass; the
/// few events scheduled into the current window wait in a short sorted list beside it. An entry is eight
/// bytes: the time within its window above, what happens below.
/// </summary>
internal sealed class PendingSet(int windowBits)
{
    /// <summary>Bits of what an entry says beside its time.</summary>
    public const int PayloadBits = 25;

    private const int SmallWindow = 24;

    private readonly Chains _windows = new();
    private readonly long _mask = (1L << windowBits) - 1;
    private int _window;
    private ulong[] _unsorted = new ulong[256];
    private ulong[] _sorted = new ulong[256]; // ascending, below a sentinel
    private int _next;
    private ulong[] _late = new ulong[256]; // descending, above a sentinel
    private int _lateCount;
    private int[] _bins = new int[1024];

    /// <summary>When the current window starts.</summary>
    public long WindowStart { get; private set; }

    /// <summary>Forgets everything and goes back to before time 0.</summary>
    public void Clear()
    {
        _windows.Clear();
        _window = -1;
        _sorted[0] = ulong.MaxValue;
        _next = 0;
        _late[0] = ulong.MaxValue;
        _lateCount = 1;
    }

    /// <summary>Schedules <paramref name="payload"/> at <paramref name="time"/>, which is not past.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long time, uint payload)
    {
        var window = (int)(time >> windowBits);
        var entry = ((ulong)(time & _mask) << PayloadBits) | payload;
        if (window != _window)
            _windows.Add(window, entry);
        else
            AddLate(entry);
    }

    /// <summary>Takes the earliest entry of the current window; false at the window's end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(out ulong entry)
    {
        entry = _sorted[_next];
        var late = _late[_lateCount - 1];
        if (late < entry)
        {
            entry = late;
            _lateCount--;
            return true;
        }

        _next++;
        return entry != ulong.MaxValue;
    }

    /// <summary>Opens the next window that holds an entry; false if none does.</summary>
    public bool OpenNextWindow()
    {
        _window = _windows.NextInUse(_window + 1);
        if (_window < 0)
            return false;
        WindowStart = (long)_window << windowBits;
        var count = _windows.Collect(_window, ref _unsorted);
        if (count >= _sorted.Length)
            _sorted = new ulong[_unsorted.Length + 1];
        if (count <= SmallWindow)
            _unsorted.AsSpan(0, count).CopyTo(_sorted);
        else
            Scatter(_unsorted.AsSpan(0, count));
        SortNearlySorted(_sorted.AsSpan(0, count));
        _sorted[count] = ulong.MaxValue;
        _next = 0;
        return true;
    }

    private void Scatter(ReadOnlySpan<ulong> entries)
    {
        var binBits = Math.Min(windowBits, 32 - int.LeadingZeroCount(entries.Length));
        if (1 << binBits > _bins.Length)
            _bins = new int[1 << binBits];
        var bins = _bins.AsSpan(0, 1 << binBits);
        var shift = windowBits + PayloadBits - binBits;
        bins.Clear();
        foreach (var entry in entries)
            bins[(int)(entry >> shift)]++;
        var start = 0;
        foreach (ref var bin in bins)
            (bin, start) = (start, start + bin);
        foreach (var entry in entries)
            _sorted[bins[(int)(entry >> shift)]++] = entry;
    }

    private static void SortNearlySorted(Span<ulong> entries)
    {
        for (var i = 1; i < entries.Length; i++)
        {
            var entry = entries[i];
            var hole = i;
            for (; hole > 0 && entries[hole - 1] > entry; hole--)
                entries[hole] = entries[hole - 1];
            entries[hole] = entry;
        }
    }

    private void AddLate(ulong entry)
    {
        if (_lateCount == _late.Length)
            Array.Resize(ref _late, _late.Length * 2);
        var hole = _lateCount++;
        for (; _late[hole - 1] < entry; hole--)
            _late[hole] = _late[hole - 1];
        _late[hole] = entry;
    }
}
