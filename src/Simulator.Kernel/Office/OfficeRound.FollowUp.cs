using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>Following up what was issued here: reminders, again and again, and inspections.</summary>
internal ref partial struct OfficeRound
{
    private readonly FollowUpRule? FollowUpOf(CompiledDirective root) => root.FollowUp[FollowUpLevel(root)] ?? kind.FollowUp;

    private void SetFollowUp(int place, CompiledDirective root)
    {
        var rule = FollowUpOf(root);
        if (rule is null || DossierAt(place).Addressees == 0)
        {
            return;
        }

        var due = NearestDueOf(place);
        var at = due != int.MaxValue && rule.GraceAfterDue is { } grace ? Math.Max(due, now) + grace.Minutes
            : due == int.MaxValue && rule.AfterIssue is { } after ? now + after.Minutes
            : -1;
        if (at >= 0)
        {
            SetTimer(WakeKind.FollowUp, place, at);
        }

        if (rule.InspectAfter is { } inspect)
        {
            SetTimer(
                WakeKind.Inspection, place, (due == int.MaxValue ? now : Math.Max(due, now)) + inspect.Minutes);
        }
    }

    /// <summary>Phase 3: the moment of reminding. It comes again as often as the rule says.</summary>
    private void FollowUp(int place)
    {
        ref var dossier = ref DossierAt(place);
        if ((dossier.State & (DossierState.Closed | Withdrawn)) != 0 || (slab.Flights is not null && IsMoved(place)))
        {
            return;
        }

        var before = dossier.Reminders;
        var entry = Write(
            EntryKind.FollowedUp, place, dossier.Anchor, Entry.Pack(0, Entry.NoItem, dossier.Missing, before));
        if (dossier.Missing == 0)
        {
            return;
        }

        dossier.Reminders++;
        SetEscalation(place);
        if (FollowUpOf(model.Roots[dossier.Root]) is { Again: { } gap } rule && dossier.Reminders < Math.Min(rule.AtMost, byte.MaxValue))
        {
            SetTimer(WakeKind.FollowUp, place, now + gap.Minutes);
            if (slab.Flights is not null)
            {
                MoveOn(place, now + gap.Minutes);
            }
        }

        Start(Flow.Remind, new Slip(place, entry, Again: before));
    }

    private void SendReminders(in Slip slip)
    {
        var place = slip.Dossier;
        var addressees = ReportersAt(place);
        for (var tag = 0; tag < addressees.Length; tag++)
        {
            if (!HasReported(place, tag))
            {
                Send(
                    place, PaperClass.Reminder, addressees[tag], slip.Cause, (ushort)tag, counted: slip.Again,
                    again: slip.Again);
            }
        }
    }

    /// <summary>Phase 3: the moment of inspecting. Staff goes to one addressee after another.</summary>
    private void Inspect(int place)
    {
        ref readonly var dossier = ref DossierAt(place);
        if (FollowUpOf(model.Roots[dossier.Root]) is not { } rule)
        {
            return; // an intervention has taken the rule away since
        }

        if (IsWithdrawn(dossier))
        {
            return;
        }

        if (!rule.InspectsAll && rule.InspectsShare is null && (dossier.Is(DossierState.Closed) || dossier.Missing == 0))
        {
            return;
        }

        var entry = Write(
            EntryKind.FollowedUp, place, dossier.Anchor, Entry.Pack(1, Entry.NoItem, dossier.Missing, 0));
        var addressees = ReportersAt(place);
        for (var tag = 0; tag < addressees.Length; tag++)
        {
            if (rule.InspectsShare is { } share
                ? FollowsUp(dossier.Root, addressees[tag]) && IsChosen(place, addressees[tag], share)
                : (rule.InspectsAll && FollowsUp(dossier.Root, addressees[tag])) || !HasReported(place, tag))
            {
                Start(
                    Flow.Inspect,
                    new Slip(
                        place, entry, Counterpart: addressees[tag], Tag: (ushort)tag, Counted: ForceOf(rule)));
            }
        }
    }

    private void SendInspection(in Slip slip) => Send(
        slip.Dossier, PaperClass.Inspection, slip.Counterpart, slip.Cause, slip.Tag, counted: slip.Counted,
        again: slip.Again);

    private readonly bool HasReported(int place, int tag) =>
        (WordOf(ref DossierAt(place), tag) >> (tag & 63) & 1) != 0;
}
