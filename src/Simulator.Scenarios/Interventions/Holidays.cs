using Simulator.Kernel.Interventions;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Interventions;

/// <summary>Refuses holidays that lie before the intervention that gives them, or before anybody looks at its condition.</summary>
internal static class Holidays
{
    /// <summary>Reports one at its first day.</summary>
    /// <param name="map">The intervention.</param>
    /// <param name="begins">When it begins, or since when its condition is looked at.</param>
    /// <param name="draft">The draft.</param>
    public static void Check(MapNode map, Tick begins, Draft draft)
    {
        if (!draft.KnowsTime || map.Map("holiday").Scalar("first") is not { } first
            || !CivilDate.TryParse(first.Text, out var date))
        {
            return;
        }

        var moment = draft.Axis.ToCivil(begins);
        if (date < moment.Date)
        {
            draft.Problems.Error(
                first.Place, $"The holiday begins on {date}, and nobody knows of it before {moment}.",
                $"Let it begin on {moment.Date} or later, or let the intervention begin sooner.");
        }
    }
}
