using System.Numerics;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>
/// A body that is dissolved in the middle of a run: it hands its files over to its successor, sends on what still comes,
/// and never does anything else again.
/// </summary>
internal ref partial struct OfficeRound
{
    /// <summary>What is due at a body that is dissolved. Its steps, hours and moments are over.</summary>
    private void PlayDissolved(ReadOnlySpan<WakeUp> wakeUps, ReadOnlySpan<Message> deliveries)
    {
        foreach (ref readonly var wakeUp in wakeUps)
        {
            switch (wakeUp.Kind)
            {
                case WakeKind.Dissolution:
                    Dissolve((uint)wakeUp.Mark);
                    break;
                case WakeKind.StepEnd when !IsOvertaken(wakeUp):
                    SendOn(wakeUp.Job);
                    break;
                case WakeKind.BatchRelease:
                    SendOn(wakeUp.Job);
                    break;
            }
        }

        foreach (ref readonly var delivery in deliveries)
        {
            SendOn(delivery);
        }
    }

    /// <summary>Files first, then letters that nobody has registered; what is half done is left.</summary>
    private void Dissolve(uint order)
    {
        var reached = ReachedInHand();
        for (var place = 0; place < slot.Dossiers; place++)
        {
            ref readonly var dossier = ref DossierAt(place);
            if (dossier.Is(DossierState.Present))
            {
                var cause = reached.TryGetValue(place, out var last) ? last : dossier.Is(DossierState.Handled) ? dossier.Anchor : 0;
                HandOver(place, cause == 0 ? Director.Hash : facts.Hash, cause == 0 ? order : cause);
            }
        }

        for (var post = 0; post < posts.Length; post++)
        {
            ref var state = ref slot.Posts[post];
            for (; state.Busy != 0; state.Busy &= state.Busy - 1)
            {
                var job = slab.Hands!.Of(body, post, BitOperations.TrailingZeroCount(state.Busy)).Job;
                slab.Hands.Overtake(body, slab.Jobs[job].Serial);
                SendOn(job);
            }

            while (state.Head >= 0)
            {
                var job = state.Head;
                state.Head = slab.Jobs[job].Next;
                SendOn(job);
            }

            state.Tail = -1;
        }

        slot.Waiting = 0;
    }

    /// <summary>By dossier, the entry behind which it lay in the office: what it waits for since then is not lost.</summary>
    private readonly Dictionary<int, uint> ReachedInHand()
    {
        var reached = new Dictionary<int, uint>();
        for (var post = 0; post < posts.Length; post++)
        {
            for (var busy = slot.Posts[post].Busy; busy != 0; busy &= busy - 1)
            {
                Note(slab.Hands!.Of(body, post, BitOperations.TrailingZeroCount(busy)).Job, reached);
            }

            for (var job = slot.Posts[post].Head; job >= 0; job = slab.Jobs[job].Next)
            {
                Note(job, reached);
            }
        }

        return reached;
    }

    private readonly void Note(int place, Dictionary<int, uint> reached)
    {
        ref readonly var job = ref slab.Jobs[place];
        if (job.Flow is Flow.Handle or Flow.TakeFile or Flow.TakeUp or Flow.Relay or Flow.Report or Flow.FileAgain)
        {
            reached[job.Dossier] = job.Cause;
        }
    }

    /// <summary>A letter that lay in the office goes on; any other work is left.</summary>
    private void SendOn(int job)
    {
        var letter = slab.Jobs[job];
        NoteLeaving(job);
        slab.Free(job);
        if (IsOther(letter))
        {
            return;
        }

        var paper = letter.Flow switch
        {
            Flow.TakeReport => PaperClass.Report,
            Flow.TakeReminder => PaperClass.Reminder,
            Flow.TakeInspection => PaperClass.Inspection,
            Flow.TakeCopy => PaperClass.InformationCopy,
            _ => PaperClass.None,
        };
        if (paper != PaperClass.None)
        {
            SendOn(paper, letter.Dossier, letter.Cause, letter.Tag, letter.Counted, letter.Complied);
        }
    }

    /// <summary>A paper that still comes: a directive becomes a file to be handed over, a letter goes on.</summary>
    private void SendOn(in Message message)
    {
        if (message.Class == PaperClass.HandedFile)
        {
            if (OpenFile(message, out var file, out var came))
            {
                HandOver(file, facts.Hash, came);
            }

            return;
        }

        var place = FindFor(message);
        if (message.Class.BringsDirective())
        {
            place = OpenFor(message, place);
            HandOver(place, facts.Hash, Arrive(message, place));
            return;
        }

        var sentOn = message.Class == PaperClass.SentOn;
        var paper = sentOn ? (PaperClass)message.Item : message.Class;
        place = paper == PaperClass.InformationCopy ? OpenCopy(message)
            : place >= 0 ? place
            : sentOn ? OpenFileOf(message.Root, (int)message.Content, message.Route)
            : Open(message.Root, 0);
        SendOn(paper, place, Arrive(message, place), message.Tag, message.Counted, message.Complied);
    }

    private void SendOn(PaperClass paper, int place, uint cause, ushort tag, uint counted, uint complied)
    {
        var origin = OriginOf(place);
        var entry = Write(EntryKind.SentOn, place, cause, ToSuccessor((byte)paper, Entry.NoItem));
        ref var message = ref SendToSuccessor(place, entry);
        message.Class = PaperClass.SentOn;
        message.Item = (byte)paper;
        message.Tag = tag;
        message.Counted = counted;
        message.Complied = complied;
        message.Content = (uint)origin.For;
        message.Route = origin.Route;
    }

    private void HandOver(int place, ulong causeBody, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        var stood = dossier.Is(DossierState.Closed) ? 4 : dossier.Is(DossierState.Handled) ? 3 : 1;
        var entry = Write(
            EntryKind.HandedOver, place, causeBody, cause,
            ToSuccessor((byte)stood, dossier.Is(DossierState.Relaying) ? (byte)1 : (byte)0), Step.None, 0,
            CompiledStep.Nobody);
        var words = new uint[HandedFile.WordsFor(dossier.Addressees)];
        var file = new HandedFile(words)
        {
            Origin = OriginOf(place),
            SenderRoute = slab.SenderRouteAt(body, place),
            Dossier = dossier,
        };
        if (kind.Content is not null)
        {
            file.Content = slab.ContentAt(body, place);
        }

        for (var word = 0; word < (dossier.Addressees + 63) / 64; word++)
        {
            file.SetReported(word, WordOf(ref dossier, word * 64));
        }

        for (var paper = 0; paper < HandedFile.PapersFor(words.Length); paper++)
        {
            ref var message = ref SendToSuccessor(place, entry);
            message.Class = PaperClass.HandedFile;
            HandedFile.Put(words, paper, ref message);
        }
    }

    /// <summary>Nothing that is carried over is lost, and nothing that is sent on comes before the files.</summary>
    private ref Message SendToSuccessor(int place, uint cause)
    {
        var organisation = model.Organisation!;
        ref readonly var dossier = ref DossierAt(place);
        ref var message = ref outcome.AddMessage();
        message = default;
        message.From = body;
        message.To = organisation.SuccessorOf(body);
        message.Number = ++slot.Messages;
        message.Cause = cause;
        message.Sent = now;
        message.Arrives = Math.Max(now + 1, organisation.ArrivesFrom(body));
        message.Root = dossier.Root;
        message.Urgency = dossier.Urgency;
        return ref message;
    }

    private readonly ulong ToSuccessor(byte what, byte item)
    {
        var successor = model.Facts[model.Organisation!.SuccessorOf(body)].Hash;
        return Entry.Pack(what, item, (uint)(successor >> 40), (uint)(successor >> 16 & 0xFF_FFFF));
    }
}
