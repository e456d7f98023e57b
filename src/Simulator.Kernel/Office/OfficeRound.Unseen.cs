using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>
/// The silent holes of electronic exchange: papers that arrive where nobody looks, and reports that are done and that
/// nobody sends.
/// </summary>
internal ref partial struct OfficeRound
{
    /// <summary>How a paper came to be noticed; see <see cref="EntryKind.Noticed"/>.</summary>
    private const byte InTime = 1;
    private const byte ByReminder = 2;
    private const byte ByInspection = 3;
    private const byte ByQuestion = 4;

    /// <summary>
    /// Takes in a paper where papers come unseen, twice, or touch each other on their way; false: it is to be taken in
    /// as any other.
    /// </summary>
    private bool TakeApart(in Message message)
    {
        if ((message.Urgency & Message.UnseenMark) != 0)
        {
            PutAside(message);
            return true;
        }

        if (message.Class == PaperClass.Acknowledgement)
        {
            TakeAcknowledgement(message);
            return true;
        }

        var arrival = slot.Sequence + 1;
        var isAgain = model.ComesAgain && message.Class.BringsDirective() && FromSame(message) >= 0;
        if (slab.Flights is null || !TakeInFlight(message))
        {
            if (isAgain)
            {
                Start(Flow.TakeDuplicate, SlipOf(message, FromSame(message)));
            }
            else
            {
                takesWithin = true;
                Take(message);
                takesWithin = false;
            }
        }

        if (slab.Sent is not null && message.Class.BringsDirective())
        {
            AcknowledgeAtOnce(message, arrival, isAgain);
        }

        if (slab.Unseen is not null && HowNoticed(message.Class) is > 0 and var how)
        {
            while (slab.Unseen.TakeAbout(body, message.Root) is { } paper)
            {
                Notice(paper, how, arrival);
            }
        }

        return true;
    }

    /// <summary>An inspection is people who come; about the others there is nothing to do.</summary>
    private static bool CanBeUnseen(PaperClass paper) => paper is not (PaperClass.Inspection or PaperClass.Acknowledgement
        or PaperClass.Recall or PaperClass.RecallAnswer or PaperClass.InformationCopy or PaperClass.RulingQuestion
        or PaperClass.Ruling);

    private static byte HowNoticed(PaperClass paper) => paper switch
    {
        PaperClass.Reminder => ByReminder,
        PaperClass.Inspection => ByInspection,
        PaperClass.Question => ByQuestion,
        _ => 0,
    };

    private void PutAside(in Message message)
    {
        var paper = message;
        paper.Urgency &= ~Message.UnseenMark;
        var place = Find(paper.Root);
        if (place < 0)
        {
            place = Open(paper.Root, 0);
            DossierAt(place).Urgency = paper.Urgency;
        }

        var entry = Arrive(paper, place, EntryKind.Unseen);
        slab.Unseen!.Add(body, paper, entry);
        if (model.CarriageTable?[model.Facts[paper.From].Channel] is { NoticedAfter: > 0 and var after })
        {
            outcome.AddWakeUp(now + after, new WakeUp
            {
                Body = body,
                Job = -1,
                Mark = (int)entry,
                Dossier = (ushort)place,
                Kind = WakeKind.Noticing,
            });
        }
    }

    /// <summary>Phase 3: somebody looks into the box in time, if he has not before.</summary>
    private void NoticeInTime(in WakeUp wakeUp)
    {
        if (slab.Unseen!.TakeOf(body, (uint)wakeUp.Mark) is { } paper)
        {
            Notice(paper, InTime, paper.Sequence);
        }
    }

    /// <summary>From now on it is as if the paper came now.</summary>
    private void Notice(in UnseenPaper paper, byte how, uint cause)
    {
        Write(
            EntryKind.Noticed, Find(paper.Message.Root), cause,
            Entry.Pack((byte)paper.Message.Class, how, paper.Sequence, 0));
        Take(paper.Message);
    }

    /// <summary>Whether a report that is done is not sent; the one that a reminder gets sent is.</summary>
    private bool HoldsBack(int place, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        if (dossier.Is(DossierState.Unsent) || model.CarriageTable![facts.Channel] is not { Unsent: > 0 } carriage
            || chance.Arrow(
                facts.Hash, model.Facts[ReportsTo(dossier)].Hash, model.Roots[dossier.Root].Hash, Purpose.Unsent,
                dossier.Route) >= carriage.Unsent)
        {
            return false;
        }

        dossier.State |= DossierState.Unsent;
        Write(EntryKind.Unsent, place, cause, Entry.Pack(0, Entry.NoItem, 0, 0));
        return true;
    }

    /// <summary>Asked about it, the clerk sends a report that he had taken for sent.</summary>
    private void SendAfterAll(int place, uint cause)
    {
        if (DossierAt(place).Is(DossierState.Unsent))
        {
            SendReport(place, Write(EntryKind.Unsent, place, cause, Entry.Pack(1, Entry.NoItem, 0, 0)));
            DossierAt(place).State &= ~DossierState.Unsent;
        }
    }
}
