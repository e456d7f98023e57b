using Simulator.Kernel.Conduct;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// Events put on a made-up hierarchy, by dice of their own, so that all else in it stays as it was.
/// </summary>
internal sealed class GeneratedConduct(Dice dice, Model model)
{
    public static Model AddTo(Model model, ulong seed) =>
        new GeneratedConduct(new Dice(seed ^ 0xC0_4D0C7UL), model).Make();

    private Model Make() => model with
    {
        Events = dice.Falls(0.3) ? [.. Enumerable.Range(0, dice.Between(1, 4)).Select(Befall)] : [],
    };

    private ExternalEvent Befall(int place) => new()
    {
        Id = dice.Falls(0.5) ? $"d/{place}" : $"e/{place}",
        At = new Tick(dice.Below(30_000)),
        Is = dice.Pick(EventKind.Outbreak, EventKind.Inspection, EventKind.Sanction),
        Bodies = dice.Falls(0.7)
            ? [new Selector { Level = dice.Pick([.. model.Levels]) }, new Selector { Line = "party" }]
            : [new Selector { Named = dice.Pick([.. model.Bodies]).Id }],
    };
}
