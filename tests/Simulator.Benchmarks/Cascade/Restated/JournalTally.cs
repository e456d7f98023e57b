using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Benchmarks.Cascade.Restated;

/// <summary>Counts from the kernel's journal what the bare loop counts as it goes.</summary>
internal sealed class JournalTally : IJournalSink
{
    private readonly Dictionary<uint, int> _directives = [];
    private readonly HashSet<(ulong Body, uint Root)> _closed = [];
    private readonly ulong _government = Hash64.Of("government");
    private readonly ulong _root = Hash64.Of(CascadeModel.BodyId(0));
    private long _open;

    public JournalTally(CompiledModel model)
    {
        for (var directive = 0; directive < model.Directives.Count; directive++)
            _directives[model.Directives[directive].ShortHash] = directive;
        Tally = new Tally(model.Directives.Count);
        _open = (long)(model.Bodies.Count - 1) * model.Directives.Count;
    }

    public Tally Tally { get; }

    public Tally Finish()
    {
        Tally.NeverDone = _open;
        return Tally;
    }

    public void Append(ReadOnlySpan<Kernel.Journal.Entry> entries)
    {
        foreach (ref readonly var entry in entries)
        {
            if (entry.Body != _government)
                Count(entry);
        }
    }

    private void Count(in Kernel.Journal.Entry entry)
    {
        switch (entry.Kind)
        {
            case EntryKind.Arrived:
                CountArrival(entry);
                break;
            case EntryKind.StepEnded:
                CountStep(entry);
                break;
            case EntryKind.FollowedUp:
                Tally.Counts[Kind.ReminderDue]++;
                break;
            case EntryKind.CutOffPassed:
                Tally.Counts[Kind.CutOff]++;
                Tally.CutOffs++;
                break;
            case EntryKind.Resumed:
                Tally.Unstalled++;
                break;
            case EntryKind.Closed:
                _closed.Add((entry.Body, entry.Root));
                if (entry.Body == _root)
                {
                    Tally.RootDone[_directives[entry.Root]] = entry.Tick;
                    Tally.RootCompliance += entry.B;
                }

                break;
        }
    }

    private void CountArrival(in Kernel.Journal.Entry entry)
    {
        switch ((PaperClass)entry.What)
        {
            case PaperClass.Directive:
                Tally.Counts[Kind.Arrive]++;
                Tally.WaitSum -= (ulong)entry.Tick;
                break;
            case PaperClass.Report:
                Tally.Counts[Kind.Report]++;
                Tally.LateReports += _closed.Contains((entry.Body, entry.Root)) ? 1 : 0;
                break;
            case PaperClass.Reminder:
                Tally.Counts[Kind.Reminder]++;
                break;
        }
    }

    private void CountStep(in Kernel.Journal.Entry entry)
    {
        switch (entry.Step)
        {
            case Step.Register:
                Tally.Counts[Kind.Registered]++;
                Tally.WaitSum += (ulong)entry.Started;
                break;
            case Step.Assign:
                Tally.Counts[Kind.Assigned]++;
                break;
            case Step.Draft:
                Tally.Counts[Kind.Drafted]++;
                break;
            case Step.CarryOut:
                Tally.Counts[Kind.OwnDone]++;
                Tally.Complied += entry.B == (int)Outcome.Complied ? 1 : 0;
                Tally.LateOwnWork += _closed.Contains((entry.Body, entry.Root)) ? 1 : 0;
                _open--;
                break;
        }
    }
}
