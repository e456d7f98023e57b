using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>
/// Waiting for a ruling: a body with two orders that exclude each other begins neither, asks the nearest common superior of
/// the two senders, and does what that one says.
/// </summary>
internal ref partial struct OfficeRound
{
    private const uint OtherCameFirst = 1 << 10;
    private const uint OtherIsNearer = 1 << 11;
    private const uint OwnIsNearer = 1 << 12;

    /// <summary>Neither is begun; what somebody has in hand already is finished.</summary>
    private void AwaitRuling(int place, byte item, int other, byte otherItem, int before, int job, uint cause)
    {
        var entry = Write(
            EntryKind.ConflictFound, place, cause,
            Entry.Pack((byte)ConflictChoice.Wait, item, ShortOf(other), otherItem | (job < 0 ? OtherInHand : 0)));
        LayAside(place, item, other, otherItem, cause);
        if (job >= 0)
        {
            var enabled = slab.Jobs[job].Cause;
            NoteLeaving(job);
            slab.Free(TakeOut(ref slot.Posts[kind.Flows[(int)Flow.CarryOut][0].Post], before, job));
            slab.BegunAt(body, other) &= ~(1U << otherItem);
            LayAside(other, otherItem, place, item, enabled);
        }

        var (own, others) = (DossierAt(place), DossierAt(other));
        var nearer = StepsTo(own.Issuer).CompareTo(StepsTo(others.Issuer));
        var known = (other < place ? OtherCameFirst : 0) | (nearer < 0 ? OwnIsNearer : nearer > 0 ? OtherIsNearer : 0);
        Start(
            Flow.AskForRuling,
            new Slip(
                place, entry, item, Tag: others.Root, Counted: KindOf(own.Issuer) | (KindOf(others.Issuer) << 16),
                Complied: otherItem | known, Again: KeyOf(others.Root, otherItem)));
    }

    private void LayAside(int place, byte item, int other, byte otherItem, uint cause)
    {
        slab.AwaitingRulingsAt(body, place) |= 1U << item;
        Write(EntryKind.RulingAwaited, place, cause, Entry.Pack(0, item, ShortOf(other), otherItem));
    }

    private readonly uint KindOf(int sender) => sender < 0 ? facts.Kind : model.Facts[sender].Kind;

    /// <summary>Tells the draws about a ruling from those about others on the same assignment, by what it is against.</summary>
    private readonly ushort KeyOf(ushort otherRoot, byte otherItem) =>
        (ushort)(Draw.Mix(model.Roots[otherRoot].Hash ^ model.Roots[otherRoot].AssignmentHash[otherItem]) >> 48);

    private static int Over(int root, byte item) => (root << 8 | item) + 1;

    private void SendRulingQuestion(in Slip slip)
    {
        var other = Find(slip.Tag);
        var ruler = Rulings.RulerOf(model, body, DossierAt(slip.Dossier).Issuer, DossierAt(other).Issuer);
        var entry = Write(
            EntryKind.RulingAsked, slip.Dossier, slip.Cause, Entry.Pack(0, slip.Item, ShortOf(other), slip.Complied));
        Send(
            slip.Dossier, PaperClass.RulingQuestion, ruler, entry, slip.Tag, item: slip.Item, counted: slip.Counted,
            complied: slip.Complied, again: slip.Again);
    }

    /// <summary>The asked has decided for one of the two, by what the paper says of them.</summary>
    private void RuleOn(in Slip slip)
    {
        var obeyed = kind.RulesFor?.Obeys ?? ConflictChoice.Newest;
        var difference = obeyed switch
        {
            ConflictChoice.Nearer => (slip.Complied & OtherIsNearer) != 0 ? 1 : (slip.Complied & OwnIsNearer) != 0 ? -1 : 0,
            ConflictChoice.Line => IsOfLine(slip.Counted >> 16).CompareTo(IsOfLine(slip.Counted & 0xFFFF)),
            ConflictChoice.Newest => (slip.Complied & OtherCameFirst) != 0 ? -1 : 1,
            _ => 0,
        };
        var forOther = difference == 0 ? (slip.Complied & OtherCameFirst) != 0 : difference > 0;
        var ruling = (slip.Complied & 0xFF) | (forOther ? OtherObeyed : 0);
        var entry = Write(
            EntryKind.Ruled, slip.Dossier, slip.Cause,
            Entry.Pack((byte)obeyed, slip.Item, model.Roots[slip.Tag].ShortHash >> 8, ruling));
        Send(
            slip.Dossier, PaperClass.Ruling, slip.Counterpart, entry, slip.Tag, item: slip.Item, complied: ruling,
            again: slip.Again);
    }

    private readonly bool IsOfLine(uint sender) => model.KindTable[(int)sender].Line == kind.RulesFor!.Line;

    /// <summary>The ruling is registered: the one is begun, and the other counts as not done.</summary>
    private void TakeRuling(in Slip slip)
    {
        var (place, other) = (slip.Dossier, Find(slip.Tag));
        var otherItem = (byte)(slip.Complied & 0xFF);
        var forOther = (slip.Complied & OtherObeyed) != 0;
        var entry = Write(
            EntryKind.RulingTaken, place, slip.Cause, Entry.Pack(0, slip.Item, ShortOf(other), slip.Complied));
        slab.AwaitingRulingsAt(body, place) &= ~(1U << slip.Item);
        ref var awaiting = ref slab.AwaitingRulingsAt(body, other);
        var waited = (awaiting >> otherItem & 1) != 0;
        awaiting &= ~(1U << otherItem);
        var otherEntry = waited
            ? Write(
                EntryKind.RulingTaken, other, entry,
                Entry.Pack(0, otherItem, ShortOf(place), slip.Item | (forOther ? 0 : OtherObeyed)))
            : entry;
        if (forOther)
        {
            Drop(place, slip.Item, other, otherItem, entry);
            if (waited)
            {
                CarryOut(other, otherItem, otherEntry);
            }

            return;
        }

        if (waited)
        {
            Drop(other, otherItem, place, slip.Item, otherEntry);
        }

        ruledOver = Over(slip.Tag, otherItem);
        CarryOut(place, slip.Item, entry);
        ruledOver = 0;
    }
}
