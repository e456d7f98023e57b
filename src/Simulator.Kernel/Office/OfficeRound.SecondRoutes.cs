using Simulator.Kernel.Chance;
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
}
