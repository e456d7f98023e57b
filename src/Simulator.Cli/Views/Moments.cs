using Simulator.Cli.Commands;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Units;

namespace Simulator.Cli.Views;

/// <summary>A moment as a user writes it.</summary>
internal static class Moments
{
    /// <summary>The tick of a civil time, or of a span after the start; the end of the run if not given.</summary>
    internal static int Parse(string? text, TimeAxis axis, int end, string option = "--at")
    {
        if (text is null)
        {
            return end;
        }

        var known = CivilTime.TryParse(text, out var civil)
            ? axis.ToTick(civil).Value
            : ElapsedTime.TryParse(text, out var minutes) ? minutes
            : throw new UsageException(
                $"{option} takes a moment such as {axis.ToCivil(new Tick(end / 2))} or a span after the start such as "
                + $"36h, not '{text}'.");
        return known >= 0 && known <= end
            ? known
            : throw new UsageException(
                $"{option} {text} is not within the run, which lasts from {axis.Start} to {axis.ToCivil(new Tick(end))}.");
    }
}
