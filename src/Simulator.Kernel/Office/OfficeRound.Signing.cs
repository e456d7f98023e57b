using Simulator.Kernel.Chance;

namespace Simulator.Kernel.Office;

/// <summary>Who signs an implementing document that is ready to be signed.</summary>
internal ref partial struct OfficeRound
{
    private void Present(int place, uint cause)
    {
        var rule = kind.Signing!.Rule;
        ref readonly var dossier = ref DossierAt(place);
        var root = model.Roots[dossier.Root].Hash;
        var flow = dossier.Urgency <= rule.UpTo
                && chance.Unit(facts.Hash, root, Purpose.SignByOrder, 0) < rule.ByOrder
            ? Flow.SignByOrder
            : ThereAre((int)Post.Leadership) == 0
                && chance.Unit(facts.Hash, root, Purpose.SignByAuthorisation, 0) < rule.ByAuthorisation
            ? Flow.SignByAuthorisation
            : Flow.Sign;
        Start(flow, new Slip(place, cause));
    }
}
