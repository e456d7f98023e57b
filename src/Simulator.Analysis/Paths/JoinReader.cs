using Simulator.Analysis.Traces;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Paths;

/// <summary>
/// Reads from a journal, once from its beginning to its end, what waited for several entries: closing for reports, own
/// work and contributions; leads for inputs; what lay aside for having been assigned and for a reminder; a report on a
/// second paper for its filing.
/// </summary>
internal sealed class JoinReader
{
    /// <summary>Contributions are told from own assignments by a number above all of theirs.</summary>
    private const int Contributions = 256;

    private readonly RunTrace trace;
    private readonly FilesInHand files;
    private readonly List<Join> joins = [];
    private readonly Dictionary<(int Body, uint Root, byte Route), OpenFile> open = [];
    private readonly Dictionary<(int Body, uint Root, int Issuer), int> filed = [];
    private readonly Dictionary<int, int> setBy = [];

    private JoinReader(RunTrace trace)
    {
        this.trace = trace;
        files = new FilesInHand(trace);
    }

    /// <summary>The joins, by what waited.</summary>
    internal IReadOnlyList<Join> Joins => joins;

    /// <summary>
    /// The place of what an entry followed from; -1: nothing. It is its cause, but of the hours of following up and of
    /// cut-offs: these count from the issue of the relay, while the journal names what the relay began with.
    /// </summary>
    internal int BeforeIt(int place) => setBy.TryGetValue(place, out var issue)
        ? issue
        : trace.PlaceOfCause(trace.Entries[place]);

    internal static JoinReader Read(RunTrace trace)
    {
        var reader = new JoinReader(trace);
        for (var place = 0; place < trace.Entries.Length; place++)
        {
            if (trace.BodyAt(place) >= 0)
            {
                reader.Take(place);
            }
        }

        return reader;
    }

    private void Take(int place)
    {
        ref readonly var entry = ref trace.Entries[place];
        var (body, route) = files.Of(entry);
        if (!open.TryGetValue((body, entry.Root, route), out var file))
        {
            open[(body, entry.Root, route)] = file = new OpenFile();
        }

        switch (entry.Kind)
        {
            case EntryKind.Arrived:
                Arrive(file, place, entry);
                break;
            case EntryKind.StepEnded:
                EndStep(file, place, entry);
                break;
            case EntryKind.Issued:
                file.Issued = place;
                file.ForClosing.Add(place);
                break;
            case EntryKind.Asked:
                BeginWithInputs(file, place, entry);
                break;
            case EntryKind.Ignored or EntryKind.Stalled:
                file.Aside[entry.Item] = place;
                file.ForClosing.Add(place);
                break;
            case EntryKind.Resumed:
                Resume(file, place, entry, entry.Item);
                break;
            case EntryKind.Contribution when entry.What == (byte)ContributionState.Resumed:
                Resume(file, place, entry, Contributions + entry.Item);
                break;
            case EntryKind.Contribution:
                file.Aside[Contributions + entry.Item] = place;
                file.ForClosing.Add(place);
                break;
            case EntryKind.Answered or EntryKind.SilencePassed when (Decision)entry.What == Decision.Refusal:
                file.ForClosing.Add(place);
                break;
            case EntryKind.GaveWay:
                file.ForClosing.Add(place);
                break;
            case EntryKind.InputsAwaited:
                file.AwaitedSince[entry.Item] = place;
                break;
            case EntryKind.InputsEnded:
                EndInputs(file, place, entry);
                break;
            case EntryKind.Filed:
                NoteFiled(place, entry, body);
                break;
            case EntryKind.FollowedUp or EntryKind.CutOffPassed when entry.CauseBody != Director.Hash:
                SetByIssue(file, place, entry);
                break;
            case EntryKind.Closed:
                Close(file, place, entry);
                break;
        }
    }

    private void SetByIssue(OpenFile file, int place, in Entry entry)
    {
        if (file.Issued > trace.PlaceOfCause(entry))
        {
            setBy[place] = file.Issued;
            joins.Add(new Join(file.Issued, place, 0));
        }
    }

