using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures;

/// <summary>Reads from a journal which reports were sent and what went into each.</summary>
public sealed class ReportReader
{
    private readonly RunTrace trace;
    private readonly CompiledModel model;
    private readonly Dictionary<uint, int> roots = [];
    private readonly List<SentReport>[] found;
    private readonly Dictionary<(int Root, int Body, byte Route), Desk> desks = [];
    private readonly Dictionary<(ulong Body, uint Sequence), SentReport> sent = [];
    private readonly FilesInHand files;

    private ReportReader(RunTrace trace)
    {
        this.trace = trace;
        files = new FilesInHand(trace);
        model = trace.Model;
        found = [.. model.Directives.Select(_ => new List<SentReport>())];
        for (var root = 0; root < model.Directives.Count; root++)
        {
            roots[model.Directives[root].ShortHash] = root;
        }
    }

    /// <summary>By directive, in model order: its reports in the order in which their figures were closed.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="until">The last tick that counts; <c>null</c>: all of it.</param>
    public static IReadOnlyList<IReadOnlyList<SentReport>> Read(RunTrace trace, int? until = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var reader = new ReportReader(trace);
        foreach (ref readonly var entry in trace.Entries)
        {
            if (entry.Tick > until)
            {
                break;
            }

            if (reader.roots.TryGetValue(entry.Root, out var root))
            {
                reader.Take(root, entry);
            }
        }

        return reader.found;
    }

    private void Take(int root, in Entry entry)
    {
        switch (entry.Kind)
        {
            case EntryKind.Closed:
                Close(root, entry);
                break;
            case EntryKind.FiguresClosed:
                var desk = DeskOf(root, entry);
                Add(root, desk, entry, entry.Item, [.. desk.Taken, .. desk.Newest.Values]);
                break;
            case EntryKind.StepEnded when entry.What is (byte)PaperClass.Report or (byte)PaperClass.PeriodicReport:
                Send(entry, DeskOf(root, entry).Pending.GetValueOrDefault(NumberOf(entry)));
                break;
            case EntryKind.Unsent when DeskOf(root, entry).Pending.TryGetValue(0, out var done):
                if (entry.What == 1)
                {
                    Send(entry, done);
                }
                else
                {
                    done.SentAt = -1;
                }

                break;
            case EntryKind.StepEnded when entry.Step == Step.RegisterReport:
                if (trace.TryCause(entry, out var arrival))
                {
                    TakeIn(root, entry, arrival);
                }

                break;
            case EntryKind.Misreported when sent.TryGetValue((entry.Body, entry.CauseSequence), out var report):
                report.Claimed = entry.B;
                break;
            case EntryKind.Arrived when entry.What is (byte)PaperClass.Report or (byte)PaperClass.PeriodicReport:
                Arrive(root, entry);
                break;
            case EntryKind.Arrived when entry.What == (byte)PaperClass.HandedFile:
                files.Of(entry);
                break;
            case EntryKind.Arrived when RunTrace.IsReport(entry) && IsTakenInOnArrival(entry):
                TakeIn(root, entry, entry);
                break;
        }
    }

    private static int NumberOf(in Entry sent) => sent.What == (byte)PaperClass.PeriodicReport ? sent.B : 0;

    private void Close(int root, in Entry entry)
    {
        var desk = DeskOf(root, entry);
        desk.IsClosed = true;
        if (files.Of(entry).Body != trace.IssuerOf(root))
        {
            Add(root, desk, entry, 0, entry.Item == 1 ? [.. desk.Taken, .. desk.Newest.Values] : [.. desk.Taken]);
        }
    }

    private void Add(int root, Desk desk, in Entry entry, int number, IReadOnlyList<SentReport> parts)
    {
        var (body, route) = files.Of(entry);
        var report = new SentReport
        {
            Body = body,
            Number = number,
            Route = route,
            FiguresAt = entry.Tick,
            Counted = entry.A,
            Known = entry.B,
            Claimed = entry.B,
            Parts = parts,
        };
        found[root].Add(report);
        desk.Pending[number] = report;
        if (entry.What == 1)
        {
            Send(entry, report);
        }
    }

    private void Send(in Entry entry, SentReport? report)
    {
        if (report is not null)
        {
            report.SentAt = entry.Tick;
            sent[(entry.Body, entry.Sequence)] = report;
        }
    }

    private void Arrive(int root, in Entry entry)
    {
        // A report to a second issuer counts nobody.
        if (entry.A > 0 && sent.TryGetValue((entry.CauseBody, entry.CauseSequence), out var report))
        {
            (report.ArrivedAt, report.To) = (entry.Tick, files.Of(entry).Body);
            if (IsTakenInOnArrival(entry))
            {
                TakeIn(root, entry, entry);
            }
        }
    }

    /// <summary>A report counts once it is registered, and no longer when its receiver has closed.</summary>
    private void TakeIn(int root, in Entry entry, in Entry arrival)
    {
        var desk = DeskOf(root, entry);
        var written = trace.Written(arrival);
        if (desk.IsClosed || written.A == 0
            || !sent.TryGetValue((written.CauseBody, written.CauseSequence), out var report))
        {
            return;
        }

        if (report.Number == 0)
        {
            desk.Taken.Add(report);
            desk.Newest.Remove(report.Body);
        }
        else if (desk.Taken.TrueForAll(last => last.Body != report.Body)
            && (!desk.Newest.TryGetValue(report.Body, out var before) || before.Number < report.Number))
        {
            desk.Newest[report.Body] = report;
        }
    }

    /// <summary>Whether nobody registers it; a body that is dissolved takes nothing in.</summary>
    private bool IsTakenInOnArrival(in Entry arrival)
    {
        var body = trace.BodyOf(arrival);
        return !model.Kinds[model.FactsOf(body).Kind].Takes(Step.RegisterReport) && !trace.IsDissolved(body, arrival.Tick);
    }

    private Desk DeskOf(int root, in Entry entry)
    {
        var (body, route) = files.Of(entry);
        var key = (root, body, route);
        if (!desks.TryGetValue(key, out var desk))
        {
            desks[key] = desk = new Desk();
        }

        return desk;
    }

    /// <summary>What one body has of others' reports, and its own on its way out.</summary>
    private sealed class Desk
    {
        /// <summary>Last reports.</summary>
        internal List<SentReport> Taken { get; } = [];

        /// <summary>Periodic reports by the index of the sender, until its last one has come.</summary>
        internal Dictionary<int, SentReport> Newest { get; } = [];

        /// <summary>Its own by number.</summary>
        internal Dictionary<int, SentReport> Pending { get; } = [];

        internal bool IsClosed { get; set; }
    }
}
