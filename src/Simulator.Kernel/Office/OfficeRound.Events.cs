using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>What befalls the body from outside.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>Phase 0: an event.</summary>
    private void Befall(int place)
    {
        var befalls = model.EventTable[place];
        var entry = WriteApart(
            EntryKind.EventOccurred, befalls.ShortHash, 0,
            Entry.Pack((byte)befalls.Source.Is, Entry.NoItem, 0, 0));
        ReportAtOnce(place, entry);
    }
}
