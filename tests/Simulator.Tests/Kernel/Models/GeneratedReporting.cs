using Simulator.Kernel.Conduct;
using Simulator.Kernel.Organisation;

namespace Simulator.Tests.Kernel.Models;

/// <summary>Figures that are not what their sender knows, by dice of their own, put on a made-up model.</summary>
internal static class GeneratedReporting
{
    public static Model AddTo(Model model, ulong seed)
    {
        var dice = new Dice(seed ^ 0x4E90_47ED);
        return dice.Falls(0.5)
            ? model
            : model with { Kinds = [.. model.Kinds.Select(kind => kind with { Reporting = Rule(dice) })] };
    }

    private static ReportingRule? Rule(Dice dice) => dice.Falls(0.3) ? null : new ReportingRule
    {
        Inflates = dice.Pick(0, 0.2, 0.5, 1),
        Errs = dice.Pick(0, 0.3, 1),
        ErrorSize = dice.Pick(0, 0.2, 1),
    };
}
