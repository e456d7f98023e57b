using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>
/// Papers that touch others on their way: what arrives of them, and what their handling does. Nothing of it is
/// reached where no directive touches another.
/// </summary>
internal ref partial struct OfficeRound
{
    private readonly CompiledFlight? FlightOf(int place) => model.Roots[DossierAt(place).Root].Flight;

    /// <summary>Takes in a paper that is not handled as directives are otherwise; false: it is none such.</summary>
    private bool TakeInFlight(in Message message)
    {
        switch (message.Class)
        {
            case PaperClass.Recall:
                var place = Find(message.Root);
                place = place >= 0 ? place : Open(message.Root, 0);
                Start(Flow.TakeRecall, SlipOf(message, place));
                return true;
            case PaperClass.RecallAnswer:
                _ = Arrive(message, Find(message.Root));
                return true;
            case PaperClass.Clarification:
                Start(Flow.TakeClarification, SlipOf(message, Find(message.Root)));
                return true;
            case PaperClass.ClarificationAnswer:
                TakeClarified(message);
                return true;
            case PaperClass.Directive or PaperClass.Amendment:
                return TakeDirectiveInFlight(message);
            default:
                return false;
        }
    }

    private Slip SlipOf(in Message message, int place) =>
        new(place, Arrive(message, place), Entry.NoItem, message.From, message.Tag);

    private bool TakeDirectiveInFlight(in Message message)
    {
        if (model.Roots[message.Root].Flight is not { } flight)
        {
            return false;
        }

        var first = Find(message.Root);
        if (flight.Duplicates > 0 && FromSame(message) is >= 0 and var twin)
        {
            Start(Flow.TakeDuplicate, SlipOf(message, twin));
            return true;
        }

        if (first >= 0 && DossierAt(first).Is(DossierState.Present))
        {
            return false;
        }

        var place = OpenFor(message, first);
        var entry = Arrive(message, place);
        if (DossierAt(place).Is(DossierState.Recalled) || SupersededBy(flight) >= 0)
        {
            Start(Flow.FileOnly, new Slip(place, entry));
            return true;
        }

        foreach (var update in flight.Updates)
        {
            if (InForce(update))
            {
                Update(place, update, entry);
            }
        }

        if (Unresolved(flight, message.Root, message.From) is > 0 and var why)
        {
            var clarifies = flight.Relation!.Clarifies;
            var noted = Write(EntryKind.Unresolved, place, entry, Entry.Pack((byte)why, (byte)(clarifies ? 1 : 0), 0, 0));
            if (clarifies)
            {
                Start(Flow.Clarify, new Slip(place, noted));
                return true;
            }
        }

        BeginHandling(place, entry);
        return true;
    }

    private void BeginHandling(int place, uint arrival)
    {
        PinIssue(place, arrival);
        if (kind.Flows[(int)Flow.Handle] is not [{ Step: Step.Register }, ..])
        {
            DossierAt(place).State |= DossierState.Registered;
        }

        var corrects = FlightOf(place) is { Relation.Kind: RelationKind.Corrects };
        Start(corrects ? Flow.FileOnly : Flow.Handle, new Slip(place, arrival));
    }

    /// <summary>Whether any copy might go twice.</summary>
    private readonly bool Repeats(CompiledDirective root) =>
        root.Flight is { Duplicates: > 0 } || (model.CarriageTable is { } table && table[facts.Channel] is { Duplicates: > 0 });

    /// <summary>Whether a copy goes twice, as on the axis and on paper, or because the channel does so.</summary>
    private readonly bool IsSentTwice(CompiledDirective root, int to) =>
        (root.Flight is { Duplicates: > 0 and var share }
            && chance.Arrow(facts.Hash, model.Facts[to].Hash, root.Hash, Purpose.Duplicate, 0) < share)
        || (model.CarriageTable?[facts.Channel] is { Duplicates: > 0 and var often }
            && chance.Arrow(facts.Hash, model.Facts[to].Hash, root.Hash, Purpose.SentTwice, 0) < often);

    /// <summary>The dossier of a paper of the same root that came from the same sender, or -1.</summary>
    private readonly int FromSame(in Message message)
    {
        var roots = slab.RootsOf(body)[..slot.Dossiers];
        for (var place = 0; place < roots.Length; place++)
        {
            if (roots[place] == message.Root && DossierAt(place).Is(DossierState.Present)
                && DossierAt(place).Issuer == message.From)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Why the reference of a copy does not resolve: 1 it is mistyped, 2 the other is not here; 0: it does.</summary>
    private readonly int Unresolved(CompiledFlight flight, int root, int from) =>
        flight.Relation is not { } relation ? 0
        : IsMistyped(relation, root, from) ? 1
        : relation.Clarifies && !IsHere(flight.Other) ? 2
        : 0;

    /// <summary>The draw belongs to the copy on its way from one body to the other, whoever asks for it.</summary>
    private readonly bool IsMistyped(PaperRelation relation, int root, int from) =>
        relation.Mistyped > 0 && from >= 0
        && chance.Arrow(model.Facts[from].Hash, facts.Hash, model.Roots[root].Hash, Purpose.Mistyping, 0)
            < relation.Mistyped;

    private readonly bool IsHere(int root) => Find(root) is >= 0 and var place && DossierAt(place).Is(DossierState.Present);

    /// <summary>Whether a newer paper is handled here, has its force, and names the older one rightly.</summary>
    private readonly bool InForce(int newer)
    {
        if (Find(newer) is not (>= 0 and var place))
        {
            return false;
        }

        ref readonly var dossier = ref DossierAt(place);
        return dossier.Is(DossierState.Handled) && !IsWithdrawn(dossier)
            && (dossier.Is(DossierState.Clarified)
                || !IsMistyped(model.Roots[newer].Flight!.Relation!, newer, dossier.Issuer));
    }

    /// <summary>The first of the directives that supersede a paper and are in force here, or -1.</summary>
    private readonly int SupersededBy(CompiledFlight flight)
    {
        foreach (var newer in flight.Newer)
        {
            if (InForce(newer))
            {
                return newer;
            }
        }

        return -1;
    }

    /// <summary>What a newer paper does to the older when it is handled; true: it is no more than a correction.</summary>
    private bool TouchOther(int place, uint cause)
    {
        if (FlightOf(place) is not { } flight)
        {
            return false;
        }

        ref var dossier = ref DossierAt(place);
        dossier.State |= DossierState.Registered;
        slab.Flights!.PaperOf(body, place).HandledAt = now;
        if (flight.Other >= 0 && IsHere(flight.Other) && InForce(dossier.Root))
        {
            var older = Find(flight.Other);
            var yields = flight.Relation!.RegisteredYields || dossier.Is(DossierState.Root)
                || !DossierAt(older).Is(DossierState.Registered);
            if (flight.Supersedes && yields)
            {
                Supersede(older, dossier.Root, cause);
            }
            else if (flight.Relation.Kind == RelationKind.Updates && yields)
            {
                Update(older, dossier.Root, cause);
            }
        }

        return flight.Relation is { Kind: RelationKind.Corrects };
    }

    /// <summary>A correction is handed on by the clerk as it came.</summary>
    private void PassOnCorrection(int place, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        if (model.AddresseesOf(dossier.Root, body).Length > 0 && dossier.Addressees == 0)
        {
            dossier.State |= DossierState.Relaying;
            Start(Flow.PassOnCorrection, new Slip(place, cause));
        }

        CloseIfDone(place, cause);
    }

    /// <summary>From now on the office goes by other dates and lengths of work.</summary>
    private void Update(int older, int update, uint cause)
    {
        ref var dossier = ref DossierAt(older);
        if (IsWithdrawn(dossier) || dossier.Is(DossierState.Closed))
        {
            return;
        }

        slab.Flights!.PaperOf(body, older).Update = (ushort)(update + 1);
        Write(EntryKind.Updated, older, cause, Entry.Pack(0, Entry.NoItem, 0, model.Roots[update].ShortHash >> 8));
        if (dossier.Addressees > 0 && FollowUpOf(model.Roots[dossier.Root]) is { GraceAfterDue: { } grace } rule
            && dossier.Reminders < Math.Min(rule.AtMost, byte.MaxValue) && NearestDueOf(older) is < int.MaxValue and var due)
        {
            var at = Math.Max(Math.Max(due, now) + grace.Minutes, now + 1);
            slab.Flights.PaperOf(body, older).FollowUpAt = at;
            SetTimer(WakeKind.FollowUp, older, at);
        }
    }

    /// <summary>The next moment of reminding, after one that an update has moved.</summary>
    private readonly void MoveOn(int place, int at)
    {
        ref var paper = ref slab.Flights!.PaperOf(body, place);
        paper.FollowUpAt = paper.FollowUpAt > 0 ? at : 0;
    }

    private readonly CompiledFlight? UpdateOf(int place) =>
        slab.Flights is { } flights && flights.PaperOf(body, place).Update is > 0 and var update
            ? model.Roots[update - 1].Flight
            : null;

    /// <summary>When an assignment is due by the office's own papers.</summary>
    private readonly int DueOf(int place, byte item) =>
        UpdateOf(place) is { } update && update.NewDue[item] >= 0
            ? update.NewDue[item]
            : model.Roots[DossierAt(place).Root].Due[item];

    private readonly Distribution TakesOf(int place, byte item) =>
        UpdateOf(place)?.NewTakes[item] ?? model.Roots[DossierAt(place).Root].Takes[item];

    /// <summary>The nearest due date of the assignments in a paper.</summary>
    private readonly int NearestDueOf(int place)
    {
        var nearest = int.MaxValue;
        for (var content = DossierAt(place).Content; content != 0;)
        {
            nearest = Math.Min(nearest, DueOf(place, Lowest(ref content)));
        }

        return nearest;
    }

    /// <summary>Whether an update has moved the moment of reminding to another.</summary>
    private readonly bool IsMoved(int place)
    {
        var at = slab.Flights!.PaperOf(body, place).FollowUpAt;
        return at > 0 && at != now;
    }

    /// <summary>The sender's answer has come: the paper goes the way of any other.</summary>
    private void TakeClarified(in Message message)
    {
        var place = Find(message.Root);
        var entry = Arrive(message, place);
        ref var dossier = ref DossierAt(place);
        if (!dossier.Is(DossierState.Clarified))
        {
            dossier.State |= DossierState.Clarified;
            BeginHandling(place, entry);
        }
    }
}
