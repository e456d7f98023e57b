using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Organisation;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// What comes of several lines of command put on a made-up hierarchy by dice of its own: second routes that are taken
/// for new directives, unless their papers would be too many, and instructions that exclude each other.
/// </summary>
internal static class GeneratedLines
{
    public static Model On(Model model, ulong seed) => Conflicting(Mistaking(model, seed), seed);

    /// <summary>Assignments of different directives that exclude each other, and kinds that choose.</summary>
    private static Model Conflicting(Model model, ulong seed)
    {
        var dice = new Dice(seed ^ 0xC0_4F11_C750UL);
        var free = model.Directives.Where(each => each.Relation is null && each.Duplicates <= 0 && each.Assignments.Count > 0
            && model.Directives.All(other => other.Relation?.Directive != each.Id)
            && model.Recalls.All(recall => recall.Directive != each.Id)).ToList();
        if (!dice.Falls(0.5) || free.Count < 2)
        {
            return model;
        }

        return model with
        {
            Kinds =
            [
                .. model.Kinds.Select(kind => kind with
                {
                    OnConflict = dice.Falls(0.8) ? Rule(dice) : null,
                    RulesFor = dice.Falls(0.6) ? Rule(dice) : null,
                }).Select(kind => MayWait(model, kind) && dice.Falls(0.5)
                    ? kind with { OnConflict = new ConflictRule { Obeys = ConflictChoice.Wait } }
                    : kind),
            ],
            Directives =
            [
                .. model.Directives.Select(directive => !free.Contains(directive) ? directive : directive with
                {
                    Assignments =
                    [
                        .. directive.Assignments.Select(duty => dice.Pick([.. free]) is var other && other.Id != directive.Id
                            ? duty with { ConflictsWith = [new(other.Id, dice.Pick([.. other.Assignments]).Id)] }
                            : duty),
                    ],
                }),
            ],
        };
    }

    /// <summary>Nobody waits who stands under nobody, nor where the organisation changes.</summary>
    private static bool MayWait(Model model, BodyKind kind) =>
        model.Bodies.All(body => body.Kind != kind.Id || body.Under.Count > 0 || body.Dissolved is not null)
        && !model.Interventions.Any(each => each.Acts.Any(act => act is RestructuringAct));

    private static ConflictRule Rule(Dice dice)
    {
        var choice = dice.Pick(ConflictChoice.Nearer, ConflictChoice.Line, ConflictChoice.First, ConflictChoice.Newest);
        return new ConflictRule { Obeys = choice, Line = choice == ConflictChoice.Line ? "party" : null };
    }

    private static Model Mistaking(Model model, ulong seed)
    {
        var dice = new Dice(seed ^ 0x11_4E5_0CC0UL);
        if (!dice.Falls(0.6))
        {
            return model;
        }

        var mistaken = model with
        {
            Kinds = [.. model.Kinds.Select(kind => kind with
            {
                Conduct = kind.Conduct with { RecognisesSecondRoute = dice.Pick(1, 0.7, 0.3, 0) },
            })],
        };
        try
        {
            _ = ModelCompiler.Compile(mistaken);
            return mistaken;
        }
        catch (ModelException tooMany) when (tooMany.Message.Contains("second route", StringComparison.Ordinal))
        {
            return model;
        }
    }
}
