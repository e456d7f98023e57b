using System.Numerics;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>Compliance on its way back up: reports, cut-offs, filing a second route.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>
    /// The report is due when the body's own assignments have ended, what it owes to others' is written, and all
    /// addressees of its relay have reported.
    /// </summary>
    private void CloseIfDone(int place, uint cause)
    {
        ref readonly var dossier = ref DossierAt(place);
        const DossierState settled = DossierState.Handled;
        const DossierState hindered =
            DossierState.Closed | DossierState.Relaying | DossierState.FiledAgain | DossierState.Contributing
            | DossierState.NotTakenUp;
        if ((dossier.State & (settled | hindered)) == settled && dossier.Open == 0 && dossier.Missing == 0)
        {
            Close(place, cause, byCutOff: false);
        }
    }

    private void Close(int place, uint cause, bool byCutOff)
    {
        ref var dossier = ref DossierAt(place);
        dossier.State |= DossierState.Closed;
        if (byCutOff)
        {
            AddFigures(ref dossier);
        }

        var issuedHere = dossier.Is(DossierState.Root);
        if (!issuedHere)
        {
            dossier.Counted++;
            if (dossier.Open == 0 && !dossier.Is(DossierState.Failed))
            {
                dossier.Complied++;
                dossier.State |= DossierState.CountedItself;
            }
        }

        if (IsWithdrawn(dossier))
        {
            CloseWithdrawn(place, cause);
            return;
        }

        if (FlightOf(place) is { IsQuiet: true })
        {
            Write(
                EntryKind.Closed, place, cause,
                Entry.Pack(0, (byte)(byCutOff ? 1 : 0), dossier.Counted, dossier.Complied));
            return;
        }

        var sent = !issuedHere && kind.Flows[(int)Flow.Report].Length == 0;
        var entry = Write(
            EntryKind.Closed, place, cause,
            Entry.Pack((byte)(sent ? 1 : 0), (byte)(byCutOff ? 1 : 0), dossier.Counted, dossier.Complied));
        if (!issuedHere)
        {
            Start(Flow.Report, new Slip(place, entry));
        }
    }

    /// <summary>The report goes to whose paper it was, and to those whose papers were filed against it.</summary>
    private void SendReport(int place, uint cause)
    {
        if (model.CarriageTable is not null && HoldsBack(place, cause))
        {
            return;
        }

        ref var dossier = ref DossierAt(place);
        dossier.State |= DossierState.ReportSent;
        var claimed = Claimed(
            place, cause, dossier.Counted, dossier.Complied, dossier.Is(DossierState.CountedItself), 0);
        Send(place, PaperClass.Report, ReportsTo(dossier), cause, dossier.Tag, 0, Entry.NoItem, dossier.Counted,
            claimed);
        SendAgainToOthers(place, cause);
    }

    /// <summary>Those whose papers were filed against the first dossier get a report with its own.</summary>
    private void SendAgainToOthers(int place, uint cause)
    {
        if (slab.KeepsRoutesApart && DossierAt(place).Route != 0 && KnownOf(place).For < 0)
        {
            return;
        }

        var roots = slab.RootsOf(body)[..slot.Dossiers];
        for (var other = place + 1; other < roots.Length; other++)
        {
            if (roots[other] == roots[place] && DossierAt(other).Is(DossierState.Filed)
                && KnownOf(other).For == KnownOf(place).For)
            {
                SendAgain(other, cause);
            }
        }
    }

    /// <summary>
    /// The report to the second issuer counts nobody, for the first has counted all: no body is ever
    /// counted twice.
    /// </summary>
    private void SendAgain(int place, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        if (!dossier.Is(DossierState.ReportSent))
        {
            dossier.State |= DossierState.ReportSent;
            Send(place, PaperClass.Report, ReportsTo(dossier), cause, dossier.Tag);
        }
    }

    /// <summary>
    /// The same root by another route is filed against the first. Its sender gets the report with the
    /// first one's; at once, if that has gone, or if the sender itself waits for this body's relay.
    /// </summary>
    private void FileAgain(int place, uint cause)
    {
        if (slab.KeepsRoutesApart && IsTakenForNew(place))
        {
            HandleAgain(place, cause);
            return;
        }

        ref var dossier = ref DossierAt(place);
        dossier.State |= DossierState.Filed;
        var entry = Write(EntryKind.Filed, place, cause, 0);
        var firstPlace = FirstOf(place);
        ref readonly var first = ref DossierAt(firstPlace);
        if (first.Is(DossierState.ReportSent) || first.Is(DossierState.Root)
            || ReportersAt(firstPlace).Contains(dossier.Issuer))
        {
            SendAgain(place, entry);
        }
    }

    /// <summary>The dossier against which one that came by a second route is filed.</summary>
    private readonly int FirstOf(int place)
    {
        var root = DossierAt(place).Root;
        return KnownOf(place).For is >= 0 and var who && FindFile(root, who, 0) is >= 0 and var first ? first : Find(root);
    }

    private void TakeReport(in Slip slip)
    {
        if (slip.Item != Entry.NoItem)
        {
            TakeFigures(slip);
            return;
        }

        ref var dossier = ref DossierAt(slip.Dossier);
        if ((dossier.State & (DossierState.Closed | Withdrawn)) != 0 || !MarkReported(ref dossier, slip.Tag))
        {
            return;
        }

        if (slab.Figures is not null)
        {
            DropFigure(dossier, slip.Tag);
        }

        dossier.Missing--;
        dossier.Counted += slip.Counted;
        dossier.Complied += slip.Complied;
        CloseIfDone(slip.Dossier, slip.Cause);
    }

    private readonly bool MarkReported(ref Dossier dossier, ushort tag)
    {
        ref var word = ref WordOf(ref dossier, tag);
        var bit = 1UL << (tag & 63);
        var isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }

    private readonly ref ulong WordOf(ref Dossier dossier, int tag)
    {
        if (dossier.Addressees > 64)
        {
            return ref slab.Bits[(int)dossier.Reported + (tag >> 6)];
        }

        // The dossier lives in the slab, which outlives this round.
        return ref System.Runtime.CompilerServices.Unsafe.AsRef(in dossier.Reported);
    }

    /// <summary>From the issue on, where no fixed moment is set.</summary>
    private void SetCutOff(int place, CompiledDirective root)
    {
        if (CutOffLevel(root) is >= 0 and var level && root.CutOffAt[level] < 0
            && root.CutOffAfter[level] is >= 0 and var after)
        {
            SetTimer(WakeKind.CutOff, place, now + after);
        }
    }

    /// <summary>
    /// A fixed cut-off binds from the moment of handling, whether or not the body relays and whether or not
    /// its relay has left by then.
    /// </summary>
    private void SetFixedCutOff(int place, CompiledDirective root)
    {
        if (CutOffLevel(root) is >= 0 and var level && root.CutOffAt[level] is >= 0 and var at)
        {
            SetTimer(WakeKind.CutOff, place, at);
        }
    }

    private void SetTimer(WakeKind what, int place, int at) => outcome.AddWakeUp(
        Math.Max(at, now + 1), new WakeUp { Body = body, Job = -1, Dossier = (ushort)place, Kind = what });

    /// <summary>
    /// Nothing is reported about a paper that binds nobody yet: where its relay was pinned to a moment
    /// before it was handled, the cut-off waits for that.
    /// </summary>
    private void PassCutOff(int place)
    {
        ref var dossier = ref DossierAt(place);
        if (!dossier.Is(DossierState.Handled))
        {
            dossier.State |= DossierState.CutOffWaits;
        }
        else if ((dossier.State & (DossierState.Closed | Withdrawn)) == 0)
        {
            var entry = Write(
                EntryKind.CutOffPassed, place, dossier.Anchor, Entry.Pack(0, Entry.NoItem, dossier.Missing, 0));
            Close(place, entry, byCutOff: true);
        }
    }
}
