using Simulator.Kernel.Conduct;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>What befalls the body from outside.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>Phase 0: an event.</summary>
    private void Befall(int place)
    {
        var befalls = model.EventTable[place];
        var what = befalls.Source.Is;
        var entry = WriteApart(
            EntryKind.EventOccurred, befalls.ShortHash, 0, Entry.Pack((byte)what, Entry.NoItem, 0, 0));
        var cause = what switch
        {
            EventKind.Inspection => DiligenceCause.Inspection,
            EventKind.Sanction => DiligenceCause.Sanction,
            _ => DiligenceCause.Outbreak,
        };
        Lift(cause, befalls, entry);
        if (what == EventKind.Inspection)
        {
            InspectAll();
        }

        ReportAtOnce(place, entry);
    }
}