    private void Arrive(OpenFile file, int place, in Entry entry)
    {
        var before = place > 0 ? trace.Entries[place - 1] : default;
        if (before.Kind == EntryKind.Noticed && before.Body == entry.Body && before.Item > 1)
        {
            joins.Add(new Join(place - 1, place, 0)); // seen because of what had somebody look
        }

        if (entry.What == (byte)PaperClass.Report)
        {
            TakeFilings(place, entry);
        }

        var takenBy = trace.Model.Kinds[trace.Model.FactsOf(trace.BodyOf(entry)).Kind];
        if (RunTrace.IsReport(entry) && !takenBy.Takes(Step.RegisterReport))
        {
            TakeReport(file, place, entry);
        }
        else if (entry.What == (byte)PaperClass.Input && !takenBy.Takes(Step.RegisterInput))
        {
            TakeInput(file, place, entry.Item);
        }
    }

    private void EndStep(OpenFile file, int place, in Entry entry)
    {
        switch (entry.Step)
        {
            case Step.Register or Step.Assign or Step.Contribute or Step.IssueInput:
                file.ForClosing.Add(place);
                break;
            case Step.RegisterReport when trace.TryCause(entry, out var arrival) && RunTrace.IsReport(arrival):
                TakeReport(file, place, arrival);
                break;
            case Step.RegisterInput:
                TakeInput(file, place, entry.Item);
                break;
            case Step.Ask:
                BeginWithInputs(file, place, entry);
                break;
            case Step.CarryOut:
                BeginWithInputs(file, place, entry);
                file.ForClosing.Add(place);
                break;
        }
    }

    private void TakeReport(OpenFile file, int place, in Entry arrival)
    {
        if (file.Reporters.Add(trace.ReporterOf(arrival)))
        {
            file.ForClosing.Add(place);
        }
    }

    private static void TakeInput(OpenFile file, int place, byte item)
    {
        if (!file.Inputs.TryGetValue(item, out var inputs))
        {
            file.Inputs[item] = inputs = [];
        }

        inputs.Add(place);
    }

    /// <summary>An assignment is begun for which nobody had to wait any more: all inputs were there before.</summary>
    private void BeginWithInputs(OpenFile file, int place, in Entry entry)
    {
        if (file.Inputs.Count > 0 && file.Inputs.Remove(entry.Item, out var inputs) && trace.TryCause(entry, out var begun))
        {
            foreach (var input in inputs)
            {
                joins.Add(new Join(input, place, Math.Max(0, begun.Tick - trace.Entries[input].Tick)));
            }
        }
    }

    private void EndInputs(OpenFile file, int place, in Entry entry)
    {
        file.Inputs.Remove(entry.Item, out var inputs);
        var began = file.AwaitedSince.Remove(entry.Item, out var since);
        if (entry.What != 0)
        {
            return; // its limit has passed, whoever is missing
        }

        AddAll(inputs ?? [], place);
        if (began)
        {
            AddAll([since], place);
        }
    }

    private void Resume(OpenFile file, int place, in Entry entry, int matter)
    {
        if (file.Aside.Remove(matter, out var aside))
        {
            AddAll([aside], place);
        }

        if (entry.Item != Entry.NoItem)
        {
            file.ForClosing.Add(place);
        }
    }

    private void NoteFiled(int place, in Entry entry, int body)
    {
        var arrival = trace.PlaceOfCause(entry);
        while (arrival >= 0 && trace.Entries[arrival].Kind != EntryKind.Arrived)
        {
            arrival = trace.PlaceOfCause(trace.Entries[arrival]);
        }

        if (arrival >= 0)
        {
            filed[(body, entry.Root, trace.Model.IndexOf(trace.Entries[arrival].CauseBody))] = place;
        }
    }

    /// <summary>Whoever sent a second paper gets the report with the first one's, and not before that paper is filed.</summary>
    private void TakeFilings(int place, in Entry entry)
    {
        if (filed.Count > 0 && trace.PlaceOfCause(entry) is >= 0 and var sent
            && filed.Remove((trace.BodyAt(sent), entry.Root, trace.BodyAt(place)), out var filing) && filing < sent)
        {
            joins.Add(new Join(filing, place, trace.Entries[sent].Tick - trace.Entries[filing].Tick));
        }
    }

    /// <summary>A cut-off waits for nothing but its hour.</summary>
    private void Close(OpenFile file, int place, in Entry entry)
    {
        if (entry.Item == 0)
        {
            AddAll(file.ForClosing, place);
        }

        file.ForClosing.Clear();
    }

    private void AddAll(IReadOnlyList<int> waitedFor, int place)
    {
        foreach (var each in waitedFor)
        {
            joins.Add(new Join(each, place, trace.Entries[place].Tick - trace.Entries[each].Tick));
        }
    }
}
