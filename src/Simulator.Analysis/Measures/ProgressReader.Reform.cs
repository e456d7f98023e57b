using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures;

/// <summary>The files of dissolved bodies, until whoever takes them over goes on with them.</summary>
public sealed partial class ProgressReader
{
    private void TakeFile(BodyProgress own, in Entry entry)
    {
        if (files.Of(entry).Route != 0)
        {
            return; // of a second paper, which is filed wherever it is
        }

        switch (entry.Kind)
        {
            case EntryKind.HandedOver:
                own.HandedTo = trace.ModelAt(entry.Tick).Organisation!.SuccessorOf(by);
                own.Holders.Add(own.HandedTo);
                own.HandedAt = entry.Tick;
                own.FileArrivedAt = own.FileTakenUpAt = -1;
                break;
            case EntryKind.Arrived when entry.What == (byte)PaperClass.HandedFile:
                own.FileArrivedAt = entry.Tick;
                own.FileTakenUpAt = Takes(by, Step.Register) ? -1 : entry.Tick;
                break;
            case EntryKind.StepEnded when entry.Step == Step.Register && own.Body != by:
                own.FileTakenUpAt = entry.Tick;
                break;
        }
    }

    /// <summary>Whether nobody registers a report; a body that is dissolved takes nothing in.</summary>
    private bool TakesInOnArrival(in Entry arrival) =>
        !Takes(by, Step.RegisterReport) && !trace.IsDissolved(by, arrival.Tick);
}
