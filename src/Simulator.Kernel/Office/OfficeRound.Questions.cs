using System.Runtime.CompilerServices;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>
/// Questions upward, where more can become of them than one answer, which is yes: opinions, refusals, questions
/// that come back or are passed up, and silence.
/// </summary>
internal ref partial struct OfficeRound
{
    /// <summary>Registered: the leadership asks for an opinion first, or assigns.</summary>
    private void AssignOrAsk(int place, uint cause)
    {
        ref readonly var dossier = ref DossierAt(place);
        var root = model.Roots[dossier.Root].Hash;
        if (chance.Unit(facts.Hash, root, Purpose.AskOpinion, dossier.Route) < kind.Questions!.Opinion)
        {
            Inquire(place, Entry.NoItem, cause);
        }
        else
        {
            Start(Flow.Assign, new Slip(place, cause));
        }
    }

    /// <summary>Begins a question, the body's own or one that it passes up.</summary>
    private void Inquire(
        int place, byte item, uint cause, int asker = -1, uint askerNumber = 0, ushort askerKey = 0)
    {
        ref var inquiry = ref slab.Questions!.Add(body);
        inquiry.Dossier = (ushort)place;
        inquiry.Item = item;
        inquiry.Asker = asker;
        inquiry.AskerNumber = askerNumber;
        inquiry.AskerKey = askerKey;
        Start(Flow.Inquire, new Slip(place, cause, item, Counted: inquiry.Number, Again: KeyOf(inquiry)));
    }

    /// <summary>
    /// What tells the draws of a question from those of others about the same matter: the round of a body's own, and
    /// also whose it is, where it is passed up.
    /// </summary>
    private readonly ushort KeyOf(in Inquiry inquiry) => inquiry.Asker < 0
        ? inquiry.Round
        : (ushort)(Draw.Mix(model.Facts[inquiry.Asker].Hash ^ ((ulong)inquiry.AskerKey << 8) ^ inquiry.Round) >> 48);

    /// <summary>The question leaves, and from now on silence can come to mean something.</summary>
    private void SendQuestion(in Slip slip)
    {
        ref var inquiry = ref slab.Questions!.Find(body, slip.Counted);
        ref readonly var dossier = ref DossierAt(slip.Dossier);
        var entry = Write(
            EntryKind.Asked, slip.Dossier, slip.Cause,
            Entry.Pack(inquiry.Asker < 0 ? (byte)0 : (byte)1, slip.Item, slip.Counted, slip.Again));
        inquiry.Sent = entry;
        Send(
            slip.Dossier, PaperClass.Question, dossier.Issuer, entry, inquiry.Round, item: slip.Item,
            counted: slip.Counted, complied: slip.Again, again: slip.Again);
        if (SilenceOf(dossier.Root, slip.Item) is { } silence)
        {
            outcome.AddWakeUp(now + silence.After.Minutes, new WakeUp
            {
                Body = body,
                Job = -1,
                Mark = (int)slip.Counted,
                Dossier = (ushort)slip.Dossier,
                Kind = WakeKind.Silence,
                Item = inquiry.Round,
            });
        }
    }

    private readonly SilenceRule? SilenceOf(int root, byte item) =>
        (item == Entry.NoItem ? null : model.Roots[root].Silence?[item]) ?? kind.Questions?.Silence;

    /// <summary>The asked has decided: an answer goes down, or the question goes up.</summary>
    private void DecideOn(in Slip slip)
    {
        var decision = DecisionOn(slip);
        var entry = Write(
            EntryKind.Decided, slip.Dossier, slip.Cause,
            Entry.Pack((byte)decision, slip.Item, slip.Counted, slip.Tag));
        if (decision == Decision.PassedUp)
        {
            Inquire(slip.Dossier, slip.Item, entry, slip.Counterpart, slip.Counted, slip.Again);
        }
        else
        {
            SendAnswer(slip.Dossier, entry, slip.Counterpart, slip.Item, slip.Counted, slip.Again, decision);
        }
    }

    private readonly Decision DecisionOn(in Slip slip)
    {
        if (kind.Questions is not { } rule)
        {
            return Decision.Consent;
        }

        ref readonly var dossier = ref DossierAt(slip.Dossier);
        var root = model.Roots[dossier.Root];
        var asker = model.Facts[slip.Counterpart].Hash;
        var n = slip.Item == Entry.NoItem
            ? dossier.Route | ((uint)slip.Again << 8)
            : Repeated(root.AssignmentHash[slip.Item], slip.Again);
        return slip.Tag < rule.AtMost && chance.Arrow(asker, facts.Hash, root.Hash, Purpose.ReturnQuestion, n) < rule.Returns
            ? Decision.Returned
            : dossier.Issuer >= 0 && chance.Arrow(asker, facts.Hash, root.Hash, Purpose.PassUp, n) < rule.PassesUp
            ? Decision.PassedUp
            : slip.Item != Entry.NoItem && chance.Arrow(asker, facts.Hash, root.Hash, Purpose.Refuse, n) < rule.Refuses
            ? Decision.Refusal
            : Decision.Consent;
    }

    private void SendAnswer(
        int place, uint cause, int to, byte item, uint number, ushort key, Decision decision) =>
        Send(
            place, PaperClass.Answer, to, cause, key, item: item, counted: number, complied: (uint)decision,
            again: key);

    /// <summary>An answer is registered. One that comes after silence has settled the question changes nothing.</summary>
    private void TakeAnswer(in Slip slip)
    {
        var decision = (Decision)slip.Complied;
        ref var inquiry = ref slab.Questions!.Find(body, slip.Counted);
        var isLate = Unsafe.IsNullRef(ref inquiry);
        var entry = Write(
            EntryKind.Answered, slip.Dossier, slip.Cause,
            Entry.Pack((byte)decision, slip.Item, slip.Counted, isLate ? 1U : inquiry.Asker >= 0 ? 2U : 0));
        if (isLate)
        {
            return;
        }

        if (decision == Decision.Returned)
        {
            inquiry.Round++;
            Start(
                Flow.Inquire,
                new Slip(inquiry.Dossier, entry, inquiry.Item, Counted: inquiry.Number, Again: KeyOf(inquiry)));
            return;
        }

        Settle(slip.Counted, decision, entry);
    }

    /// <summary>Phase 3: no answer has been registered in time. A question that has come back is out of its time.</summary>
    private void FallSilent(in WakeUp wakeUp)
    {
        ref readonly var inquiry = ref slab.Questions!.Find(body, (uint)wakeUp.Mark);
        if (Unsafe.IsNullRef(in inquiry) || inquiry.Round != wakeUp.Item)
        {
            return;
        }

        if (SilenceOf(DossierAt(inquiry.Dossier).Root, inquiry.Item) is not { } silence)
        {
            return; // an intervention has taken its meaning away since
        }

        var decision = silence.MeansRefusal && inquiry.Item != Entry.NoItem ? Decision.Refusal : Decision.Consent;
        var entry = Write(
            EntryKind.SilencePassed, inquiry.Dossier, inquiry.Sent,
            Entry.Pack((byte)decision, inquiry.Item, inquiry.Number, inquiry.Asker >= 0 ? 2U : 0));
        Settle(inquiry.Number, decision, entry);
    }

    /// <summary>A question is settled: whoever asked it goes on, or gives up.</summary>
    private void Settle(uint number, Decision decision, uint cause)
    {
        var settled = slab.Questions!.Remove(body, number);
        int place = settled.Dossier;
        if (settled.Asker >= 0)
        {
            SendAnswer(
                place, cause, settled.Asker, settled.Item, settled.AskerNumber, settled.AskerKey, decision);
        }
        else if (settled.Item == Entry.NoItem)
        {
            Start(Flow.Assign, new Slip(place, cause));
        }
        else if (decision == Decision.Refusal)
        {
            ref var dossier = ref DossierAt(place);
            dossier.Open &= ~(1U << settled.Item);
            dossier.State |= DossierState.Failed | DossierState.Refused;
            CloseIfDone(place, cause);
        }
        else
        {
            CarryOut(place, settled.Item, cause);
        }
    }

    /// <summary>The occurrence of a draw about an assignment that can be made several times.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Repeated(uint assignment, uint again) => unchecked(assignment + (again * 0x9E3779B9));
}
