using System.Numerics;

namespace Simulator.Benchmarks.Cascade.Published;

/// <summary>
/// The published cascade as one hand-written loop over flat arrays: the limit against which engines are
/// measured. Nothing is general here; what counts is how few bytes an event touches. A (body, directive)
/// is one byte, plus a mask of missing reports and a sum where the body has children.
/// </summary>
internal sealed class BareLoop
{
    private const long Hour = 3_600_000_000;
    private const long Day = 24 * Hour;
    private const int BodyBits = 17;
    private const int DirectiveBits = 4;

    private const byte Stalled = 1;
    private const byte Running = 2;
    private const byte Done = 4;
    private const byte Reminded = 8;
    private const byte Closed = 16;
    private const byte OwnDone = 32;
    private const byte LeafComplied = 64;

    private readonly Hierarchy _hierarchy;
    private readonly int _directives;
    private readonly PendingSet _pending;
    private readonly Clerk[] _clerks;
    private readonly byte[] _flags;
    private readonly ulong[] _missing; // inner bodies: a bit per child that has not reported
    private readonly int[] _complied; // inner bodies: compliance added up
    private SplitMixDraws _draws;
    private Fingerprint _print;
    private Tally _tally;

    public BareLoop(Hierarchy hierarchy, int directives)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(directives, Clerk.MaxDirectives);
        _hierarchy = hierarchy;
        _directives = directives;
        _pending = new PendingSet(WindowBits(hierarchy.Count * directives));
        _clerks = new Clerk[hierarchy.Count];
        _flags = new byte[hierarchy.Count * directives];
        _missing = new ulong[hierarchy.InnerCount * directives];
        _complied = new int[hierarchy.InnerCount * directives];
        _print = new Fingerprint(hierarchy.Depth, directives, 0);
        _tally = _print.Tally;
    }

    /// <summary>Runs the cascade from the start; memory of an earlier run is used again.</summary>
    public Fingerprint Run(ulong seed)
    {
        Reset(seed);
        for (var directive = 0; directive < _directives; directive++)
            Schedule(directive * 12 * Hour, Kind.Arrive, 0, directive);
        while (_pending.OpenNextWindow())
        {
            var start = _pending.WindowStart;
            while (_pending.TryTake(out var entry))
                Execute(start + (long)(entry >> PendingSet.PayloadBits), (uint)entry);
        }

        foreach (var flags in _flags)
            _tally.NeverDone += (flags & Done) == 0 ? 1 : 0;
        return _print;
    }

    // About a hundred events to a window at the sizes that matter; fewer makes windows' own cost show.
    private static int WindowBits(int records) => records switch
    {
        < 10_000 => 33,
        < 200_000 => 31,
        _ => 30,
    };

    private void Reset(ulong seed)
    {
        _draws = new SplitMixDraws(seed);
        _print = new Fingerprint(_hierarchy.Depth, _directives, seed);
        _tally = _print.Tally;
        _pending.Clear();
        Array.Clear(_clerks);
        Array.Clear(_flags);
        Array.Clear(_complied);
        var first = _hierarchy.FirstChildren;
        for (var body = 0; body < _hierarchy.InnerCount; body++)
        {
            var all = ulong.MaxValue >> (64 - (first[body + 1] - first[body]));
            _missing.AsSpan(body * _directives, _directives).Fill(all);
        }
    }

    private void Schedule(long time, int kind, int body, int directive) => _pending.Add(time,
        ((uint)kind << (BodyBits + DirectiveBits)) | ((uint)directive << BodyBits) | (uint)body);

    private void Execute(long time, uint payload)
    {
        var kind = (int)(payload >> (BodyBits + DirectiveBits)) & 15;
        var directive = (int)(payload >> BodyBits) & ((1 << DirectiveBits) - 1);
        var body = (int)payload & ((1 << BodyBits) - 1);
        _tally.Counts[kind]++;
        _print.TimeSums[kind] += (ulong)time;
        switch (kind)
        {
            case Kind.Arrive:
                Arrive(time, body, directive);
                break;
            case Kind.Registered:
                Schedule(time + _draws.Assign(body, directive), Kind.Assigned, body, directive);
                break;
            case Kind.Assigned:
                Schedule(time + _draws.Draft(body, directive), Kind.Drafted, body, directive);
                break;
            case Kind.Drafted:
                Drafted(time, body, directive);
                break;
            case Kind.OwnDone:
                OwnWorkDone(time, body, directive);
                break;
            case Kind.Report:
                Report(time, body, directive);
                break;
            case Kind.ReminderDue:
                Remind(time, body, directive);
                break;
            case Kind.Reminder:
                Reminder(time, body, directive);
                break;
            default:
                CutOff(time, body, directive);
                break;
        }
    }

    // The wait of a directive is added in two halves, so that its arrival need not be kept.
    private void Arrive(long time, int body, int directive)
    {
        ref var clerk = ref _clerks[body];
        if (clerk.Busy)
        {
            _tally.WaitSum -= (ulong)time;
            clerk.Enqueue(directive);
            return;
        }

        clerk.Busy = true;
        Schedule(time + _draws.Register(body, directive), Kind.Registered, body, directive);
    }

    private void Drafted(long time, int body, int directive)
    {
        TakeNext(time, body);
        ref var flags = ref _flags[body * _directives + directive];
        var first = _hierarchy.FirstChildren[body];
        var end = _hierarchy.FirstChildren[body + 1];
        for (var child = first; child < end; child++)
            Schedule(time + _draws.DirectiveDelivery(child, directive), Kind.Arrive, child, directive);
        if (body != 0 && (flags & Reminded) == 0 && _draws.Stalls(body, directive))
        {
            flags |= Stalled;
        }
        else
        {
            flags |= Running;
            Schedule(time + _draws.OwnWork(body, directive), Kind.OwnDone, body, directive);
        }

        if (first == end)
            return;
        var height = _hierarchy.Heights[body];
        Schedule(time + height * 5 * Day, Kind.ReminderDue, body, directive);
        Schedule(time + height * 15 * Day, Kind.CutOff, body, directive);
    }

    private void TakeNext(long time, int body)
    {
        ref var clerk = ref _clerks[body];
        if (!clerk.HasWaiting)
        {
            clerk.Busy = false;
            return;
        }

        var next = clerk.Dequeue();
        _tally.WaitSum += (ulong)time;
        Schedule(time + _draws.Register(body, next), Kind.Registered, body, next);
    }

    private void OwnWorkDone(long time, int body, int directive)
    {
        var at = body * _directives + directive;
        ref var flags = ref _flags[at];
        flags = (byte)((flags & ~(Stalled | Running)) | Done);
        _print.OwnWorkDelaySum += (ulong)(time - directive * 12 * Hour);
        var complied = _draws.Complies(body, directive);
        if (complied)
            _tally.Complied++;
        if ((flags & Closed) != 0)
        {
            _tally.LateOwnWork++;
            return;
        }

        flags |= OwnDone;
        if (at >= _missing.Length)
        {
            if (complied)
                flags |= LeafComplied;
            Close(time, body, directive, ref flags);
            return;
        }

        if (complied)
            _complied[at]++;
        if (_missing[at] == 0)
            Close(time, body, directive, ref flags);
    }

    private void Close(long time, int body, int directive, ref byte flags)
    {
        flags |= Closed;
        if (body != 0)
        {
            Schedule(time + _draws.ReportDelivery(body, directive), Kind.Report, body, directive);
            return;
        }

        _tally.RootDone[directive] = time;
        _tally.RootCompliance += _complied[directive];
    }

    // The entry names the reporting body; what it reports is final, because it has closed.
    private void Report(long time, int child, int directive)
    {
        var body = _hierarchy.Parents[child];
        var at = body * _directives + directive;
        _missing[at] &= ~(1UL << (child - _hierarchy.FirstChildren[body]));
        ref var flags = ref _flags[at];
        if ((flags & Closed) != 0)
        {
            _tally.LateReports++;
            return;
        }

        var from = child * _directives + directive;
        _complied[at] += from < _complied.Length
            ? _complied[from]
            : (_flags[from] & LeafComplied) / LeafComplied;
        if (_missing[at] == 0 && (flags & OwnDone) != 0)
            Close(time, body, directive, ref flags);
    }

    private void Remind(long time, int body, int directive)
    {
        var at = body * _directives + directive;
        if ((_flags[at] & Closed) != 0)
        {
            Uncount(time, Kind.ReminderDue);
            return;
        }

        for (var missing = _missing[at]; missing != 0; missing &= missing - 1)
        {
            var child = _hierarchy.FirstChildren[body] + BitOperations.TrailingZeroCount(missing);
            Schedule(time + _draws.ReminderDelivery(child, directive), Kind.Reminder, child, directive);
        }
    }

    private void Reminder(long time, int body, int directive)
    {
        ref var flags = ref _flags[body * _directives + directive];
        if ((flags & Stalled) != 0)
        {
            flags = (byte)((flags & ~Stalled) | Running);
            _tally.Unstalled++;
            Schedule(time + _draws.OwnWork(body, directive), Kind.OwnDone, body, directive);
        }
        else if ((flags & (Running | Done)) == 0)
        {
            flags |= Reminded;
        }
    }

    private void CutOff(long time, int body, int directive)
    {
        ref var flags = ref _flags[body * _directives + directive];
        if ((flags & Closed) != 0)
        {
            Uncount(time, Kind.CutOff);
            return;
        }

        _tally.CutOffs++;
        Close(time, body, directive, ref flags);
    }

    // A timer of a closed record is dropped and never counts.
    private void Uncount(long time, int kind)
    {
        _tally.Counts[kind]--;
        _print.TimeSums[kind] -= (ulong)time;
    }
}
