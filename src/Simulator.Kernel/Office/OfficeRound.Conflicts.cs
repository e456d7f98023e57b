using Simulator.Kernel.Conduct;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>
/// Two assignments that exclude each other, from two superiors: as the second is about to be begun, the body goes by
/// the one or by the other. What somebody has in hand is finished, and what is done stays done.
/// </summary>
internal ref partial struct OfficeRound
{
    private const uint OtherInHand = 1 << 8;
    private const uint OtherObeyed = 1 << 9;

    /// <summary>Whether an assignment that is about to be begun gives way to another; else it counts as begun.</summary>
    private bool GivesWay(int place, byte item, uint cause)
    {
        ref readonly var dossier = ref DossierAt(place);
        if (model.Roots[dossier.Root].Conflicts is not { } conflicts || (conflicts.Items >> item & 1) == 0
            || dossier.Route != 0)
        {
            return false;
        }

        foreach (var pair in conflicts.Pairs)
        {
            if (pair.Item == item && ruledOver != Over(pair.Root, pair.OtherItem)
                && kind.OnConflict is { } rule && Find(pair.Root) is >= 0 and var other
                && ((slab.BegunAt(body, other) & DossierAt(other).Open) >> pair.OtherItem & 1) != 0
                && Meet(place, item, other, pair.OtherItem, rule, cause))
            {
                return true;
            }
        }

        slab.BegunAt(body, place) |= 1U << item;
        return false;
    }

    /// <summary>The two exclude each other. The one that is not obeyed is dropped; true: it is the new one.</summary>
    private bool Meet(int place, byte item, int other, byte otherItem, ConflictRule rule, uint cause)
    {
        var (before, job) = WaitingFor(other, otherItem);
        if (rule.Obeys == ConflictChoice.Wait)
        {
            AwaitRuling(place, item, other, otherItem, before, job, cause);
            return true;
        }

        var otherObeyed = ObeysOther(place, other, rule);
        var entry = Write(
            EntryKind.ConflictFound, place, cause,
            Entry.Pack(
                (byte)rule.Obeys, item, ShortOf(other),
                otherItem | (job < 0 ? OtherInHand : 0) | (otherObeyed ? OtherObeyed : 0)));
        if (otherObeyed)
        {
            Drop(place, item, other, otherItem, entry);
            return true;
        }

        if (job >= 0)
        {
            NoteLeaving(job);
            slab.Free(TakeOut(ref slot.Posts[kind.Flows[(int)Flow.CarryOut][0].Post], before, job));
            slab.BegunAt(body, other) &= ~(1U << otherItem);
            Drop(other, otherItem, place, item, entry);
        }

        return false;
    }

    private readonly uint ShortOf(int place) => model.Roots[DossierAt(place).Root].ShortHash >> 8;

    /// <summary>It counts as not done, and the report says so.</summary>
    private void Drop(int place, byte item, int obeyed, byte obeyedItem, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        dossier.Open &= ~(1U << item);
        dossier.State |= DossierState.Failed | DossierState.Refused;
        var entry = Write(EntryKind.GaveWay, place, cause, Entry.Pack(0, item, ShortOf(obeyed), obeyedItem));
        CloseIfDone(place, entry);
    }

    /// <summary>The paper before the staff about an assignment, with the one before it in the queue; -1: it is in hand.</summary>
    private readonly (int Before, int Job) WaitingFor(int place, byte item)
    {
        var before = -1;
        if (kind.Flows[(int)Flow.CarryOut] is [{ Post: < 3 and var post }, ..])
        {
            for (var job = slot.Posts[post].Head; job >= 0; job = slab.Jobs[job].Next)
            {
                ref readonly var waiting = ref slab.Jobs[job];
                if (!IsOther(waiting) && waiting.Flow == Flow.CarryOut && waiting.Dossier == place && waiting.Item == item)
                {
                    return (before, job);
                }

                before = job;
            }
        }

        return (-1, -1);
    }

    /// <summary>Where the rule makes no difference, the paper that came first is obeyed.</summary>
    private readonly bool ObeysOther(int place, int other, ConflictRule rule)
    {
        var otherFirst = other < place;
        var (own, others) = (DossierAt(place).Issuer, DossierAt(other).Issuer);
        var difference = rule.Obeys switch
        {
            ConflictChoice.Nearer => StepsTo(own).CompareTo(StepsTo(others)),
            ConflictChoice.Line => IsOfLine(others, rule).CompareTo(IsOfLine(own, rule)),
            ConflictChoice.Newest => otherFirst ? -1 : 1,
            _ => 0,
        };
        return difference == 0 ? otherFirst : difference > 0;
    }

    private readonly bool IsOfLine(int sender, ConflictRule rule) =>
        (sender < 0 ? kind : model.KindTable[model.Facts[sender].Kind]).Line == rule.Line;

    /// <summary>How many steps a sender stands above this body, on the shortest way; its own papers are the nearest.</summary>
    private readonly int StepsTo(int sender) => sender < 0 ? 0 : model.StepsAbove(body, sender);
}
