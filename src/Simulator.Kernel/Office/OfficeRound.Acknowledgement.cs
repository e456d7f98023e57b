using Simulator.Kernel.Chance;
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

        var number = slab.Sent!.Add(body, new SentPaper
        {
            To = to,
            Cause = cause,
            Content = content,
            Copy = copy,
            Dossier = (ushort)place,
            Tag = tag,
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
                Mark = number,
                Dossier = (ushort)place,
                Kind = WakeKind.Acknowledgement,
            });
        }
    }

    /// <summary>Phase 3: the clerk looks whether a directive has been acknowledged; if not, he may send it again.</summary>
    private void LookForAcknowledgement(in WakeUp wakeUp)
    {
        if (slab.Sent!.Take(body, wakeUp.Mark) is not { } paper || AcknowledgedTo(body) is not { } rule
            || IsWithdrawn(DossierAt(paper.Dossier)))
        {
            return;
        }

        var goesAgain = paper.Resent < rule.Resends;
        var there = model.Facts[paper.To].Hash;
        var entry = Write(
            EntryKind.Unacknowledged, paper.Dossier, paper.Cause,
            Entry.Pack((byte)(goesAgain ? 1 : 0), paper.Resent, (uint)(there >> 40), (uint)(there >> 16 & 0xFF_FFFF)));
        if (!goesAgain)
        {
            return;
        }

        // The first copy of a paper is number 0, a second one at once number 1.
        var again = paper.Resent + 2U;
        if (kind.Content is not null)
        {
            SendCopy(paper.Dossier, paper.To, entry, paper.Tag, paper.Content, paper.Copy, again);
        }
        else
        {
            var form = FlightOf(paper.Dossier)?.Paper ?? PaperClass.Directive;
            Send(paper.Dossier, form, paper.To, entry, paper.Tag, paper.Content, again: again);
        }

        KeepSent(
            paper.Dossier, paper.To, paper.Cause, paper.Tag, paper.Content, paper.Copy, (byte)(paper.Resent + 1));
    }

    /// <summary>The clerk has registered a directive, or filed it as one that is here already.</summary>
    private void Acknowledge(int place, int from, uint cause)
    {
        var to = from >= 0 ? from : DossierAt(place).Issuer;
        if (to >= 0 && AcknowledgedTo(to) is not null)
        {
            SendAcknowledgement(place, to, cause);
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
            Acknowledge(FromSame(message), message.From, arrival);
        }
    }

    /// <summary>The status goes back by the channel by which the directive came.</summary>
    private void SendAcknowledgement(int place, int to, uint cause)
    {
        ref readonly var dossier = ref DossierAt(place);
        var root = model.Roots[dossier.Root].Hash;
        var channel = model.ChannelTable[model.Facts[to].Channel];
        var there = model.Facts[to].Hash;
        var n = (uint)now;
        var way = new Way(place, to, there, PaperClass.Acknowledgement, Entry.NoItem, cause);
        var leaves = now;
        if (channel.Outage is { } outage && outage.Until.Value > now)
        {
            leaves = outage.Loses ? int.MaxValue : outage.Until.Value;
        }

        if (leaves == int.MaxValue
            || (channel.Loss > 0 && chance.Arrow(facts.Hash, there, root, Purpose.LossAcknowledgement, n) < channel.Loss))
        {
            Lose(way, Compilation.CompiledStep.Nobody);
            return;
        }

        var minutes = channel.Delay.Minutes(chance.Arrow(facts.Hash, there, root, Purpose.TravelAcknowledgement, n));
        if (!Carry(
            model.CarriageTable![model.Facts[to].Channel]!, leaves, minutes, way,
            unchecked(n + ((uint)Purpose.LossAcknowledgement * Apart)), out var arrives, out _))
        {
            return;
        }

        ref var message = ref outcome.AddMessage();
        message = default;
        message.From = body;
        message.To = to;
        message.Number = ++slot.Messages;
        message.Cause = cause;
        message.Sent = now;
        message.Arrives = arrives;
        message.Root = dossier.Root;
        message.Class = PaperClass.Acknowledgement;
        message.Urgency = dossier.Urgency;
        message.Item = Entry.NoItem;
        message.Route = dossier.Route;
    }

    private void TakeAcknowledgement(in Message message)
    {
        var place = Find(message.Root);
        Arrive(message, place);
        slab.Sent!.Acknowledge(body, place, message.From);
    }
}
