using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures;

/// <summary>Reads from a journal how far each body has got with each directive at a moment.</summary>
public sealed partial class ProgressReader
{
    private readonly RunTrace trace;
    private readonly CompiledModel model;
    private readonly Dictionary<uint, int> roots = [];
    private readonly Dictionary<int, BodyProgress>[] progress;
    private readonly ContentReader? contents;
    private readonly FilesInHand files;
    private readonly int[] outdatedFrom;
    private int by; // who wrote the entry that is being taken in

    private ProgressReader(RunTrace trace, int from = 0, int to = int.MaxValue)
    {
        this.trace = trace;
        model = trace.Model;
        files = new FilesInHand(trace);
        contents = model.FollowsContent ? new ContentReader(model) : null;
        progress = new Dictionary<int, BodyProgress>[model.Directives.Count];
        outdatedFrom = [.. model.Directives.Select(each => FlightProgress.OutdatedFrom(model, each))];
        for (var root = from; root < Math.Min(to, model.Directives.Count); root++)
        {
            var directive = model.Directives[root];
            roots[directive.ShortHash] = root;
            progress[root] = new Dictionary<int, BodyProgress>(directive.Reach.Count + 1);
        }
    }

    /// <summary>By directive, in model order: the progress of each body that has a paper of it.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="until">The last tick that counts; <c>null</c>: all of it.</param>
    public static IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> Read(RunTrace trace, int? until = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var reader = new ProgressReader(trace);
        var entries = trace.Entries;
        for (var place = 0; place < entries.Length && !(entries[place].Tick > until); place++)
        {
            // Of others than these it is about no directive.
            if (reader.roots.TryGetValue(entries[place].Root, out var root))
            {
                reader.Take(root, entries[place], trace.BodyAt(place));
            }
        }

        return reader.progress;
    }

    private BodyProgress Of(int root, int body)
    {
        if (!progress[root].TryGetValue(body, out var found))
        {
            progress[root][body] = found = new BodyProgress { Body = body };
        }

        return found;
    }

    private BodyProgress Take(int root, in Entry entry, int writer)
    {
        by = writer;
        var body = trace.OwnerOf(entry, writer);
        var own = Of(root, body);
        contents?.Take(entry, root, body);
        if (model.IsRestructured)
        {
            TakeFile(own, entry);
        }

        if (model.Directives[root].Flight is not null)
        {
            own.Flight ??= new FlightProgress();
            own.Flight.Take(model, entry, outdatedFrom[root]);
        }

        if (entry.Route != 0 && entry.Kind != EntryKind.Arrived && !model.IsRestructured)
        {
            TakeOtherRoute(root, own, entry);
            return own;
        }

        switch (entry.Kind)
        {
            case EntryKind.Issued:
                own.IssuedAt = entry.Tick;
                own.Number = entry.A;
                NoteComplied(root, own, entry.Tick);
                break;
            case EntryKind.Arrived:
                Arrive(root, own, entry);
                break;
            case EntryKind.StepEnded:
                EndStep(root, own, entry);
                break;
            case EntryKind.Superseded when entry.What < 3 && own.HandledAt == entry.Tick:
                // Registering has ended its way, and in this kind would have ended handling.
                own.HandledAt = own.CompliedAt = -1;
                own.Done = own.DoneLate = own.Otherwise = 0;
                break;
            case EntryKind.Kept:
                own.Own |= 1U << entry.Item;
                break;
            case EntryKind.Stalled or EntryKind.Ignored or EntryKind.Resumed when entry.Item == Entry.NoItem:
                own.Relay = entry.Kind;
                own.Resumed += entry.Kind == EntryKind.Resumed ? 1 : 0;
                break;
            case EntryKind.Stalled:
                own.Stalled |= 1U << entry.Item;
                TakeBack(own, entry.Item);
                break;
            case EntryKind.Resumed:
                own.Stalled &= ~(1U << entry.Item);
                own.Ignored &= ~(1U << entry.Item);
                own.Resumed++;
                EndWorkWithoutStep(root, own, 1U << entry.Item, entry.Tick);
                NoteComplied(root, own, entry.Tick);
                break;
            case EntryKind.Ignored:
                own.Ignored |= 1U << entry.Item;
                TakeBack(own, entry.Item);
                break;
            case EntryKind.InputsAwaited or EntryKind.InputsEnded or EntryKind.Contribution:
                TakeCoordination(root, own, entry);
                break;
            case EntryKind.Asked or EntryKind.Answered or EntryKind.SilencePassed:
                TakeQuestion(root, own, entry);
                break;
            case EntryKind.GaveWay:
                own.GaveWay |= 1U << entry.Item;
                break;
            case EntryKind.RulingAwaited or EntryKind.RulingTaken:
                TakeRuling(own, entry, body);
                break;
            case EntryKind.Unseen or EntryKind.Noticed or EntryKind.Unsent or EntryKind.Unacknowledged:
                TakeUnheard(own, entry);
                break;
            case EntryKind.Inspected:
                own.Inspections++;
                break;
            case EntryKind.Lost when entry.What == (byte)PaperClass.Reminder:
                own.RemindersLost++;
                break;
            case EntryKind.Closed:
                own.ClosedAt = entry.Tick;
                own.ClosedByCutOff = entry.Item == 1;
                break;
        }

        return own;
    }

