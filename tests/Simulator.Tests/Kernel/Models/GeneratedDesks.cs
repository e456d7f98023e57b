using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// Puts desks into a made-up model, by dice of its own: hours at which papers are taken up together.
/// </summary>
internal sealed class GeneratedDesks
{
    private readonly Dice _dice;

    private GeneratedDesks(int seed) => _dice = new Dice((ulong)seed + 60_000);

    public static Model In(Model model, int seed)
    {
        var desks = new GeneratedDesks(seed);
        return model with { Kinds = [.. model.Kinds.Select(desks.Seated)] };
    }

    private BodyKind Seated(BodyKind kind) => kind with
    {
        Steps = _dice.Falls(0.3) ? [.. kind.Steps.Select(Batched)] : kind.Steps,
    };

    private StepRule Batched(StepRule rule) => rule.By is null || rule.SameServer || !_dice.Falls(0.3)
        ? rule
        : rule with
        {
            At = [.. Enumerable.Range(0, _dice.Between(1, 3)).Select(_ => _dice.Between(400, 1200))],
            AtOnceFrom = _dice.Pick<Urgency?>(null, Urgency.Urgent, Urgency.Express),
        };
}
