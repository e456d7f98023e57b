using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>Papers that leave: the issue of a directive and of what implements it, reminders, letters up.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>The root directive leaves its issuer, which runs no earlier step.</summary>
    private void IssueRoot(int root)
    {
        var directive = model.Roots[root];
        var place = Open(root, 0);
        ref var dossier = ref DossierAt(place);
        dossier.State = DossierState.Present | DossierState.Handled | DossierState.Root | DossierState.Relaying;
        dossier.Content = directive.Content;
        dossier.Urgency = directive.Source.Urgency;
        dossier.Open = directive.Unled;
        if (kind.Content is not null)
        {
            slab.ContentAt(body, place) = PaperContent.Original;
        }

        for (var bits = directive.Unled; bits != 0;)
        {
            Write(EntryKind.Kept, place, 0, Entry.Pack(0, Lowest(ref bits), 0, 0));
        }

        Issue(place, 0);
        BeginAssignments(place, directive.Unled, dossier.Anchor);
        SetFixedCutOff(place, directive);
        CloseIfDone(place, slot.Sequence);
        if (slab.Flights is not null)
        {
            TouchOther(place, dossier.Anchor);
        }
    }

    private void IssuePinned(int place)
    {
        ref var dossier = ref DossierAt(place);
        if (IsWithdrawn(dossier))
        {
            return;
        }

        dossier.State |= DossierState.Relaying;
        Issue(place, dossier.Anchor);
        CloseIfDone(place, slot.Sequence);
    }

    /// <summary>A paper whose issue is fixed to an observed moment is issued then, ready or not.</summary>
    private void PinIssue(int place, uint arrival)
    {
        ref var dossier = ref DossierAt(place);
        if (model.Roots[dossier.Root].Pinned is { } pinned && pinned.TryGetValue(body, out var at)
            && !dossier.Is(DossierState.FiledAgain))
        {
            dossier.State |= DossierState.Relaying;
            dossier.Anchor = arrival;
            outcome.AddWakeUp(
                Math.Max(now + 1, at),
                new WakeUp { Body = body, Job = -1, Dossier = (ushort)place, Kind = WakeKind.IssuePinned });
        }
    }

    /// <summary>The paper leaves the clerk for each addressee; timers for reports are set.</summary>
    private void Issue(int place, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        var root = model.Roots[dossier.Root];
        var addressees = AddresseesAt(place);
        NoteOrganisation(place);
        dossier.Addressees = dossier.Missing = (ushort)addressees.Length;
        dossier.State &= ~DossierState.Relaying;
        if (addressees.Length > 64)
        {
            dossier.Reported = (ulong)slab.NewBits(addressees.Length);
        }

        var entry = Write(
            EntryKind.Issued, place, cause,
            Entry.Pack((byte)kind.Relay, (byte)dossier.Urgency, NextNumber(), (uint)addressees.Length));
        if (dossier.Anchor == 0)
        {
            dossier.Anchor = entry;
        }

        if (kind.Content is { } rule)
        {
            SendContent(place, rule, addressees, entry);
        }
        else
        {
            SendAll(place, root, addressees, entry);
        }

        if (root.Collecting is { } collecting)
        {
            LeaveToCollector(place, collecting, addressees);
        }

        if (root.Copies is not null || slab.Takeovers is not null)
        {
            SendCopies(place, CopiesAt(place), entry);
        }

        if (root.Flight is { IsQuiet: true })
        {
            dossier.Missing = 0;
            CloseIfDone(place, entry);
            return;
        }

        SetFollowUp(place, root);
        SetCutOff(place, root);
    }

    private void SendAll(int place, CompiledDirective root, ReadOnlySpan<int> addressees, uint issued)
    {
        var items = DossierAt(place).Content;
        var flight = root.Flight;
        var paper = flight?.Paper ?? PaperClass.Directive;
        var repeats = Repeats(root);
        var meant = slab.Takeovers is null ? root.For : AddressedIn(place).Roots[DossierAt(place).Root].For;
        for (var tag = 0; tag < addressees.Length; tag++)
        {
            var content = meant is { } reachedBy ? items & reachedBy[addressees[tag]] : items;
            Send(place, paper, addressees[tag], issued, (ushort)tag, content);
            if (repeats && IsSentTwice(root, addressees[tag]))
            {
                Send(place, paper, addressees[tag], issued, (ushort)tag, content, again: 1);
            }

            if (!isOrdinary && slab.Sent is not null)
            {
                KeepSent(place, addressees[tag], issued, (ushort)tag, content, default, 0);
            }
        }
    }

    /// <summary>
    /// Sends one paper, unless the channel loses it; gives whether it is under way. An acknowledgement goes back by the
    /// channel by which the directive came; it may be sent again at another time, and then with other draws.
    /// </summary>
    private bool Send(
        int place, PaperClass paper, int to, uint cause, ushort tag = 0, uint content = 0,
        byte item = Entry.NoItem, uint counted = 0, uint complied = 0, uint again = 0)
    {
        ref readonly var dossier = ref DossierAt(place);
        var root = model.Roots[dossier.Root];
        var by = paper == PaperClass.Acknowledgement ? model.Facts[to].Channel : facts.Channel;
        var channel = model.ChannelTable[by];
        var there = to == dossier.Issuer ? dossier.IssuerHash : model.Facts[to].Hash;
        var n = paper == PaperClass.Acknowledgement ? (uint)now
            : item == Entry.NoItem ? dossier.Route | (again << 8)
            : paper == PaperClass.PeriodicReport ? item
            : paper == PaperClass.FlashReport ? root.Flash!.EventHash[item - 1]
            : Repeated(root.AssignmentHash[item], again);
        var (travel, loss, delay) = paper switch
        {
            PaperClass.Directive or PaperClass.Amendment => (Purpose.Travel, Purpose.Loss, channel.Delay),
            PaperClass.Reminder => (Purpose.TravelReminder, Purpose.LossReminder,
                channel.ReminderDelay ?? channel.Delay),
            PaperClass.Inspection => (Purpose.TravelInspection, Purpose.LossInspection, channel.Delay),
            PaperClass.Question or PaperClass.Clarification => (Purpose.TravelQuestion, Purpose.LossQuestion, channel.Delay),
            PaperClass.Recall => (Purpose.TravelRecall, Purpose.LossRecall, channel.Delay),
            PaperClass.RecallAnswer => (Purpose.TravelRecallAnswer, Purpose.LossRecallAnswer, channel.Delay),
            PaperClass.Answer or PaperClass.ClarificationAnswer => (Purpose.TravelAnswer, Purpose.LossAnswer, channel.Delay),
            PaperClass.Input or PaperClass.InformationCopy =>
                (Purpose.TravelInput, Purpose.LossInput, channel.Delay),
            PaperClass.RulingQuestion => (Purpose.TravelRulingQuestion, Purpose.LossRulingQuestion, channel.Delay),
            PaperClass.Ruling => (Purpose.TravelRuling, Purpose.LossRuling, channel.Delay),
            PaperClass.Acknowledgement => (Purpose.TravelAcknowledgement, Purpose.LossAcknowledgement, channel.Delay),
            PaperClass.Escalation => (Purpose.TravelEscalation, Purpose.LossEscalation, channel.Delay),
            PaperClass.PeriodicReport => (Purpose.TravelFigures, Purpose.LossFigures,
                channel.ReportDelay ?? channel.Delay),
            _ => (Purpose.TravelReport, Purpose.LossReport, channel.ReportDelay ?? channel.Delay),
        };
        var leaves = now;
        if (channel.Outage is { } outage && outage.Until.Value > now)
        {
            leaves = outage.Loses ? int.MaxValue : outage.Until.Value;
        }

        if (leaves == int.MaxValue
            || (channel.Loss > 0 && chance.Arrow(facts.Hash, there, root.Hash, loss, n) < channel.Loss))
        {
            Write(
                EntryKind.Lost, place, cause,
                Entry.Pack((byte)paper, item, (uint)(there >> 40), (uint)(there >> 16 & 0xFF_FFFF)));
            return false;
        }

        var minutes = delay.Minutes(chance.Arrow(facts.Hash, there, root.Hash, travel, n));
        var arrives = leaves + Math.Max(1, minutes);
        var mark = default(Urgency);
        if (!isOrdinary && model.CarriageTable is { } carriages && carriages[by] is { } carriage
            && !Carry(carriage, leaves, minutes, new Way(place, to, there, paper, item, cause), unchecked(n + ((uint)loss * Apart)),
                out arrives, out mark))
        {
            return false;
        }

        ref var message = ref outcome.AddMessage();
        message.From = body;
        message.To = to;
        message.Number = ++slot.Messages;
        message.Cause = cause;
        message.Sent = now;
        message.Arrives = arrives;
        message.Content = content;
        message.Counted = counted;
        message.Complied = complied;
        message.Root = dossier.Root;
        message.Tag = tag;
        message.Class = paper;
        message.Urgency = dossier.Urgency | mark;
        message.Item = item;
        message.Route = !isOrdinary && slab.KeepsRoutesApart ? RouteFor(place, paper) : dossier.Route;

        return true;
    }

    /// <summary>A question or a prompt report goes to the issuer of the paper received.</summary>
    private void SendUp(PaperClass paper, in Slip slip) =>
        Send(slip.Dossier, paper, DossierAt(slip.Dossier).Issuer, slip.Cause, item: slip.Item);

    private void Answer(in Slip slip) =>
        Send(slip.Dossier, PaperClass.Answer, slip.Counterpart, slip.Cause, item: slip.Item);
}