    private void Arrive(int root, BodyProgress own, in Entry entry)
    {
        switch ((PaperClass)entry.What)
        {
            case PaperClass.Directive or PaperClass.Amendment when own.ArrivedAt < 0 && model.Directives[root].Issuer != own.Body:
                own.ArrivedAt = entry.Tick;
                own.PaperFrom = model.IndexOf(entry.CauseBody);
                own.SentAt = entry.Started;
                own.Own |= OwnOf(root, own.Body);
                own.Paper = model.AssignmentsFor(root, own.Body);
                own.ContentShare = BodyProgress.Whole;
                NoteContent(root, own, entry);
                if (!Takes(own.Body, Step.Register))
                {
                    own.RegisteredAt = entry.Tick;
                }

                EndHandlingAt(root, own, Step.None, entry.Tick);
                break;
            case PaperClass.Directive or PaperClass.Amendment when IsDuplicate(entry):
                own.Duplicates++;
                if (own.Flight is { } flight)
                {
                    flight.Duplicates++;
                }

                break;
            case PaperClass.Directive or PaperClass.Amendment:
                own.OtherRoutes++;
                break;
            case PaperClass.Reminder:
                own.Reminders++;
                break;
            case PaperClass.Input:
                if (!Takes(own.Body, Step.RegisterInput))
                {
                    TakeInput(root, own, entry);
                }

                break;
            case PaperClass.PeriodicReport:
                if (!Takes(own.Body, Step.RegisterReport))
                {
                    TakeFigures(own, entry);
                }

                break;
            case PaperClass.SentOn when RunTrace.IsReport(entry) && TakesInOnArrival(entry):
                TakeReport(own, entry);
                break;
            case PaperClass.Report:
                if ((entry.Route == 0 || model.IsRestructured) && TakesInOnArrival(entry))
                {
                    TakeReport(own, entry);
                }

                var sender = Of(root, trace.ReporterOf(entry));
                if (sender.ReportArrivedAt < 0)
                {
                    sender.ReportArrivedAt = entry.Tick;
                }

                break;
        }
    }

    /// <summary>A second route has a number of its own; the same paper from the same sender has not.</summary>
    private static bool IsDuplicate(in Entry entry) => entry.Route == 0;

    private void NoteContent(int root, BodyProgress own, in Entry arrived)
    {
        if (contents?.Arrive(arrived, root, own.Body) is { } paper)
        {
            own.Paper = paper.Items;
            var given = paper.Items & model.Directives[root].OwnOf(model.FactsOf(own.Body));
            own.LeftOut = own.Own & ~given;
            own.Distorted = given & paper.Distorted;
            own.Own |= given;
            own.ContentShare = contents.ShareOf(paper, root, own.Body);
        }
    }

