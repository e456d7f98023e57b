using Simulator.Kernel.Compilation;
using Simulator.Kernel.Organisation;

namespace Simulator.Tests.Kernel.Models;

/// <summary>A made-up organisation after a made-up restructuring, where the dice want one and it makes sense.</summary>
internal static class GeneratedRestructuring
{
    public static Model Of(Model model, int seed)
    {
        var dice = new Dice((ulong)seed ^ 0x4E57_2025);
        return dice.Falls(0.3) ? After(model, Any(model, dice)) : model;
    }

    /// <summary>The model after a change, or as it was where that makes no sense.</summary>
    public static Model After(Model model, Restructuring change)
    {
        try
        {
            return Reorganisation.Of(model, change).Model;
        }
        catch (ModelException)
        {
            return model;
        }
    }

    public static TierRemoval Tier(Model model, Dice dice) => new()
    {
        Bodies = dice.Falls(0.5)
            ? new Selector { Level = model.Levels[^Math.Min(2, model.Levels.Count)] }
            : new Selector { Kind = model.Kinds[dice.Between(0, model.Kinds.Count - 1)].Id },
        Below = dice.Falls(0.2) ? Anybody(model, dice) : null,
        Staff = dice.Pick(HeadsRule.Lost, HeadsRule.ToSubordinates, HeadsRule.ToSuperior),
        DutiesToSubordinates = dice.Falls(0.5),
    };

    public static Restructuring Any(Model model, Dice dice) => dice.Below(3) switch
    {
        0 => Tier(model, dice),
        1 => new Merger
        {
            Bodies = [Named(Anybody(model, dice)), Named(Anybody(model, dice))],
            Into = Anybody(model, dice),
            Staff = dice.Pick(HeadsRule.Lost, HeadsRule.ToSuccessor),
        },
        _ => new Relocation { Bodies = [Named(Anybody(model, dice))], Under = Anybody(model, dice) },
    };

    private static Selector Named(string id) => new() { Named = id };

    private static string Anybody(Model model, Dice dice) => model.Bodies[dice.Below(model.Bodies.Count)].Id;
}
