using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>Supervision beyond reminders: inspections at random, and sanctions of rising force.</summary>
internal ref partial struct OfficeRound
{
    private const uint Plain = 1;
    private const uint Rising = 2;

    private static uint ForceOf(FollowUpRule rule) => !rule.Sanctions ? 0 : rule.SanctionsRise ? Rising : Plain;

    /// <summary>Whether the draw on the way to an addressee says that it is inspected.</summary>
    private readonly bool IsChosen(int place, int addressee, double share)
    {
        ref readonly var dossier = ref DossierAt(place);
        return chance.Arrow(
            facts.Hash, model.Facts[addressee].Hash, model.Roots[dossier.Root].Hash, Purpose.ChosenForInspection,
            dossier.Route) < share;
    }

    /// <summary>The body is held to account; how hard, where sanctions rise, by how often it has been before.</summary>
    private void Sanction(int place, uint force, uint ignored, uint cause)
    {
        var hard = force == Rising ? slab.Sanctions!.Next(body) : (byte)0;
        var entry = Write(EntryKind.Sanctioned, place, cause, Entry.Pack(hard, Entry.NoItem, ignored, 0));
        Lift(
            hard switch
            {
                1 => DiligenceCause.RemindSanction,
                2 => DiligenceCause.Reprimand,
                SanctionTable.Hardest => DiligenceCause.Discipline,
                _ => DiligenceCause.Sanction,
            },
            place, entry);
    }
}
