using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Models;

/// <summary>Made-up directives on a hierarchy: addressees, assignments, due dates, cut-offs, pinned relays.</summary>
internal sealed class GeneratedDirectives(Dice dice, IReadOnlyList<Body> bodies, int depth)
{
    /// <summary>Now and then a flood: many directives at one moment.</summary>
    private readonly bool _flood = dice.Falls(0.15);

    public IEnumerable<Directive> Make() => Make(_flood ? 30 : dice.Between(1, 5));

    private IEnumerable<Directive> Make(int count) => Enumerable.Range(0, count).Select(Issue);

    public IEnumerable<PinnedPaper> Pinned(IReadOnlyList<Directive> directives)
    {
        if (!dice.Falls(0.4))
        {
            yield break;
        }

        foreach (var body in dice.Shuffled(bodies.Skip(1)).Take(3))
        {
            yield return new PinnedPaper(dice.Pick([.. directives]).Id, body.Id, new Tick(dice.Below(9000)));
        }
    }

    private Directive Issue(int place) => new()
    {
        Id = $"d/{place}",
        From = dice.Falls(0.8) ? "b/0" : dice.Pick([.. bodies]).Id,
        Issued = new Tick(_flood ? 700 : dice.Below(6000)),
        Urgency = dice.Pick(Urgency.Routine, Urgency.Routine, Urgency.Urgent, Urgency.Express),
        To = dice.Below(3) switch
        {
            0 => [Selector.Subordinates, new Selector { Level = Level(1) }],
            1 => [new Selector { Level = Level(1) }, Selector.Subordinates, new Selector { Led = true }],
            _ => [Selector.Subordinates],
        },
        Assignments = [.. Enumerable.Range(0, dice.Below(4)).Select(Assign)],
        Relays = dice.Falls(0.3)
            ? [new RelayRule([Selector.Subordinates], [Selector.Subordinates, new Selector { Kind = Kind() }])]
            : [],
        CutOffAfter = ByLevel(0.4, _ => TickSpan.FromDays(dice.Between(1, 30))),
        CutOffAt = ByLevel(0.1, _ => new Tick(dice.Between(1000, 40_000))),
        FollowUp = ByLevel(0.2, _ => new FollowUpRule { AfterIssue = TickSpan.FromDays(dice.Between(1, 5)) }),
    };

    private Assignment Assign(int place) => new()
    {
        Id = $"a/{place}",
        By = [Who()],
        With = dice.Falls(0.2) ? [Who()] : [],
        Takes = new GeneratedKinds(dice).Law(),
        Due = dice.Falls(0.5) ? new Tick(dice.Between(2000, 40_000)) : null,
        NeedsApproval = dice.Falls(0.25),
        PromptReport = dice.Falls(0.25),
    };

    private Selector Who() => dice.Below(6) switch
    {
        0 => new Selector { Level = Level(0) },
        1 => new Selector { Named = dice.Pick([.. bodies]).Id },
        2 => new Selector { Line = "party" },
        3 => new Selector { Kind = Kind() },
        _ => Selector.EachAddressee,
    };

    private string Level(int from) => $"level-{dice.Between(from, depth)}";

    private string Kind() => $"state-{dice.Between(1, depth)}";

    private Dictionary<string, T> ByLevel<T>(double probability, Func<int, T> rule) =>
        Enumerable.Range(0, depth + 1)
            .Where(_ => dice.Falls(probability))
            .ToDictionary(level => $"level-{level}", rule);
}
