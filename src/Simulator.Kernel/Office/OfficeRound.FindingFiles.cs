using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;

namespace Simulator.Kernel.Office;

/// <summary>
/// Which dossier a letter is about, where a body may have several of one root: papers that it took for new, and files that
/// it has taken over.
/// </summary>
internal ref partial struct OfficeRound
{
    private const byte NewestTakenOver = 255;

    /// <summary>
    /// The dossier that a letter is about. What goes up names the route by which the paper left here, what comes down that
    /// by which it came to the sender. A paper that is filed has the first one's.
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
}
