using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// Papers that supersede, replace, update, correct and recall each other, come twice or name each other wrongly,
/// by dice of their own, put on a made-up model.
/// </summary>
internal sealed class GeneratedFlights(Dice dice, Model model)
{
    private static readonly (Step Step, Post By)[] Procedure =
    [
        (Step.RegisterRecall, Post.Clerk), (Step.FileDuplicate, Post.Clerk), (Step.Clarify, Post.Clerk),
        (Step.AnswerClarification, Post.Clerk),
    ];

    public static Model On(Model model, int seed) =>
        new GeneratedFlights(new Dice((ulong)seed ^ 0xF11_6475), model).Make();

    private Model Make()
    {
        if (dice.Falls(0.4))
        {
            return model;
        }

        var directives = model.Directives
            .Select(directive => dice.Falls(0.3) ? directive with { Duplicates = dice.Pick(0.2, 0.7, 1) } : directive)
            .ToList();
        foreach (var older in model.Directives.Take(3))
        {
            if (dice.Falls(0.7))
            {
                directives.Add(Newer(older));
            }
        }

        return model with
        {
            Kinds = [.. model.Kinds.Select(kind => kind with { Steps = [.. kind.Steps, .. Steps()] })],
            Directives = directives,
            Recalls =
            [
                .. model.Directives.Where(_ => dice.Falls(0.3)).Select(directive => new Recall
                {
                    Directive = directive.Id,
                    At = directive.Issued + new TickSpan(dice.Between(1, 9000)),
                    RegisteredYields = dice.Falls(0.7),
                    FinishesWork = dice.Falls(0.4),
                }),
            ],
        };
    }

    private IEnumerable<StepRule> Steps()
    {
        foreach (var (step, by) in Procedure)
        {
            if (dice.Falls(0.6))
            {
                yield return Sketch.Takes(step, dice.Falls(0.8) ? by : null, new GeneratedKinds(dice).Law());
            }
        }
    }

    private Directive Newer(Directive older)
    {
        var kind = (RelationKind)dice.Between(1, 5);
        var isChange = kind is RelationKind.Updates or RelationKind.Corrects;
        var relation = new PaperRelation
        {
            Kind = kind,
            Directive = older.Id,
            RegisteredYields = dice.Falls(0.7),
            FinishesWork = dice.Falls(0.4),
            Mistyped = dice.Pick(0, 0.2, 0.6),
            Clarifies = dice.Falls(0.4),
            Changes = kind == RelationKind.Updates ? [.. Changes(older)] : [],
        };
        return older with
        {
            Id = $"{older.Id}-{kind}",
            Issued = older.Issued + new TickSpan(dice.Between(0, 6000)),
            Assignments = isChange ? [] : older.Assignments,
            Relation = relation,
            Duplicates = dice.Falls(0.2) ? 0.5 : 0,
            Periodic = null,
        };
    }

    private IEnumerable<AssignmentChange> Changes(Directive older)
    {
        foreach (var assignment in older.Assignments)
        {
            if (dice.Falls(0.6))
            {
                yield return new AssignmentChange(
                    assignment.Id, dice.Falls(0.7) ? older.Issued + new TickSpan(dice.Between(100, 20_000)) : null,
                    dice.Falls(0.5) ? Distribution.Constant(dice.Below(900)) : null);
            }
        }
    }
}
