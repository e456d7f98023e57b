using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Office;

/// <summary>
/// Whose file a dossier is, and whom it therefore concerns: a file that was taken over is gone on with for those whom the
/// dissolved body addressed, by the assignments that were its own, and with its draws.
/// </summary>
internal ref partial struct OfficeRound
{
    /// <summary>Whose file a dossier is, and in which organisation it was relayed.</summary>
    private readonly Takeover KnownOf(int place) => slab.Takeovers is { } table ? table.Of(body, place) : Takeover.None;

    /// <summary>The same, for one of the body's own with the body itself.</summary>
    private readonly Takeover OriginOf(int place)
    {
        var known = KnownOf(place);
        ref readonly var dossier = ref DossierAt(place);
        return known.For >= 0 ? known
            : known with
            {
                For = body,
                Route = dossier.Route,
                Structure = dossier.Addressees > 0 ? known.Structure : model.Organisation!.LivedUntil(body),
            };
    }

    /// <summary>By whose draws a dossier is worked off: those of the body whose it was first.</summary>
    private readonly ulong DrawnAs(int place) =>
        !isOrdinary && KnownOf(place).For is >= 0 and var first ? model.Facts[first].Hash : facts.Hash;

    /// <summary>To whom the paper of a dossier is relayed, or was.</summary>
    private readonly ReadOnlySpan<int> AddresseesAt(int place)
    {
        ref readonly var dossier = ref DossierAt(place);
        if (isOrdinary || slab.Takeovers is null)
        {
            return model.AddresseesOf(dossier.Root, body);
        }

        var known = KnownOf(place);
        return known.For >= 0 ? model.In(known.Structure).AddresseesOf(dossier.Root, known.For)
            : dossier.Addressees > 0 ? model.In(known.Structure).AddresseesOf(dossier.Root, body)
            : model.AddresseesOf(dossier.Root, body);
    }

    /// <summary>The model whose words say who of the addressees is told what.</summary>
    private readonly CompiledModel AddressedIn(int place) => KnownOf(place) is { For: >= 0 } known ? model.In(known.Structure) : model;

    /// <summary>Those whose reports on a dossier are waited for, by the places that reports bring back.</summary>
    private readonly ReadOnlySpan<int> ReportersAt(int place) =>
        slab.Takeovers is null ? ReportersOf(DossierAt(place).Root) : AddresseesAt(place);

    /// <summary>Who gets a copy of the paper of a dossier for information; of one that was mistaken for new, nobody again.</summary>
    private readonly ReadOnlySpan<int> CopiesAt(int place)
    {
        ref readonly var dossier = ref DossierAt(place);
        var known = KnownOf(place);
        return known.For >= 0 ? AddressedIn(place).CopiesOf(dossier.Root, known.For)
            : dossier.Route == 0 || !slab.KeepsRoutesApart ? model.CopiesOf(dossier.Root, body)
            : [];
    }

    /// <summary>The assignments in a paper that are the body's own to carry out, or were the dissolved body's.</summary>
    private readonly uint OwnAt(int place)
    {
        ref readonly var dossier = ref DossierAt(place);
        var known = KnownOf(place);
        var audience = known.For < 0 ? model.Roots[dossier.Root].OwnByAudience[facts.Audience]
            : OwnBefore(model.In(known.Structure), dossier.Root, known.For);
        return dossier.Content & audience;
    }

    private static uint OwnBefore(CompiledModel before, int root, int who) =>
        before.Roots[root].OwnByAudience[before.Facts[who].Audience];

    /// <summary>The relay goes to those who are there now, unless it is for a dissolved body.</summary>
    private readonly void NoteOrganisation(int place)
    {
        if (slab.Takeovers is { } table && model.Organisation is { } organisation && table.Of(body, place).For < 0)
        {
            table.Set(body, place, table.Of(body, place) with { Structure = (byte)organisation.Number });
        }
    }
}
