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
