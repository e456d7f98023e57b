using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>
/// A second paper of a directive that is not recognised: it is handled as new, relayed again and reported on again,
/// and whoever adds up the reports counts those bodies twice. Each such paper has a dossier of its own, and letters
/// about it must find that one.
/// </summary>
internal ref partial struct OfficeRound
{
    /// <summary>
    /// Whether a second paper, registered, is not seen to be one. What a body has issued itself it knows, and so it
    /// does its own paper that comes back from somebody to whom it relays.
    /// </summary>
    private readonly bool IsTakenForNew(int place)
    {
        ref readonly var dossier = ref DossierAt(place);
        var root = model.Roots[dossier.Root];
        return root.MayBeMistaken && root.Issuer != body
            && !model.AddresseesOf(dossier.Root, body).Contains(dossier.Issuer)
            && chance.Unit(facts.Hash, root.Hash, Purpose.RecogniseRoute, dossier.Route)
                >= model.ConductTable[facts.Conduct].RecognisesSecondRoute;
    }

    /// <summary>From here on the paper is as good as a first one.</summary>
    private void HandleAgain(int place, uint cause)
    {
        DossierAt(place).State &= ~DossierState.FiledAgain;
        Write(EntryKind.TakenForNew, place, cause, 0);
        if (kind.Questions is { Opinion: > 0 })
        {
            AssignOrAsk(place, cause);
        }
        else
        {
            Start(Flow.HandleAgain, new Slip(place, cause));
        }
    }

    /// <summary>
    /// The dossier that a letter is about, where a body may have several of one root: papers that it took for new, files
    /// that it has taken over. What goes up names the route by which the paper left here, what comes down that by which it
    /// came to the sender. A paper that is filed has the first one's.
    /// </summary>
    private readonly int FindFor(in Message message)
    {
        if (message.Class == PaperClass.SentOn)
        {
            return FindFile(message.Root, (int)message.Content, message.Route);
        }

        var first = Find(message.Root);
        var (goesUp, comesDown) = (GoesUp(message.Class), ComesDown(message.Class));
        if (!goesUp && !comesDown)
        {
            return first;
        }

        var roots = slab.RootsOf(body)[..slot.Dossiers];
        for (var place = 0; place < roots.Length; place++)
        {
            ref readonly var dossier = ref DossierAt(place);
            if (roots[place] == message.Root && !dossier.Is(DossierState.FiledAgain)
                && (goesUp
                    ? dossier.Route == message.Route
                    : dossier.Issuer == message.From && slab.SenderRouteAt(body, place) == message.Route
                        && KnownOf(place).For < 0)) // what is for a dissolved body comes by way of it
            {
                return place;
            }
        }

        return first;
    }

    /// <summary>By which route a letter goes: for one that goes up, that of the dossier to which it goes.</summary>
    private readonly byte RouteFor(int place, PaperClass paper) =>
        GoesUp(paper) ? slab.SenderRouteAt(body, place) : DossierAt(place).Route;

    private static bool GoesUp(PaperClass paper) =>
        paper is PaperClass.Report or PaperClass.PromptReport or PaperClass.Question or PaperClass.Escalation;

    private static bool ComesDown(PaperClass paper) =>
        paper is PaperClass.Answer or PaperClass.Reminder or PaperClass.Inspection;
}
