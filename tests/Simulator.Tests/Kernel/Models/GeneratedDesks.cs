using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// Puts desks into a made-up model, by dice of its own: hours at which papers are taken up together,
/// people who are away and deputies who act for them, people who have several papers in hand.
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
        Clerk = Seated(kind.Clerk),
        Leadership = Seated(kind.Leadership),
        Staff = Seated(kind.Staff),
        Steps = _dice.Falls(0.3) ? [.. kind.Steps.Select(Batched)] : kind.Steps,
    };

    private Resource Seated(Resource post) =>
        Rostered(post) with { Multitasking = _dice.Falls(0.2) ? _dice.Between(2, 4) : 1 };

    private Resource Rostered(Resource post) => !_dice.Falls(0.15) ? post : post with
    {
        Absences = _dice.Falls(0.7)
            ? new AbsenceRule { Share = _dice.Pick(0.05, 0.2, 0.6), Lasts = Distribution.Lognormal(_dice.Between(200, 3000), 0.8) }
            : null,
        Away = [.. Enumerable.Range(0, _dice.Below(3)).Select(_ => Spell())],
        Deputies = _dice.Pick(0, 1, 1, 2),
        DeputiesAfter = new TickSpan(_dice.Pick(0, 0, 30, 500)),
    };

    private AwaySpell Spell()
    {
        var from = _dice.Between(-500, 12_000);
        return new AwaySpell(_dice.Below(3), new Tick(from), new Tick(from + _dice.Between(1, 5000)));
    }

    private StepRule Batched(StepRule rule) => rule.By is null || rule.SameServer || !_dice.Falls(0.3)
        ? rule
        : rule with
        {
            At = [.. Enumerable.Range(0, _dice.Between(1, 3)).Select(_ => _dice.Between(400, 1200))],
            AtOnceFrom = _dice.Pick<Urgency?>(null, Urgency.Urgent, Urgency.Express),
        };
}
