using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>How dossiers end whose paper has lost its force, and what is only filed.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>
    /// A dossier of a paper without force is closed. Its report goes, and says so, unless whoever sent the paper
    /// has put it out of force himself.
    /// </summary>
    private void CloseWithdrawn(int place, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        var isQuiet = dossier.Is(DossierState.Root) || dossier.Is(DossierState.Quiet);
        var sent = isQuiet ? (HasFiled(place) ? 2 : 0) : kind.Flows[(int)Flow.Report].Length == 0 ? 1 : 0;
        var entry = Write(
            EntryKind.Closed, place, cause,
            Entry.Pack(
                (byte)sent, (byte)(dossier.Is(DossierState.Superseded) ? 2 : 3), dossier.Counted,
                dossier.Complied));
        if (!isQuiet)
        {
            Start(Flow.Report, new Slip(place, entry));
            return;
        }

        dossier.State |= DossierState.ReportSent;
        SendAgainToOthers(place, entry);
    }

    /// <summary>Whether the same root came by other routes and is filed against a dossier.</summary>
    private readonly bool HasFiled(int place)
    {
        var roots = slab.RootsOf(body)[..slot.Dossiers];
        for (var other = place + 1; other < roots.Length; other++)
        {
            if (roots[other] == roots[place] && DossierAt(other).Is(DossierState.Filed))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A paper that is only filed is registered: it had lost its force before it came, or it corrects another.</summary>
    private void EndFiling(int place, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        dossier.State |= DossierState.Registered;
        if (FlightOf(place) is { Relation.Kind: RelationKind.Corrects } && !IsWithdrawn(dossier))
        {
            EndHandling(place, cause);
        }
        else if (IsWithdrawn(dossier))
        {
            if (!dossier.Is(DossierState.Closed))
            {
                dossier.State |= DossierState.Failed;
                Close(place, cause, byCutOff: false);
            }
        }
        else if (SupersededBy(FlightOf(place)!) is >= 0 and var newer)
        {
            Supersede(place, newer, cause);
        }
    }
}
