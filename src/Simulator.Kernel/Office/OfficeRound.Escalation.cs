using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>Turning to the level above about those who are silent, and what is done there.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>Tells draws about reminders from above from those of others, of which there are fewer.</summary>
    private const ushort FromAbove = 256;

    /// <summary>What of an escalation says that the level above is to pass it on; above it, by whom it was sent first.</summary>
    private const uint ToPassOn = 1;

    private const uint PassedOn = 2;

    /// <summary>Tells the draws about one escalation from those of others between the same two bodies.</summary>
    private static ushort KeyOf(uint place, uint mark) => unchecked((ushort)(place + (257 * mark)));

    /// <summary>The moment of reminding has come once more; the moment of turning to the level above is set by one of them.</summary>
    private void SetEscalation(int place)
    {
        ref readonly var dossier = ref DossierAt(place);
        if (FollowUpOf(model.Roots[dossier.Root])?.Escalate is { } rule && dossier.Reminders == rule.AfterReminders
            && dossier.Issuer >= 0)
        {
            SetTimer(WakeKind.Escalation, place, now + rule.After.Minutes);
        }
    }

    /// <summary>Phase 3: the moment has come. There is a paper for each who is silent.</summary>
    private void Escalate(int place)
    {
        ref readonly var dossier = ref DossierAt(place);
        if ((dossier.State & (DossierState.Closed | Withdrawn)) != 0 || dossier.Missing == 0
            || FollowUpOf(model.Roots[dossier.Root])?.Escalate is not { } rule)
        {
            return;
        }

        var mark = rule.Levels > 1 ? ToPassOn : 0;
        var addressees = ReportersOf(dossier.Root);
        for (var tag = 0; tag < addressees.Length; tag++)
        {
            if (!HasReported(place, tag))
            {
                var entry = Write(
                    EntryKind.Escalated, place, dossier.Anchor, Entry.Pack(0, Entry.NoItem, (uint)tag, mark));
                Start(
                    Flow.Escalate,
                    new Slip(place, entry, Counted: (uint)tag, Complied: mark, Again: KeyOf((uint)tag, mark)));
            }
        }
    }

    private void SendEscalation(in Slip slip) => Send(
        slip.Dossier, PaperClass.Escalation, DossierAt(slip.Dossier).Issuer, slip.Cause, counted: slip.Counted,
        complied: slip.Complied, again: slip.Again);

    /// <summary>Who is silent is reminded from here; and the level above is told, where it is to know.</summary>
    private void TakeEscalation(in Slip slip)
    {
        var place = slip.Dossier;
        ref readonly var dossier = ref DossierAt(place);
        if (IsWithdrawn(dossier))
        {
            return;
        }

        var superior = slip.Complied < PassedOn
            ? slip.Counterpart
            : ReportersOf(dossier.Root, slip.Counterpart)[(int)(slip.Complied - PassedOn)];
        var silent = ReportersOf(dossier.Root, superior)[(int)slip.Counted];
        Start(Flow.RemindFromAbove, new Slip(place, slip.Cause, Counterpart: silent, Again: FromAbove));
        var sender = slip.Complied == ToPassOn && dossier.Issuer >= 0
            ? ReportersOf(dossier.Root).IndexOf(superior)
            : -1;
        if (sender >= 0)
        {
            var mark = PassedOn + (uint)sender;
            var entry = Write(
                EntryKind.Escalated, place, slip.Cause, Entry.Pack(1, Entry.NoItem, slip.Counted, mark));
            Start(
                Flow.Escalate,
                new Slip(place, entry, Counted: slip.Counted, Complied: mark, Again: KeyOf(slip.Counted, mark)));
        }
    }
}
