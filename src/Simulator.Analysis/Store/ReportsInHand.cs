using Simulator.Analysis.Traces;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Store;

/// <summary>
/// Which report each entry of a body is about, and what is known of a report as it leaves: where and when it arrived,
/// which its own sender's entries do not say, is looked up beforehand.
/// </summary>
internal sealed class ReportsInHand
{
    private const int Lost = -1;

    private readonly StoreNumbers numbers;
    private readonly RunTrace trace;
    private readonly int[]? fates; // by number of the sending entry: the place of the arrival, plus one
    private readonly Dictionary<(uint Root, byte Route, int Number), (int Counted, int Known)> figures = [];

    internal ReportsInHand(StoreNumbers numbers)
    {
        this.numbers = numbers;
        trace = numbers.Trace;
        var entries = trace.Entries;
        for (var place = 0; place < entries.Length; place++)
        {
            ref readonly var entry = ref entries[place];
            if (entry.Kind is EntryKind.Arrived or EntryKind.Lost && IsReport(entry.What) && numbers.OfCause(entry) is > 0 and var sent)
            {
                fates ??= new int[entries.Length + 1];
                if (entry.Kind == EntryKind.Lost)
                {
                    fates[sent] = fates[sent] == 0 ? Lost : fates[sent];
                }
                else if (fates[sent] <= 0 || (entry.A > 0 && entries[fates[sent] - 1].A == 0))
                {
                    fates[sent] = place + 1; // one to a second issuer counts nobody, and gives way to that which counts
                }
            }
        }
    }

    /// <summary>Goes on to another body.</summary>
    internal void Clear() => figures.Clear();

    /// <summary>The number of the report; 0: none.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="number">The entry's own number.</param>
    /// <param name="report">What was sent, if it was.</param>
    internal int Of(in Entry entry, int number, out SentPaper? report)
    {
        report = null;
        switch (entry.Kind)
        {
            case EntryKind.Arrived or EntryKind.Lost when IsReport(entry.What):
                return numbers.OfCause(entry);
            case EntryKind.StepEnded when entry.Step == Step.RegisterReport && trace.TryCause(entry, out var arrival):
                return arrival.Kind == EntryKind.Arrived && IsReport(arrival.What) ? numbers.OfCause(arrival) : 0;
            case EntryKind.Closed:
                figures[(entry.Root, entry.Route, 0)] = (entry.A, entry.B);
                break;
            case EntryKind.FiguresClosed:
                figures[(entry.Root, entry.Route, entry.Item)] = (entry.A, entry.B);
                break;
        }

        var fate = fates?[number] ?? 0;
        if (fate == 0 && !IsUnderWay(entry))
        {
            return 0;
        }

        report = Sent(entry, fate);
        return number;
    }

    private static bool IsReport(byte paper) => (PaperClass)paper is PaperClass.Report or PaperClass.PromptReport
        or PaperClass.PeriodicReport or PaperClass.FlashReport;

    /// <summary>Whether a report left by an entry from which nothing has come yet; some are done and not sent.</summary>
    private bool IsUnderWay(in Entry entry) => entry.Kind == EntryKind.Unsent
        ? entry.What == 1
        : entry.Kind == EntryKind.StepEnded && IsReport(entry.What) && Behind(entry, EntryKind.Unsent) is not { What: 0 };

    private SentPaper Sent(in Entry entry, int fate)
    {
        var arrived = fate > 0 ? trace.Entries[fate - 1] : default;
        var paper = fate > 0 ? (PaperClass)arrived.What
            : entry.Kind == EntryKind.StepEnded ? (PaperClass)entry.What
            : entry.Kind == EntryKind.FiguresClosed ? PaperClass.PeriodicReport
            : PaperClass.Report;
        var number = paper switch
        {
            PaperClass.Report => 0,
            _ when fate > 0 => arrived.Item,
            PaperClass.PromptReport => entry.Item,
            _ => entry.Kind == EntryKind.FiguresClosed ? entry.Item : entry.B & 0xFF,
        };
        var counts = paper is PaperClass.Report or PaperClass.PeriodicReport;
        var isKnown = figures.TryGetValue((entry.Root, entry.Route, number), out var known) && counts
            && (fate <= 0 || arrived.A > 0);
        return new SentPaper
        {
            Paper = paper,
            Number = number,
            Arrival = fate > 0 ? arrived : null,
            Counted = fate > 0 && counts ? arrived.A : isKnown ? known.Counted : -1,
            Known = isKnown ? known.Known : -1,
            Claimed = fate > 0 && counts ? arrived.B : isKnown ? Claimed(entry, known.Known) : -1,
        };
    }

    /// <summary>What it says, where nobody has got it to read.</summary>
    private int Claimed(in Entry sent, int known) => Behind(sent, EntryKind.Misreported)?.B ?? known;

    /// <summary>What is said right behind the leaving of a report, that it is another than it seems; <c>null</c>: nothing.</summary>
    private Entry? Behind(in Entry sent, EntryKind kind)
    {
        var body = numbers.PlaceOf(sent.Body);
        for (var next = sent.Sequence + 1; next <= trace.CountOf(body) && trace.Of(body, next).Tick == sent.Tick; next++)
        {
            ref readonly var entry = ref trace.Of(body, next);
            if (entry.Kind == kind && entry.CauseSequence == sent.Sequence && entry.CauseBody == sent.Body)
            {
                return entry;
            }
        }

        return null;
    }
}
