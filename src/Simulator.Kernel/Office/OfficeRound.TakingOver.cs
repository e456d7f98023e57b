using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>
/// The files of dissolved bodies in the hands of whoever takes them over. Each stays a file of its own: it is registered
/// here and gone on with where it lay, for those whom the dissolved body addressed.
/// </summary>
internal ref partial struct OfficeRound
{
    private const byte NewestTakenOver = 255;

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

    /// <summary>The first dossier of a root that is the body's own, or -1.</summary>
    private readonly int FindOwn(int root) => FindFile(root, -1, 0);

    private readonly int FindFile(int root, int who, byte route)
    {
        var roots = slab.RootsOf(body)[..slot.Dossiers];
        for (var place = 0; place < roots.Length; place++)
        {
            if (roots[place] == root && slab.Takeovers!.Of(body, place) is var known && known.For == who
                && (who < 0 || known.Route == route))
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Phase 2: a file, or a letter about one, comes from a body that is dissolved.</summary>
    private bool TakeFromDissolved(in Message message)
    {
        if (message.Class == PaperClass.HandedFile)
        {
            if (OpenFile(message, out var file, out var came))
            {
                Start(Flow.TakeFile, new Slip(file, came));
            }

            return true;
        }

        if (message.Class != PaperClass.SentOn)
        {
            return false;
        }

        var paper = (PaperClass)message.Item;
        var place = paper == PaperClass.InformationCopy ? OpenCopy(message)
            : FindFor(message) is >= 0 and var known ? known
            : OpenFileOf(message.Root, (int)message.Content, message.Route);
        var entry = Arrive(message, place);
        var slip = new Slip(place, entry, Tag: message.Tag, Counted: message.Counted, Complied: message.Complied);
        switch (paper)
        {
            case PaperClass.Report:
                Start(Flow.TakeReport, slip with { Counterpart = AddresseesAt(place)[message.Tag] });
                break;
            case PaperClass.Reminder:
                Start(Flow.TakeReminder, slip with { Counterpart = SenderOf(place, message), Again = (ushort)message.Counted });
                break;
            case PaperClass.Inspection:
                Start(Flow.TakeInspection, slip with { Counterpart = SenderOf(place, message) });
                break;
            default:
                Start(Flow.TakeCopy, slip with { Counterpart = message.From });
                break;
        }

        return true;
    }

    private readonly int SenderOf(int place, in Message message) =>
        DossierAt(place).Issuer is >= 0 and var issuer ? issuer : message.From;

    /// <summary>Takes in one paper of a file; whether it was the last, and the file is there.</summary>
    private bool OpenFile(in Message message, out int place, out uint arrived)
    {
        (place, arrived) = (-1, 0);
        words = message.Tag == 0 ? [] : words!;
        HandedFile.Take(words, message);
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words);
        if (all.Length < HandedFile.Fixed || all.Length < HandedFile.WordsFor(new HandedFile(all).Dossier.Addressees))
        {
            return false;
        }

        var file = new HandedFile(all);
        var origin = file.Origin;
        place = FindFile(message.Root, origin.For, origin.Route);
        place = place >= 0 ? place : OpenFileOf(message.Root, origin.For, origin.Route);
        slab.Takeovers!.Set(body, place, origin);
        slab.SenderRouteAt(body, place) = file.SenderRoute;
        ref var dossier = ref DossierAt(place);
        var (route, heard) = (dossier.Route, dossier.State & (DossierState.Reminded | DossierState.Inspected));
        dossier = file.Dossier;
        (dossier.Root, dossier.Route) = (message.Root, route);
        dossier.State |= heard | DossierState.NotTakenUp;
        dossier.IssuerHash = dossier.Issuer < 0 ? 0 : model.Facts[dossier.Issuer].Hash;
        if (kind.Content is not null)
        {
            slab.ContentAt(body, place) = file.Content;
        }

        if (dossier.Addressees > 64)
        {
            dossier.Reported = (ulong)slab.NewBits(dossier.Addressees);
        }

        for (var word = 0; word < (dossier.Addressees + 63) / 64; word++)
        {
            WordOf(ref dossier, word * 64) = file.Reported(word);
        }

        var first = model.Facts[origin.For].Hash;
        arrived = dossier.Anchor = Write(
            EntryKind.Arrived, place, model.Facts[message.From].Hash, message.Cause,
            Entry.Pack((byte)PaperClass.HandedFile, (byte)dossier.Urgency, (uint)(first >> 40), (uint)(first >> 16 & 0xFF_FFFF)),
            Step.None, message.Sent, CompiledStep.Nobody);
        return true;
    }

    /// <summary>Opens the file of a dissolved body. Its routes are numbered from the other end.</summary>
    private int OpenFileOf(int root, int who, byte route)
    {
        var takenOver = 0;
        var roots = slab.RootsOf(body)[..slot.Dossiers];
        for (var place = 0; place < roots.Length; place++)
        {
            takenOver += roots[place] == root && KnownOf(place).For >= 0 ? 1 : 0;
        }

        if (takenOver + Routes(root) > NewestTakenOver)
        {
            throw new RunException(
                $"'{model.Bodies[body].Id}' has more than 255 files of '{model.Roots[root].Source.Id}', some taken over, which "
                + "cannot be kept apart.");
        }

        var opened = Open(root, (byte)(NewestTakenOver - takenOver));
        slab.Takeovers!.Set(body, opened, new Takeover(who, route, model.Organisation!.LivedUntil(who)));
        return opened;
    }

    /// <summary>The file is registered here: what was not done is begun, and what was in hand is begun again.</summary>
    private void GoOnWith(int place, uint cause)
    {
        ref var dossier = ref DossierAt(place);
        dossier.Anchor = cause;
        dossier.State &= ~DossierState.NotTakenUp;
        var root = model.Roots[dossier.Root];
        if (dossier.Is(DossierState.FiledAgain))
        {
            if (!dossier.Is(DossierState.Filed))
            {
                FileAgain(place, cause);
            }

            return;
        }

        if (!dossier.Is(DossierState.Handled))
        {
            Start(Flow.TakeUp, new Slip(place, cause));
            return;
        }

        if (dossier.Is(DossierState.Closed))
        {
            if (!dossier.Is(DossierState.Root) && !dossier.Is(DossierState.ReportSent))
            {
                Start(Flow.Report, new Slip(place, cause));
            }

            return;
        }

        if (dossier.Is(DossierState.Relaying))
        {
            Start(Flow.Relay, new Slip(place, cause));
        }

        var begun = dossier.Open & ~dossier.Stalled;
        if (dossier.Is(DossierState.Inspected))
        {
            GetAllGoing(place, cause);
        }
        else if (dossier.Is(DossierState.Reminded))
        {
            GetGoing(place, dossier.Stalled & dossier.Open, dossier.State & DossierState.RelayAside, cause);
        }

        while (begun != 0)
        {
            CarryOut(place, Lowest(ref begun), cause);
        }

        SetFollowUp(place, root);
        SetFixedCutOff(place, root);
        if (dossier.Addressees > 0)
        {
            SetCutOff(place, root);
        }

        CloseIfDone(place, cause);
    }
}
