using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>Recalls: sent after a paper, hop by hop, and answered by each whom they reach.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>The issuer takes a directive back; one that he has not issued by then there is no need to.</summary>
    private void RecallRoot(int root)
    {
        if (!IsHere(root))
        {
            return;
        }

        var place = Find(root);
        var recall = FlightOf(place)!.Recall!;
        var entry = SendRecall(place, 0, 0);
        if (!IsWithdrawn(DossierAt(place)))
        {
            Withdraw(place, DossierState.Recalled, InHand(place), recall.FinishesWork, entry);
        }
    }

    /// <summary>It goes to all to whom the paper went.</summary>
    private uint SendRecall(int place, byte handedOn, uint cause)
    {
        ref readonly var dossier = ref DossierAt(place);
        var addressees = dossier.Addressees == 0 ? [] : model.AddresseesOf(dossier.Root, body);
        var entry = Write(
            EntryKind.RecallSent, place, cause, Entry.Pack(handedOn, Entry.NoItem, 0, (uint)addressees.Length));
        for (var tag = 0; tag < addressees.Length; tag++)
        {
            Send(place, PaperClass.Recall, addressees[tag], entry, (ushort)tag);
        }

        return entry;
    }

    /// <summary>
    /// The recall is registered. A paper that binds nobody yet is given back; one that is registered, only where
    /// the rule says so. Whoever has relayed what he gives back hands the recall on.
    /// </summary>
    private void TakeRecall(in Slip slip)
    {
        var place = slip.Dossier;
        ref var dossier = ref DossierAt(place);
        var recall = FlightOf(place)!.Recall!;
        var accepts = recall.RegisteredYields || !dossier.Is(DossierState.Registered) || IsWithdrawn(dossier);
        var status = accepts ? Recall.Accepted : Recall.Refused;
        var (entry, inHand) = NoteWithdrawal(
            EntryKind.RecallAnswered, place, status, recall.FinishesWork, slip.Cause);
        Send(place, PaperClass.RecallAnswer, slip.Counterpart, entry, slip.Tag, counted: status);
        if (!accepts || dossier.Is(DossierState.Recalled))
        {
            return;
        }

        // Whoever collects reports waits for others' addressees and has relayed nothing.
        if (dossier.Addressees > 0 && model.AddresseesOf(dossier.Root, body).Length > 0)
        {
            SendRecall(place, 1, entry);
        }

        var isNew = !IsWithdrawn(dossier);
        if (!dossier.Is(DossierState.Present))
        {
            dossier.State |= DossierState.Recalled | DossierState.Quiet;
        }
        else if (isNew)
        {
            dossier.State |= dossier.Issuer == slip.Counterpart ? DossierState.Quiet : 0;
            Withdraw(place, DossierState.Recalled, inHand, recall.FinishesWork, entry);
        }
        else
        {
            dossier.State |= DossierState.Recalled;
        }
    }
}
