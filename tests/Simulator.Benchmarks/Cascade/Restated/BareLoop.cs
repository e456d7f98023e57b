using System.Numerics;

namespace Simulator.Benchmarks.Cascade.Restated;

/// <summary>
/// The restated cascade, in whole minutes, as one hand-written loop over flat arrays: the limit for an
/// engine on this model. Many events share a minute, but few share a body too: those few are sorted, the
/// others are executed as they come, for what happens in one minute at different bodies is independent.
/// </summary>
internal sealed class BareLoop<TDraws>
    where TDraws : struct, IDraws
{
    private const int Day = 24 * 60;
    private const int MarkCount = 1 << 13;
    private const int MostRepeats = 64;

    private const byte Stalled = 1;
    private const byte Running = 2;
    private const byte Done = 4;
    private const byte Reminded = 8;
    private const byte Closed = 16;
    private const byte OwnDone = 32;
    private const byte LeafComplied = 64;

    private readonly Hierarchy _hierarchy;
    private readonly int _directives;
    private readonly Chains _minutes = new();
    private readonly Clerk[] _clerks;
    private readonly ushort[] _sent; // messages sent, by body
    private readonly byte[] _flags;
    private readonly ulong[] _missing; // inner bodies: a bit per child that has not reported
    private readonly int[] _complied; // inner bodies: compliance added up
    private readonly int[] _seen = new int[MarkCount]; // the last minute in which a body came up
    private readonly int[] _shared = new int[MarkCount]; // the last minute in which it came up twice
    private readonly ulong[] _ended = new ulong[2 * Clerk.MaxDirectives]; // steps of no length
    private readonly ulong[] _ending = new ulong[2 * Clerk.MaxDirectives];
    private int _endedCount;
    private ulong[] _due = new ulong[256];
    private TDraws _draws;
    private Tally _tally;

    public BareLoop(Hierarchy hierarchy, int directives)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(directives, Clerk.MaxDirectives);
        _hierarchy = hierarchy;
        _directives = directives;
        _clerks = new Clerk[hierarchy.Count];
        _sent = new ushort[hierarchy.Count];
        _flags = new byte[hierarchy.Count * directives];
        _missing = new ulong[hierarchy.InnerCount * directives];
        _complied = new int[hierarchy.InnerCount * directives];
        _tally = new Tally(directives);
    }

    /// <summary>Runs the cascade from the start; memory of an earlier run is used again.</summary>
    public Tally Run(TDraws draws)
    {
        Reset(draws);
        for (var directive = 0; directive < _directives; directive++)
            _minutes.Add((directive * Day / 2) + 1, Entry.Delivery(0, Kind.Arrive, directive, 0, 0));
        for (var minute = _minutes.NextInUse(0); minute >= 0; minute = _minutes.NextInUse(minute + 1))
        {
            var count = _minutes.Collect(minute, ref _due);
            RunMinute(minute, _due.AsSpan(0, count));
        }

        foreach (var flags in _flags)
            _tally.NeverDone += (flags & Done) == 0 ? 1 : 0;
        return _tally;
    }

    private void Reset(TDraws draws)
    {
        _draws = draws;
        _tally = new Tally(_directives);
        _minutes.Clear();
        Array.Clear(_clerks);
        Array.Clear(_sent);
        Array.Clear(_flags);
        Array.Clear(_complied);
        Array.Fill(_seen, -1);
        Array.Fill(_shared, -1);
        var first = _hierarchy.FirstChildren;
        for (var body = 0; body < _hierarchy.InnerCount; body++)
        {
            var all = ulong.MaxValue >> (64 - (first[body + 1] - first[body]));
            _missing.AsSpan(body * _directives, _directives).Fill(all);
        }
    }

    // Bodies that share a mark are taken for one here; the visits then tell them apart.
    private void RunMinute(int minute, Span<ulong> due)
    {
        foreach (var entry in due)
        {
            ref var seen = ref _seen[Entry.Body(entry) & (MarkCount - 1)];
            if (seen == minute)
                _shared[Entry.Body(entry) & (MarkCount - 1)] = minute;
            seen = minute;
        }

        var left = 0;
        for (var i = 0; i < due.Length; i++)
        {
            var entry = due[i];
            if (_shared[Entry.Body(entry) & (MarkCount - 1)] == minute)
                due[left++] = entry;
            else
                Visit(minute, due.Slice(i, 1));
        }

        due = due[..left];
        due.Sort();
        while (!due.IsEmpty)
        {
            var body = Entry.Body(due[0]);
            var count = 1;
            while (count < due.Length && Entry.Body(due[count]) == body)
                count++;
            Visit(minute, due[..count]);
            due = due[count..];
        }
    }

    // What a body does in a minute: phases 1 to 3 in the entries' order, then dispatch; steps that take
    // no time end in a repetition of the first phase, and the clerk is dispatched again.
    private void Visit(int minute, ReadOnlySpan<ulong> due)
    {
        var body = Entry.Body(due[0]);
        foreach (var entry in due)
            Execute(minute, entry, body);
        Dispatch(minute, body);
        for (var repeats = 0; _endedCount > 0; repeats++)
        {
            if (repeats == MostRepeats)
                throw new InvalidOperationException($"Body {body} does not finish minute {minute}.");
            var ending = _ending.AsSpan(0, _endedCount);
            _ended.AsSpan(0, _endedCount).CopyTo(ending);
            _endedCount = 0;
            ending.Sort();
            foreach (var entry in ending)
                Execute(minute, entry, body);
            Dispatch(minute, body);
        }
    }

    private void Execute(int minute, ulong entry, int body)
    {
        var kind = Entry.Kind(entry);
        var directive = Entry.Directive(entry);
        _tally.Counts[kind]++;
        switch (kind)
        {
            case Kind.Arrive: // the wait is added in two halves, so that the arrival need not be kept
                _clerks[body].Enqueue(directive);
                _tally.WaitSum -= (ulong)minute;
                break;
            case Kind.Registered:
                Start(minute, body, directive, Slot.Assign, Kind.Assigned);
                break;
            case Kind.Assigned:
                Start(minute, body, directive, Slot.Draft, Kind.Drafted);
                break;
            case Kind.Drafted:
                Drafted(minute, body, directive);
                break;
            case Kind.OwnDone:
                OwnWorkDone(minute, body, directive);
                break;
            case Kind.Report:
                Report(minute, body, directive, Entry.Sender(entry));
                break;
            case Kind.ReminderDue:
                Remind(minute, body, directive);
                break;
            case Kind.Reminder:
                Reminder(minute, body, directive);
                break;
            default:
                CutOff(minute, body, directive);
                break;
        }
    }

    private void Dispatch(int minute, int body)
    {
        ref var clerk = ref _clerks[body];
        if (clerk.Busy || !clerk.HasWaiting)
            return;
        clerk.Busy = true;
        var directive = clerk.Dequeue();
        _tally.WaitSum += (ulong)minute;
        Start(minute, body, directive, Slot.Register, Kind.Registered);
    }

    // A step set going in phase 1 or 2 is started by the dispatch that follows. That shows only if it
    // takes no time: then it ends after that dispatch.
    private void Start(int minute, int body, int directive, int slot, int endKind)
    {
        var length = _draws.Minutes(body, directive, slot);
        var end = Entry.End(body, endKind, directive);
        if (length > 0)
            _minutes.Add(minute + length, end);
        else
            _ended[_endedCount++] = end;
    }

    private void Send(int minute, int sender, int receiver, int directive, int kind, int length) =>
        _minutes.Add(minute + length, Entry.Delivery(receiver, kind, directive, sender, _sent[sender]++));

    private void Drafted(int minute, int body, int directive)
    {
        _clerks[body].Busy = false;
        ref var flags = ref _flags[body * _directives + directive];
        var first = _hierarchy.FirstChildren[body];
        var end = _hierarchy.FirstChildren[body + 1];
        for (var child = first; child < end; child++)
        {
            var length = _draws.Minutes(child, directive, Slot.DirectiveDelivery);
            Send(minute, body, child, directive, Kind.Arrive, length);
        }

        if (body != 0 && (flags & Reminded) == 0 && _draws.Stalls(body, directive))
        {
            flags |= Stalled;
        }
        else
        {
            flags |= Running;
            Start(minute, body, directive, Slot.OwnWork, Kind.OwnDone);
        }

        if (first == end)
            return;
        var height = _hierarchy.Heights[body];
        _minutes.Add(minute + height * 5 * Day, Entry.Timer(body, Kind.ReminderDue, directive));
        _minutes.Add(minute + height * 15 * Day, Entry.Timer(body, Kind.CutOff, directive));
    }

    private void OwnWorkDone(int minute, int body, int directive)
    {
        var at = body * _directives + directive;
        ref var flags = ref _flags[at];
        flags = (byte)((flags & ~(Stalled | Running)) | Done);
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
            Close(minute, body, directive, ref flags);
            return;
        }

        if (complied)
            _complied[at]++;
        if (_missing[at] == 0)
            Close(minute, body, directive, ref flags);
    }

    private void Close(int minute, int body, int directive, ref byte flags)
    {
        flags |= Closed;
        if (body != 0)
        {
            var length = _draws.Minutes(body, directive, Slot.ReportDelivery);
            Send(minute, body, _hierarchy.Parents[body], directive, Kind.Report, length);
            return;
        }

        _tally.RootDone[directive] = minute;
        _tally.RootCompliance += _complied[directive];
    }

    // What the child reports is final, because it has closed.
    private void Report(int minute, int body, int directive, int child)
    {
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
            Close(minute, body, directive, ref flags);
    }

    private void Remind(int minute, int body, int directive)
    {
        var at = body * _directives + directive;
        if ((_flags[at] & Closed) != 0)
        {
            _tally.Counts[Kind.ReminderDue]--;
            return;
        }

        for (var missing = _missing[at]; missing != 0; missing &= missing - 1)
        {
            var child = _hierarchy.FirstChildren[body] + BitOperations.TrailingZeroCount(missing);
            var length = _draws.Minutes(child, directive, Slot.ReminderDelivery);
            Send(minute, body, child, directive, Kind.Reminder, length);
        }
    }

    private void Reminder(int minute, int body, int directive)
    {
        ref var flags = ref _flags[body * _directives + directive];
        if ((flags & Stalled) != 0)
        {
            flags = (byte)((flags & ~Stalled) | Running);
            _tally.Unstalled++;
            Start(minute, body, directive, Slot.OwnWork, Kind.OwnDone);
        }
        else if ((flags & (Running | Done)) == 0)
        {
            flags |= Reminded;
        }
    }

    private void CutOff(int minute, int body, int directive)
    {
        ref var flags = ref _flags[body * _directives + directive];
        if ((flags & Closed) != 0)
        {
            _tally.Counts[Kind.CutOff]--;
            return;
        }

        _tally.CutOffs++;
        Close(minute, body, directive, ref flags);
    }
}
