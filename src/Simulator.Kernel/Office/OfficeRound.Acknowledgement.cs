using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Office;

/// <summary>
/// Directives that are acknowledged when they are registered, and sent again when they are not. Nothing of it is reached
/// where no channel asks for it.
/// </summary>
internal ref partial struct OfficeRound
{
    /// <summary>How those to whom a body sends directives acknowledge them; <c>null</c>: not.</summary>
    private readonly AcknowledgementRule? AcknowledgedTo(int sender) =>
        model.CarriageTable?[model.Facts[sender].Channel]?.Acknowledgement;

    /// <summary>Keeps a directive that has left until it is acknowledged.</summary>
    private void KeepSent(int place, int to, uint cause, ushort tag, uint content, in PaperContent copy, byte resent)
    {
        if (AcknowledgedTo(body) is not { } rule)
        {
            return;
        }

        slab.Sent!.Keep(body, place, tag, new SentPaper
        {
            To = to,
            Cause = cause,
            Content = content,
            Copy = copy,
            Resent = resent,
        });
        var since = rule.Within is { } within ? now + within.Minutes
            : now - ((now + model.Source.Axis.Start.MinuteOfDay) % CivilTime.MinutesPerDay) + CivilTime.MinutesPerDay;
        var at = posts[(int)Post.Clerk].HoursFor(DossierAt(place).Urgency).NextOpen(Math.Max(since, now + 1));
        if (at != int.MaxValue)
        {
            outcome.AddWakeUp(at, new WakeUp
            {
                Body = body,
                Job = -1,
                Mark = tag,
                Dossier = (ushort)place,
                Kind = WakeKind.Acknowledgement,
            });
        }
    }

    /// <summary>Phase 3: the clerk looks whether a directive has been acknowledged; if not, he may send it again.</summary>
    private void LookForAcknowledgement(in WakeUp wakeUp)
    {
        var (place, tag) = ((int)wakeUp.Dossier, (ushort)wakeUp.Mark);
        if (slab.Sent!.Take(body, place, tag) is not { } paper || AcknowledgedTo(body) is not { } rule
            || IsWithdrawn(DossierAt(place)))
        {
            return;
        }

        var goesAgain = paper.Resent < rule.Resends;
        var there = model.Facts[paper.To].Hash;
        var entry = Write(
            EntryKind.Unacknowledged, place, paper.Cause,
            Entry.Pack((byte)(goesAgain ? 1 : 0), paper.Resent, (uint)(there >> 40), (uint)(there >> 16 & 0xFF_FFFF)));
        if (!goesAgain)
        {
            return;
        }

        // The first copy of a paper is number 0, a second one at once number 1.
        var again = paper.Resent + 2U;
        if (kind.Content is not null)
        {
            SendCopy(place, paper.To, entry, tag, paper.Content, paper.Copy, again);
        }
        else
        {
            var form = FlightOf(place)?.Paper ?? PaperClass.Directive;
            Send(place, form, paper.To, entry, tag, paper.Content, again: again);
        }

        KeepSent(place, paper.To, paper.Cause, tag, paper.Content, paper.Copy, (byte)(paper.Resent + 1));
    }

    /// <summary>The clerk has registered a directive, or filed it as one that is here already.</summary>
    private void Acknowledge(int place, uint cause)
    {
        ref readonly var dossier = ref DossierAt(place);
        if (dossier.Issuer >= 0 && AcknowledgedTo(dossier.Issuer) is not null)
        {
            Send(place, PaperClass.Acknowledgement, dossier.Issuer, cause, dossier.Tag);
        }
    }

    /// <summary>Where nobody registers a directive it is acknowledged as it comes.</summary>
    private void AcknowledgeAtOnce(in Message message, uint arrival, bool isAgain)
    {
        var registers = isAgain
            ? kind.Flows[(int)Flow.TakeDuplicate].Length > 0
            : kind.Flows[(int)Flow.Handle] is [{ Step: Step.Register }, ..];
        if (!registers)
        {
            Acknowledge(FromSame(message), arrival);
        }
    }

    private void TakeAcknowledgement(in Message message)
    {
        var place = Find(message.Root);
        Arrive(message, place);
        _ = slab.Sent!.Take(body, place, message.Tag);
    }
}
