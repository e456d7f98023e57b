using Simulator.Kernel.Conduct;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Organisation;

/// <summary>Reads when a superior turns to the level above.</summary>
internal static class SupervisionReader
{
    /// <summary>The rule; <c>null</c>: never.</summary>
    /// <param name="followUp">The rule of following up of which it is a part.</param>
    /// <param name="draft">The draft.</param>
    public static EscalationRule? EscalationOf(MapNode followUp, Draft draft)
    {
        if (followUp.Map("escalate") is not { } map || map.Whole("after-reminders") is not { } reminders)
        {
            return null;
        }

        var most = followUp.Whole("at-most") ?? 1;
        if (reminders > most)
        {
            draft.Problems.Error(map.Scalar("after-reminders")!.Place,
                $"There are never {reminders} reminders, but {most} at most, so that nobody turns to the level above.",
                $"Write at-most: {reminders} or more, beside 'escalate', or after-reminders: {most}.");
            return null;
        }

        if ((map.Elapsed("after") ?? followUp.Elapsed("again")) is not { } after)
        {
            draft.Problems.Error(map.Place, "It is not said how long after the last reminder the level above is told.",
                "Write after: 5d, or another length of time.");
            return null;
        }

        return new EscalationRule
        {
            AfterReminders = Math.Clamp(reminders, 1, byte.MaxValue),
            After = after,
            Levels = map.Whole("to") == 2 ? 2 : 1,
        };
    }
}
