using Simulator.Analysis.Traces;
using Simulator.Analysis.Waits;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Store;

/// <summary>The journal as rows, body by body, with what each entry came to: waits, documents, reports.</summary>
internal sealed class EntryRows : IDisposable
{
    private const int EntriesOfOneSplitter = 250_000;

    private readonly StoreNumbers numbers;
    private readonly RunTrace trace;
    private readonly StoreRows entries;
    private readonly StoreRows waits;
    private readonly StoreRows documents;
    private readonly StoreRows reports;
    private readonly PapersInHand papers;
    private readonly ReportsInHand sent;
    private WaitSplitter splitter;
    private readonly Dictionary<(int Kind, Step Step), int> posts = [];
    private readonly SortedSet<int> activities = [];
    private readonly bool[] isActivity = new bool[1 << 16];

    internal EntryRows(StoreFile file, StoreNumbers numbers)
    {
        this.numbers = numbers;
        trace = numbers.Trace;
        entries = file.Rows("entry", 23);
        waits = file.Rows("wait", 3);
        documents = file.Rows("document", 9);
        reports = file.Rows("report", 12);
        papers = new PapersInHand(numbers);
        sent = new ReportsInHand(numbers);
        splitter = new WaitSplitter(trace);
    }

    /// <summary>What the entries that were written say, as numbers.</summary>
    internal IReadOnlyCollection<int> Activities => activities;

    internal void Write(CancellationToken cancellation)
    {
        var asked = 0;
        foreach (var body in numbers.Order)
        {
            cancellation.ThrowIfCancellationRequested();
            if (asked > EntriesOfOneSplitter)
            {
                (splitter, asked) = (new WaitSplitter(trace), 0); // it keeps what it has read of offices
            }

            papers.Clear();
            sent.Clear();
            var count = trace.CountOf(body);
            asked += count;
            var first = numbers.OfEntry(body, 1);
            for (var place = 0; place < count; place++)
            {
                Write(trace.Of(body, (uint)place + 1), body, first + place);
            }
        }
    }

    public void Dispose()
    {
        entries.Dispose();
        waits.Dispose();
        documents.Dispose();
        reports.Dispose();
    }

    private void Write(in Entry entry, int body, int number)
    {
        var activity = StoreWords.Activity(entry);
        if (!isActivity[activity])
        {
            isActivity[activity] = activities.Add(activity);
        }

        entries.Set(0, number).Set(1, numbers.OfBody(body)).Set(2, entry.Sequence).Set(3, entry.Tick).Set(4, activity)
            .Set(5, (int)entry.Kind).Set(6, (int)entry.Step).Set(8, entry.Route).Set(10, entry.Started).Set(11, entry.Server)
            .Set(12, entry.What).Set(13, entry.Item).Set(14, entry.A).Set(15, entry.B);
        if (entry.Root != 0)
        {
            entries.Set(7, numbers.OfRoot(entry.Root));
        }

        if (entry.CauseSequence != 0)
        {
            WriteWaits(entry, number);
        }

        if (PostOf(entry, body) is >= 0 and var post)
        {
            entries.Set(19, post);
        }

        if (NamesBody(entry))
        {
            entries.Set(20, numbers.OfBody(numbers.Named(entry)));
        }

        if (papers.Of(entry, number, out var issued) is > 0 and var paper)
        {
            entries.Set(21, paper);
        }

        if (sent.Of(entry, number, out var report) is > 0 and var about)
        {
            entries.Set(22, about);
        }

        entries.Write();
        if (issued.Ordinal > 0)
        {
            WriteDocument(entry, body, number, issued);
        }

        if (report is not null)
        {
            WriteReport(entry, number, report);
        }
    }

    private void WriteWaits(in Entry entry, int number)
    {
        var cause = numbers.PlaceOf(entry.CauseBody);
        var enabled = trace.Of(cause, entry.CauseSequence).Tick;
        entries.Set(9, numbers.OfEntry(cause, entry.CauseSequence)).Set(16, enabled);
        Span<WaitPart> parts = stackalloc WaitPart[WaitReasons.Count];
        var (offHours, worked) = (0, 0);
        foreach (ref readonly var part in parts[..splitter.Split(entry, parts)])
        {
            waits.Set(0, number).Set(1, (int)part.Reason).Set(2, part.Minutes).Write();
            offHours += part.Reason == WaitReason.OffHours ? part.Minutes : 0;
            worked += part.Reason == WaitReason.Work ? part.Minutes : 0;
        }

        if (entry.Kind == EntryKind.StepEnded)
        {
            entries.Set(17, entry.Tick - enabled - offHours).Set(18, worked);
        }
    }

    private void WriteDocument(in Entry entry, int body, int number, IssuedPaper issued)
    {
        documents.Set(0, number).Set(1, numbers.OfRoot(entry.Root)).Set(2, numbers.OfBody(body)).Set(3, issued.Ordinal)
            .Set(4, entry.A).Set(5, entry.Tick).Set(7, entry.B).Set(8, entry.What);
        if (issued.Implements > 0)
        {
            documents.Set(6, issued.Implements);
        }

        documents.Write();
    }

    private void WriteReport(in Entry entry, int number, SentPaper report)
    {
        reports.Set(0, number).Set(1, numbers.OfRoot(entry.Root)).Set(2, numbers.OfBody(trace.OwnerOf(entry)))
            .Set(3, (int)report.Paper).Set(4, report.Number).Set(5, entry.Tick)
            .SetMoment(9, report.Counted).SetMoment(10, report.Known).SetMoment(11, report.Claimed);
        if (report.Arrival is { } arrival)
        {
            var receiver = numbers.PlaceOf(arrival.Body);
            reports.Set(6, arrival.Tick).Set(7, numbers.OfBody(receiver)).Set(8, numbers.OfEntry(receiver, arrival.Sequence));
        }

        reports.Write();
    }

    /// <summary>The post of which <see cref="Entry.Server"/> is one; -1: none.</summary>
    private int PostOf(in Entry entry, int body)
    {
        if (entry.Kind == EntryKind.Absent)
        {
            return entry.Item;
        }

        if (entry.Kind is not (EntryKind.StepEnded or EntryKind.WorkStopped))
        {
            return -1;
        }

        var facts = trace.Model.FactsOf(body);
        if (!posts.TryGetValue((facts.Kind, entry.Step), out var post))
        {
            posts[(facts.Kind, entry.Step)] = post = PostOf(trace.Model, body, entry.Step);
        }

        return post;
    }

    private static int PostOf(CompiledModel model, int body, Step step)
    {
        var all = model.Offices[model.FactsOf(body).Office].All;
        var found = model.PostOf(body, step);
        for (var post = 0; post < all.Count; post++)
        {
            if (ReferenceEquals(all[post], found))
            {
                return post;
            }
        }

        return -1;
    }

    private static bool NamesBody(in Entry entry) => entry.Kind switch
    {
        EntryKind.Lost or EntryKind.AttachmentLost or EntryKind.HandedOver or EntryKind.SentOn or EntryKind.Unacknowledged => true,
        EntryKind.Arrived => entry.What == (byte)PaperClass.HandedFile,
        _ => false,
    };
}
