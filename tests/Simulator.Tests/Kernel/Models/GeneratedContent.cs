using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// Content that changes on its way, mixed into a made-up model by dice of its own: shares of every sort, copied
/// texts, weak and vague assignments, local ones.
/// </summary>
internal sealed class GeneratedContent
{
    private readonly Dice _dice;
    private readonly Model _model;

    private GeneratedContent(Model model, int seed)
    {
        _model = model;
        _dice = new Dice((ulong)seed + 13_000);
    }

    public static Model MixedInto(Model model, int seed)
    {
        var content = new GeneratedContent(model, seed);
        return content._dice.Falls(0.6) ? content.Mix() : model;
    }

    private Model Mix() => _model with
    {
        Kinds = [.. _model.Kinds.Select(Mix)],
        Directives = [.. _model.Directives.Select(Mix)],
    };

    private BodyKind Mix(BodyKind kind) => kind with
    {
        Relay = _dice.Falls(0.2) ? RelayForm.CopiedText : kind.Relay,
        Content = _dice.Falls(0.2) ? null : new ContentRule
        {
            Loses = Share(0.25),
            Fades = Share(0.3),
            Distorts = Share(0.25),
            Adds = _dice.Pick(0, 0.5, 1),
            Concretises = _dice.Pick(0, 0.5, 1),
            LosesAttachment = Share(0.4),
            VagueDone = _dice.Pick(0, 0.5, 1),
        },
    };

    private Directive Mix(Directive directive)
    {
        var assignments = directive.Assignments.Select(duty => duty with
        {
            Strength = _dice.Falls(0.3) ? _dice.Unit() : 1,
            IsVague = _dice.Falls(0.3),
        });
        return directive with
        {
            Assignments = _dice.Falls(0.8) ? [.. assignments, Local()] : [.. assignments],
        };
    }

    private Assignment Local() => Sketch.Duty("local", _dice.Between(1, 300)) with
    {
        By = [_dice.Falls(0.7) ? Selector.EachAddressee : Level()],
        AddedBy = [_dice.Falls(0.7) ? Selector.EachAddressee : Level()],
        PromptReport = _dice.Falls(0.2),
        NeedsApproval = _dice.Falls(0.2),
    };

    private Selector Level() => new() { Level = _dice.Pick([.. _model.Levels]) };

    private double Share(double most) => _dice.Falls(0.4) ? 0 : _dice.Unit() * most;
}
