using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// A made-up hierarchy that is restructured in the middle of a run, once or several times, by dice of its own: what does
/// not go together with that is taken out of it first.
/// </summary>
internal static class GeneratedReform
{
    private const int Attempts = 40;

    public static Model Of(int seed)
    {
        var model = Simplified(GeneratedModel.WithoutMechanisms(seed));
        model = seed % 3 == 0 ? GeneratedContent.MixedInto(model, seed) : model;
        model = seed % 4 == 0 ? GeneratedLoad.On(model, (ulong)seed) : model;
        var dice = new Dice((ulong)seed ^ 0x2025_0701UL);
        var interventions = new List<Intervention>();
        for (var attempt = 0; attempt < Attempts && interventions.Count < 3; attempt++)
        {
            var act = new RestructuringAct(Any(model, dice), new TickSpan(dice.Pick(0, 1, 60, 1440, 4000)));
            var next = new Intervention
            {
                Id = $"reform-{interventions.Count}",
                At = new Tick((interventions.Count * 4000) + dice.Between(0, 3999)),
                Acts = [act],
            };
            if (IsPossible(model with { Interventions = [.. interventions, next] }))
            {
                interventions.Add(next);
            }
        }

        interventions.Add(new Intervention
        {
            Id = "urging",
            At = new Tick(dice.Between(0, 12_000)),
            Acts = [new ReminderAct([new Selector()], null)],
        });
        interventions.AddRange(Enumerable.Range(0, 2).Select(place => new Intervention
        {
            Id = $"urging-on-{place}",
            When = GeneratedInterventions.Condition(model, dice),
            Repeats = true,
            Acts = [new ReminderAct([new Selector()], null)],
        }));
        return model with { Interventions = interventions };
    }

    private static bool IsPossible(Model model)
    {
        try
        {
            var compiled = ModelCompiler.Compile(model);
            _ = compiled.Under([.. model.Interventions.Select((each, place) => new InForce(place, each.At!.Value.Value))]);
            return true;
        }
        catch (ModelException)
        {
            return false;
        }
    }

    private static Restructuring Any(Model model, Dice dice) => dice.Falls(0.5)
        ? GeneratedRestructuring.Tier(model, dice)
        : GeneratedRestructuring.Any(model, dice);

    private static Model Simplified(Model model) => model with
    {
        Directives =
        [
            .. model.Directives.Select(directive => directive with
            {
                Periodic = null,
                Flash = null,
                CollectedBy = new Dictionary<string, IReadOnlyList<Selector>>(),
                Relation = null,
                Duplicates = 0,
                Assignments = [.. directive.Assignments.Select(each => each with
                {
                    NeedsApproval = false, Silence = null, PromptReport = false, Inputs = null,
                })],
            }),
        ],
        Recalls = [],
        Kinds =
        [
            .. model.Kinds.Select(kind => kind with
            {
                Questions = null,
                FollowUp = kind.FollowUp is { } rule ? rule with { Escalate = null } : null,
                Clerk = kind.Clerk with { Multitasking = 1, Absences = null, Away = [] },
                Leadership = kind.Leadership with { Multitasking = 1, Absences = null, Away = [] },
                Staff = kind.Staff with { Multitasking = 1, Absences = null, Away = [] },
            }),
        ],
    };
}
