using Simulator.Kernel.Chance;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;

namespace Simulator.Tests.Kernel.Models;

/// <summary>The other papers of the day, and attention that is left to chance, for a made-up hierarchy.</summary>
internal sealed class GeneratedLoad
{
    private readonly Dice _dice;
    private readonly bool _isLoaded;

    private GeneratedLoad(ulong seed)
    {
        _dice = new Dice(seed ^ 0x10AD);
        _isLoaded = _dice.Falls(0.4);
    }

    public static Model On(Model model, ulong seed)
    {
        var load = new GeneratedLoad(seed);
        return model with { Kinds = [.. model.Kinds.Select(load.Burden)] };
    }

    private BodyKind Burden(BodyKind kind) => kind with
    {
        Load = _isLoaded && _dice.Falls(0.6) ? Load() : null,
        Clerk = Distracted(kind.Clerk),
        Leadership = Distracted(kind.Leadership),
        Staff = Distracted(kind.Staff),
    };

    private LoadRule Load() => new()
    {
        Incoming = _dice.Pick(0, 1, 4, 0.3),
        Outgoing = _dice.Pick(0, 0.5, 2),
        Times = _dice.Pick(1, 1, 2.5),
        Settles = _dice.Falls(0.7) ? new GeneratedKinds(_dice).Law() : null,
        Drafts = _dice.Falls(0.3) ? Distribution.Constant(0) : null,
        Urgent = _dice.Pick(0, 0.2),
        Backlog = _dice.Pick(0, 0, 5),
    };

    private Resource Distracted(Resource resource) => _dice.Falls(0.2)
        ? resource with { Attention = Attention.Random }
        : _dice.Falls(0.2)
            ? resource with
            {
                Attention = Attention.PriorityList,
                List = new PriorityList { Length = _dice.Pick<int?>(null, 2, 5), Follows = _dice.Pick(1, 0.9, 0.5) },
            }
            : resource;
}
