using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>What becomes of a directive's content in a relay, and what that does to carrying it out.</summary>
internal ref partial struct OfficeRound
{
    private readonly void NoteContent(int place, in Message paper) => slab.ContentAt(body, place) = new PaperContent
    {
        Strength = paper.PathStrength,
        Distorted = paper.Distorted,
        Wording = paper.Wording,
    };

    /// <summary>Sends a paper to all its addressees, with what its issuer makes of the content.</summary>
    private void SendContent(int place, CompiledContent rule, ReadOnlySpan<int> addressees, uint issued)
    {
        ref readonly var dossier = ref DossierAt(place);
        var root = model.Roots[dossier.Root];
        var items = dossier.Content;
        var paper = slab.ContentAt(body, place);
        if (!dossier.Is(DossierState.Root))
        {
            Rewrite(place, rule, addressees, issued, ref items, ref paper);
        }

        var repeats = Repeats(root);
        for (var tag = 0; tag < addressees.Length; tag++)
        {
            var to = addressees[tag];
            var content = items & AddressedIn(place).AssignmentsFor(dossier.Root, to);
            if (content != 0 && LosesAttachment(place, rule, root, to))
            {
                var there = model.Facts[to].Hash;
                Write(
                    EntryKind.AttachmentLost, place, issued,
                    Entry.Pack(0, Entry.NoItem, (uint)(there >> 40), (uint)(there >> 16 & 0xFF_FFFF)));
                content = 0;
            }

            SendCopy(place, to, issued, (ushort)tag, content, paper, 0);
            if (repeats && IsSentTwice(root, to))
            {
                SendCopy(place, to, issued, (ushort)tag, content, paper, 1);
            }

            if (slab.Sent is not null)
            {
                KeepSent(place, to, issued, (ushort)tag, content, paper, 0);
            }
        }
    }

    private void SendCopy(int place, int to, uint issued, ushort tag, uint content, in PaperContent paper, uint again)
    {
        var form = model.Roots[DossierAt(place).Root].Flight?.Paper ?? PaperClass.Directive;
        if (Send(place, form, to, issued, tag, content, again: again))
        {
            ref var message = ref outcome.NewestMessage;
            message.PathStrength = paper.Strength;
            message.Distorted = paper.Distorted & content;
            message.Wording = paper.Wording;
        }
    }

    /// <summary>
    /// A document of its own can lose, distort and add, and words things concretely or leaves them as they
    /// were; a copied text is as vague for those below as if it had not been written for them. Both weaken.
    /// </summary>
    private void Rewrite(
        int place, CompiledContent rule, ReadOnlySpan<int> addressees, uint issued, ref uint items,
        ref PaperContent paper)
    {
        if (kind.Relay == RelayForm.CoverLetter)
        {
            return;
        }

        paper.Strength = CompiledContent.Of(paper.Strength, rule.Keeps);
        if (kind.Relay == RelayForm.CopiedText)
        {
            paper.Wording = Wording.Vague;
            return;
        }

        var root = model.Roots[DossierAt(place).Root];
        var wanted = 0U;
        foreach (var to in addressees)
        {
            wanted |= AddressedIn(place).AssignmentsFor(DossierAt(place).Root, to);
        }

        var added = root.Wording!.AddedBy(facts.Audience) & wanted & ~items;
        wanted &= items;
        var lost = Fall(place, wanted, rule.Loses, Purpose.AssignmentLoss, EntryKind.AssignmentLost, issued);
        var distorted = Fall(
            place, wanted & ~lost & ~paper.Distorted, rule.Distorts, Purpose.Distortion,
            EntryKind.AssignmentDistorted, issued);
        added = Fall(place, added, rule.Adds, Purpose.Addition, EntryKind.AssignmentAdded, issued);
        items = (items & ~lost) | added;
        paper.Distorted |= distorted;
        if (chance.Unit(facts.Hash, root.Hash, Purpose.Concretising, 0) < rule.Concretises)
        {
            paper.Wording = Wording.Concrete;
        }
    }

    /// <summary>Those of some assignments that one thing happens to, each by a draw of its own; it is written down.</summary>
    private uint Fall(int place, uint items, double share, Purpose purpose, EntryKind what, uint issued)
    {
        var root = model.Roots[DossierAt(place).Root];
        var fallen = 0U;
        for (var left = share > 0 ? items : 0; left != 0;)
        {
            var item = Lowest(ref left);
            if (chance.Unit(facts.Hash, root.Hash, purpose, root.AssignmentHash[item]) < share)
            {
                fallen |= 1U << item;
                Write(what, place, issued, Entry.Pack(0, item, 0, 0));
            }
        }

        return fallen;
    }

    private readonly bool LosesAttachment(int place, CompiledContent rule, CompiledDirective root, int to)
    {
        ref readonly var dossier = ref DossierAt(place);
        return kind.Relay == RelayForm.CoverLetter && rule.LosesAttachment > 0 && !dossier.Is(DossierState.Root)
            && chance.Arrow(facts.Hash, model.Facts[to].Hash, root.Hash, Purpose.AttachmentLoss, dossier.Route)
                < rule.LosesAttachment;
    }

    private readonly bool IsDistorted(int place, byte item) =>
        (slab.ContentAt(body, place).Distorted >> item & 1) != 0;

    /// <summary>
    /// The probability of carrying an assignment out in part, where its strength and wording leave only a
    /// share of it to be carried out in full: below what it is anyhow it is the same draws that fall.
    /// </summary>
    private readonly double PartlyOf(int place, byte item, CompiledContent rule, double anyhow)
    {
        var wording = model.Roots[DossierAt(place).Root].Wording!;
        ref readonly var paper = ref slab.ContentAt(body, place);
        var isVague = paper.Wording == Wording.Vague
            || (paper.Wording == Wording.AsDeclared && (wording.Vague >> item & 1) != 0);
        var whole = (double)CompiledContent.Whole;
        var inFull = wording.StrengthOf(item) / whole * (paper.Strength / whole)
            * (isVague ? rule.VagueDone / whole : 1.0);
        return anyhow + ((1 - anyhow) * (1 - inFull));
    }
}
