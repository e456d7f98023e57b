using System.Numerics;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>What the body's conduct depends on, what it lays aside, and what gets that going.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>
    /// The shares of an assignment now. What diligence takes from the share that begins at once goes to
    /// laying aside and ignoring in the proportion that these have, or to laying aside.
    /// </summary>
    private readonly (double Ignore, double Stall) SharesNow(CompiledConduct conduct, int place, byte item)
    {
        var shares = conduct.Distinguishes ? SharesFor(conduct, place, item) : null;
        var ignore = shares?.Ignore ?? conduct.Ignore;
        var stall = shares?.Stall ?? conduct.Stall;
        if (conduct.Diligence is not { } rule)
        {
            return (ignore, stall);
        }

        var level = slab.Diligence!.LevelOf(rule, body, now);
        var aside = ignore + stall;
        var missing = (1 - aside) * (CompiledDiligence.Full - level) / CompiledDiligence.Full;
        return missing <= 0 ? (ignore, stall)
            : aside <= 0 ? (0, missing)
            : (ignore + (missing * ignore / aside), stall + (missing * stall / aside));
    }

    /// <summary>The shares by whose paper it is and by how the assignment is worded.</summary>
    private readonly ConductShares SharesFor(CompiledConduct conduct, int place, byte item)
    {
        ref readonly var dossier = ref DossierAt(place);
        var issuer = dossier.Issuer;
        return issuer < 0
            ? conduct.For(null, false)
            : conduct.For(model.KindTable[model.Facts[issuer].Kind].Line, IsRequest(conduct, dossier.Root, issuer, item));
    }

    /// <summary>
    /// As it is worded; else it is an order from those above, from those who lead, and from one's own line.
    /// </summary>
    private readonly bool IsRequest(CompiledConduct conduct, int root, int issuer, byte item)
    {
        var directive = model.Roots[root];
        if (!conduct.HearsMood || (directive.Ordered >> item & 1) != 0)
        {
            return false;
        }

        return (directive.Requested >> item & 1) != 0
            || (model.KindTable[model.Facts[issuer].Kind].Line != kind.Line
                && Array.BinarySearch(model.Commanders![body]!, issuer) < 0);
    }

    /// <summary>Whether the paper is relayed at once; if not, it is laid aside or ignored.</summary>
    private bool HandsOn(int place, RelayConduct conduct, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        var will = chance.Unit(DrawnAs(place), model.Roots[dossier.Root].Hash, Purpose.RelayWillingness, 0);
        if (will < conduct.Ignore && !dossier.Is(DossierState.Inspected))
        {
            dossier.State = (dossier.State & ~DossierState.Relaying) | DossierState.RelayIgnored | DossierState.Failed;
            Write(EntryKind.Ignored, place, cause, Entry.Pack(0, Entry.NoItem, 0, 0));
            return false;
        }

        if (will < conduct.Ignore + conduct.Stall && !dossier.Is(DossierState.Reminded))
        {
            dossier.State |= DossierState.RelayAside | DossierState.Failed;
            Write(EntryKind.Stalled, place, cause, Entry.Pack(0, Entry.NoItem, 0, 0));
            return false;
        }

        return true;
    }

    /// <summary>
    /// A reminder gets going what was laid aside, if it is heeded; before handling it keeps anything from
    /// being so.
    /// </summary>
    private void TakeReminder(in Slip slip)
    {
        ref var dossier = ref DossierAt(slip.Dossier);
        SendAfterAll(slip.Dossier, slip.Cause);
        Lift(DiligenceCause.Reminder, slip.Dossier, slip.Cause);
        if (!IsInHand(dossier))
        {
            dossier.State |= DossierState.Reminded;
        }
        else if (IsHeeded(slip))
        {
            var relay = dossier.State & DossierState.RelayAside;
            GetGoing(slip.Dossier, dossier.Stalled & dossier.Open, relay, slip.Cause);
            if (slab.Inputs is not null)
            {
                ResumeContributions(slip.Dossier, ignoredToo: false, slip.Cause);
            }
        }
    }

    /// <summary>Whether it is handled, and here.</summary>
    private static bool IsInHand(in Dossier dossier) =>
        (dossier.State & (DossierState.Handled | DossierState.NotTakenUp)) == DossierState.Handled;

    private readonly bool IsHeeded(in Slip slip)
    {
        var conduct = model.ConductTable[facts.Conduct];
        var heeds = slip.Complied == 0 ? conduct.Heeds : conduct.HeedsFromAbove;
        return heeds >= 1
            || chance.Arrow(
                model.Facts[slip.Counterpart].Hash, facts.Hash, model.Roots[DossierAt(slip.Dossier).Root].Hash,
                Purpose.Heeding, slip.Again) < heeds;
    }

    /// <summary>
    /// An inspection gets going all that was laid aside or ignored; before handling it keeps anything from
    /// being so.
    /// </summary>
    private void TakeInspection(in Slip slip)
    {
        var place = slip.Dossier;
        ref var dossier = ref DossierAt(place);
        var (aside, ignored) = FoundIn(dossier);
        var entry = Write(EntryKind.Inspected, place, slip.Cause, Entry.Pack(0, Entry.NoItem, aside, ignored));
        SendAfterAll(place, entry);
        Lift(DiligenceCause.Inspection, place, entry);
        if (slip.Counted != 0 && ignored > 0)
        {
            Sanction(place, slip.Counted, ignored, entry);
        }

        if (!IsInHand(dossier))
        {
            dossier.State |= DossierState.Reminded | DossierState.Inspected;
            return;
        }

        GetAllGoing(place, entry);
    }

    /// <summary>Inspectors from outside look at everything that has been handled.</summary>
    private void InspectAll()
    {
        for (var place = 0; place < slot.Dossiers; place++)
        {
            ref readonly var dossier = ref DossierAt(place);
            var (aside, ignored) = FoundIn(dossier);
            if (aside + ignored > 0)
            {
                var entry = Write(
                    EntryKind.Inspected, place, dossier.Anchor, Entry.Pack(1, Entry.NoItem, aside, ignored));
                GetAllGoing(place, entry);
            }
        }
    }

    /// <summary>How much lies aside in a dossier, and how much is ignored; a relay counts as one, and so does a contribution.</summary>
    private readonly (uint Aside, uint Ignored) FoundIn(in Dossier dossier)
    {
        var (aside, ignored) = slab.Inputs is null ? (0U, 0U) : ContributionsFoundIn(dossier);
        return (
            aside + (uint)BitOperations.PopCount(dossier.Stalled & dossier.Open)
                + (dossier.Is(DossierState.RelayAside) ? 1U : 0),
            ignored + (uint)BitOperations.PopCount(dossier.Stalled & ~dossier.Open)
                + (dossier.Is(DossierState.RelayIgnored) ? 1U : 0));
    }

    private void GetAllGoing(int place, uint cause)
    {
        ref readonly var dossier = ref DossierAt(place);
        var relay = dossier.State & (DossierState.RelayAside | DossierState.RelayIgnored);
        GetGoing(place, dossier.Stalled, relay, cause);
        if (slab.Inputs is not null)
        {
            ResumeContributions(place, ignoredToo: true, cause);
        }
    }

    /// <summary>Begins own assignments, and the relay, that were laid aside or ignored.</summary>
    private void GetGoing(int place, uint items, DossierState relay, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        dossier.Stalled &= ~items;
        dossier.Open |= items;
        dossier.State &= ~relay;
        const DossierState missing =
            DossierState.RelayAside | DossierState.RelayIgnored | DossierState.InPart | DossierState.Refused;
        if ((dossier.Stalled & ~dossier.Open) == 0 && (dossier.State & missing) == 0)
        {
            dossier.State &= ~DossierState.Failed;
        }

        if (relay != 0)
        {
            dossier.State |= DossierState.Relaying;
            var entry = Write(EntryKind.Resumed, place, cause, Entry.Pack(0, Entry.NoItem, 0, 0));
            Start(Flow.Relay, new Slip(place, entry));
        }

        while (items != 0)
        {
            var item = Lowest(ref items);
            var entry = Write(EntryKind.Resumed, place, cause, Entry.Pack(0, item, 0, 0));
            BeginAssignment(place, item, entry);
        }
    }
}