    private void EndStep(int root, BodyProgress own, in Entry entry)
    {
        switch (entry.Step)
        {
            case Step.Register when entry.Route == 0 || (own.Body != by && own.RegisteredAt < 0):
                own.RegisteredAt = entry.Tick;
                EndHandlingAt(root, own, Step.Register, entry.Tick);
                break;
            case Step.Assign or Step.Draft:
                EndHandlingAt(root, own, entry.Step, entry.Tick);
                break;
            case Step.RegisterReport:
                if (trace.TryCause(entry, out var arrival) && RunTrace.IsReport(arrival))
                {
                    TakeReport(own, arrival);
                }
                else if (arrival.What == (byte)PaperClass.PeriodicReport)
                {
                    TakeFigures(own, arrival);
                }

                break;
            case Step.RegisterInput:
                if (trace.TryCause(entry, out var input))
                {
                    TakeInput(root, own, input);
                }

                break;
            case Step.Contribute or Step.IssueInput:
                own.ContributionsSent |= entry.What == (byte)PaperClass.Input ? 1U << entry.Item : 0;
                break;
            case Step.CarryOut:
                own.WorkEndedAt = entry.Tick;
                NoteDone(root, own, entry.B == (int)Outcome.Complied ? 1U << entry.Item : 0, entry.Tick);
                own.Partly |= entry.B == (int)Outcome.Partly ? 1U << entry.Item : 0;
                own.Otherwise |= entry.B == (int)Outcome.Otherwise ? 1U << entry.Item : 0;
                NoteComplied(root, own, entry.Tick);
                break;
        }
    }

    private void EndHandlingAt(int root, BodyProgress own, Step step, int tick)
    {
        var last = model.Directives[root].Source.Relation is { Kind: RelationKind.Corrects }
            && Takes(by, Step.Register)
                ? Step.Register
                : model.Kinds[model.FactsOf(by).Kind].HandlingEnds;
        if (own.HandledAt < 0 && last == step && own.Flight is not { IsWithdrawn: true })
        {
            own.HandledAt = tick;
            EndWorkWithoutStep(root, own, own.Own, tick);
            NoteComplied(root, own, tick);
        }
    }

    /// <summary>A kind without a step for carrying out is done with an assignment when it takes it up.</summary>
    private void EndWorkWithoutStep(int root, BodyProgress own, uint assignments, int tick)
    {
        var waits = model.FollowsQuestions && own.PaperFrom >= 0
            ? model.Directives[root].NeedsApproval & ~own.Approved
            : 0;
        var ended = Takes(by, Step.CarryOut) ? 0 : assignments & ~own.LeftOut & ~waits;
        NoteDone(root, own, ended & ~own.Distorted, tick);
        own.Otherwise |= ended & own.Distorted;
    }

    private void TakeQuestion(int root, BodyProgress own, in Entry entry)
    {
        if (QuestionReader.Take(own, entry) is { } approved)
        {
            EndWorkWithoutStep(root, own, 1U << approved, entry.Tick);
            NoteComplied(root, own, entry.Tick);
        }
    }

    private void NoteDone(int root, BodyProgress own, uint assignments, int tick)
    {
        own.Done |= assignments;
        own.DoneLate |= assignments & own.OverdueAt(model, root, tick);
    }

    /// <summary>Laid aside or ignored at the very moment of taking it up.</summary>
    private static void TakeBack(BodyProgress own, byte item)
    {
        own.Otherwise &= ~(1U << item);
        if ((own.Done >> item & 1) != 0)
        {
            own.Done &= ~(1U << item);
            own.DoneLate &= ~(1U << item);
            own.CompliedAt = -1;
        }
    }

    private void NoteComplied(int root, BodyProgress own, int tick)
    {
        var relayed = own.IssuedAt >= 0 || model.AddresseesOf(root, own.Body).Length == 0;
        if (own.CompliedAt < 0 && own.HandledAt >= 0 && relayed && own.Done == own.Own)
        {
            own.CompliedAt = tick;
        }
    }

    private uint OwnOf(int root, int body) => model.OwnAssignments(root, body);

    private bool Takes(int body, Step step) => model.Kinds[model.FactsOf(body).Kind].Takes(step);
}
