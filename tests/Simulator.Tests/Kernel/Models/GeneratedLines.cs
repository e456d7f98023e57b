using Simulator.Kernel.Compilation;
using Simulator.Kernel.Organisation;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// What comes of several lines of command put on a made-up hierarchy by dice of its own: second routes that are taken
/// for new directives, unless their papers would be too many.
/// </summary>
internal static class GeneratedLines
{
    public static Model On(Model model, ulong seed)
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
