using Simulator.Kernel.Chance;
using Simulator.Kernel.Organisation;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Organisation;

/// <summary>Reads the ways that papers travel.</summary>
internal static class ChannelReader
{
    /// <summary>Reads them all into the draft.</summary>
    public static void ReadInto(Draft draft)
    {
        foreach (var (id, value) in draft.Root.Entries("channels"))
        {
            if (value is MapNode map)
            {
                draft.Channels[id.Text] = CarriageReader.With(draft, map, new Channel
                {
                    Id = id.Text,
                    Delay = Law(map, "delay") ?? Distribution.Constant(1),
                    ReportDelay = Law(map, "report-delay"),
                    ReminderDelay = Law(map, "reminder-delay"),
                    Loss = map.Probability("loss"),
                });
            }
        }
    }

    private static Distribution? Law(MapNode map, string key) =>
        DistributionText.Parse(map.Text(key) ?? "", SpanUnits.Elapsed).Form?.In(0).Distribution;
}
