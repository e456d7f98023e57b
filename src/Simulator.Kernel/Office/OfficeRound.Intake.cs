using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>Papers that arrive, and what the end of each flow brings about.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>Phase 2: one paper arrives.</summary>
    private void Take(in Message message)
    {
        if (!isOrdinary && ((slab.TakesApart && !takesWithin && TakeApart(message))
            || (slab.Takeovers is not null && TakeFromDissolved(message))))
        {
            return;
        }

        var dossier = !isOrdinary && slab.KeepsRoutesApart ? FindFor(message) : Find(message.Root);
        if (message.Class.BringsDirective())
        {
            dossier = OpenFor(message, dossier);
        }
        else if (message.Class == PaperClass.InformationCopy)
        {
            dossier = OpenCopy(message);
        }
        else if (dossier < 0)
        {
            // An input, a reminder or an inspection has overtaken the directive.
            dossier = Open(message.Root, 0);
            DossierAt(dossier).Urgency = message.Urgency;
        }

        var entry = Arrive(message, dossier);
        var slip = new Slip(
            dossier, entry, message.Item, message.From, message.Tag, message.Counted, message.Complied);
        switch (message.Class)
        {
            case PaperClass.Directive or PaperClass.Amendment:
                var again = DossierAt(dossier).Is(DossierState.FiledAgain);
                PinIssue(dossier, entry);
                Start(again ? Flow.FileAgain : Flow.Handle, new Slip(dossier, entry));
                break;
            case PaperClass.Report or PaperClass.PeriodicReport:
                Start(Flow.TakeReport, slip);
                break;
            case PaperClass.FlashReport:
                Start(Flow.TakeFlashReport, slip);
                break;
            case PaperClass.PromptReport:
                Start(Flow.TakePromptReport, slip);
                break;
            case PaperClass.Reminder:
                Start(Flow.TakeReminder, slip with { Again = (ushort)message.Counted });
                break;
            case PaperClass.Escalation:
                Start(Flow.TakeEscalation, slip with { Again = KeyOf(message.Counted, message.Complied) });
                break;
            case PaperClass.Inspection:
                Start(Flow.TakeInspection, slip);
                break;
            case PaperClass.Question:
                Start(
                    slab.Questions is null ? Flow.TakeQuestion : Flow.TakeInquiry,
                    slip with { Again = (ushort)message.Complied });
                break;
            case PaperClass.Answer:
                Start(Flow.TakeAnswer, slip with { Again = message.Tag });
                break;
            case PaperClass.Input:
                Start(Flow.TakeInput, slip);
                break;
            case PaperClass.RulingQuestion or PaperClass.Ruling:
                Start(
                    message.Class == PaperClass.Ruling ? Flow.TakeRuling : Flow.Rule,
                    slip with { Again = KeyOf(message.Tag, (byte)(message.Complied & 0xFF)) });
                break;
            case PaperClass.InformationCopy:
                Start(Flow.TakeCopy, slip);
                break;
        }
    }

    private uint Arrive(in Message message, int dossier, EntryKind arrival = EntryKind.Arrived)
    {
        var about = message.Class is PaperClass.Directive or PaperClass.Amendment or PaperClass.Report or PaperClass.Reminder
            or PaperClass.Inspection or PaperClass.InformationCopy or PaperClass.Recall or PaperClass.Escalation
            ? (byte)message.Urgency
            : message.Item;
        var complied = message.Class.BringsDirective() && kind.Content is not null
            ? (uint)message.Wording
            : message.Complied;
        var counted = message.Class is PaperClass.RulingQuestion or PaperClass.Ruling
            ? model.Roots[message.Tag].ShortHash >> 8
            : message.Counted;
        return Write(
            arrival, dossier, model.Facts[message.From].Hash, message.Cause,
            Entry.Pack((byte)message.Class, about, counted, complied), Step.None, message.Sent,
            255);
    }

    private int OpenFor(in Message message, int first)
    {
        var place = first;
        if (first < 0)
        {
            place = Open(message.Root, 0);
        }
        else if (DossierAt(first).Is(DossierState.Present))
        {
            place = Open(message.Root, (byte)Math.Min(255, Routes(message.Root)));
            DossierAt(place).State |= DossierState.FiledAgain;
        }

        ref var dossier = ref DossierAt(place);
        dossier.State |= DossierState.Present;
        dossier.Issuer = message.From;
        dossier.IssuerHash = model.Facts[message.From].Hash;
        dossier.Content = message.Content;
        dossier.Tag = message.Tag;
        dossier.Urgency = message.Urgency;
        if (kind.Content is not null)
        {
            NoteContent(place, message);
        }

        if (slab.KeepsRoutesApart)
        {
            slab.SenderRouteAt(body, place) = message.Route;
        }

        return place;
    }

    private readonly int Routes(int root) => slab.RootsOf(body)[..slot.Dossiers].Count((ushort)root);

    /// <summary>What the end of a flow brings about.</summary>
    private void End(Flow flow, in Slip slip)
    {
        switch (flow)
        {
            case Flow.Handle when kind.Questions is { Opinion: > 0 }:
                AssignOrAsk(slip.Dossier, slip.Cause);
                break;
            case Flow.Handle or Flow.Assign or Flow.HandleAgain or Flow.TakeUp:
                EndHandling(slip.Dossier, slip.Cause);
                break;
            case Flow.Relay when kind.Signing is not null:
                Present(slip.Dossier, slip.Cause);
                break;
            case Flow.Relay or Flow.Sign or Flow.SignByOrder or Flow.SignByAuthorisation:
                Issue(slip.Dossier, slip.Cause);
                break;
            case Flow.CarryOut:
                AfterAssignment(slip.Dossier, slip.Item, slip.Cause);
                break;
            case Flow.Report:
                SendReport(slip.Dossier, slip.Cause);
                break;
            case Flow.FlashReport:
                SendUp(PaperClass.FlashReport, slip);
                break;
            case Flow.TakeFlashReport:
                PassOn(slip.Dossier, slip.Item, slip.Cause);
                break;
            case Flow.PeriodicReport:
                SendFigures(slip);
                break;
            case Flow.PromptReport:
                SendUp(PaperClass.PromptReport, slip);
                break;
            case Flow.TakeReport:
                TakeReport(slip);
                break;
            case Flow.Remind:
                SendReminders(slip);
                break;
            case Flow.TakeReminder:
                TakeReminder(slip);
                break;
            case Flow.Escalate:
                SendEscalation(slip);
                break;
            case Flow.TakeEscalation:
                TakeEscalation(slip);
                break;
            case Flow.RemindFromAbove:
                Send(
                    slip.Dossier, PaperClass.Reminder, slip.Counterpart, slip.Cause, counted: FromAbove, complied: 1,
                    again: FromAbove);
                break;
            case Flow.Inspect:
                SendInspection(slip);
                break;
            case Flow.TakeInspection:
                TakeInspection(slip);
                break;
            case Flow.Ask:
                SendUp(PaperClass.Question, slip);
                break;
            case Flow.TakeQuestion:
                Answer(slip);
                break;
            case Flow.TakeAnswer when slab.Questions is not null:
                TakeAnswer(slip);
                break;
            case Flow.Inquire:
                SendQuestion(slip);
                break;
            case Flow.TakeInquiry:
                DecideOn(slip);
                break;
            case Flow.TakeAnswer:
                CarryOut(slip.Dossier, slip.Item, slip.Cause);
                break;
            case Flow.TakeRecall:
                TakeRecall(slip);
                break;
            case Flow.TakeDuplicate:
                break;
            case Flow.Clarify:
                Send(slip.Dossier, PaperClass.Clarification, DossierAt(slip.Dossier).Issuer, slip.Cause);
                break;
            case Flow.TakeClarification:
                Send(slip.Dossier, PaperClass.ClarificationAnswer, slip.Counterpart, slip.Cause);
                break;
            case Flow.FileOnly:
                EndFiling(slip.Dossier, slip.Cause);
                break;
            case Flow.PassOnCorrection:
                Issue(slip.Dossier, slip.Cause);
                break;
            case Flow.TakeFile:
                GoOnWith(slip.Dossier, slip.Cause);
                break;
            case Flow.FileAgain:
                FileAgain(slip.Dossier, slip.Cause);
                break;
            case Flow.AskForRuling:
                SendRulingQuestion(slip);
                break;
            case Flow.Rule:
                RuleOn(slip);
                break;
            case Flow.TakeRuling:
                TakeRuling(slip);
                break;
            case Flow.Contribute:
                SendInput(slip);
                break;
            case Flow.TakeInput:
                TakeInput(slip);
                break;
        }
    }

    /// <summary>Registered and assigned: relay and own assignments begin side by side.</summary>
    private void EndHandling(int place, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        dossier.State |= DossierState.Handled;
        dossier.Anchor = cause;
        var root = model.Roots[dossier.Root];
        var own = OwnAt(place);
        var addressees = AddresseesAt(place);
        dossier.Open = own;
        if (slab.Diligence is not null)
        {
            Lift(DiligenceCause.Directive, place, cause);
        }

        if (slab.Flights is not null && TouchOther(place, cause))
        {
            PassOnCorrection(place, cause);
            return;
        }

        if (addressees.Length > 0 && !dossier.Is(DossierState.Relaying) && dossier.Addressees == 0)
        {
            dossier.State |= DossierState.Relaying;
            if (model.ConductTable[facts.Conduct].Relay is not { } conduct || HandsOn(place, conduct, cause))
            {
                Start(Flow.Relay, new Slip(place, cause));
            }
        }

        if (root.Inputs is { } inputs)
        {
            BeginContributions(place, inputs, cause);
        }

        BeginAssignments(place, own, cause);
        SetFixedCutOff(place, root);
        if (root.Collecting is { } collecting && collecting.CollectsFor(body) >= 0)
        {
            SetFollowUp(place, root);
            SetCutOff(place, root);
        }

        if (root.Periodic is { } periodic)
        {
            SetFigures(place, periodic);
        }

        CloseIfDone(place, cause);
        if (dossier.Is(DossierState.CutOffWaits))
        {
            PassCutOff(place);
        }
    }
}
