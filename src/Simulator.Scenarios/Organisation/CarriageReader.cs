using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Organisation;

/// <summary>Reads what a channel does beside taking its time: when papers leave, how often it is tried, whom it finds.</summary>
internal static class CarriageReader
{
    /// <summary>The channel with all that.</summary>
    public static Channel With(Draft draft, MapNode map, Channel channel)
    {
        var retries = map.Map("retries");
        return channel with
        {
            Fails = map.Probability("fails"),
            RetriesAfter = Span(retries, "after") ?? channel.RetriesAfter,
            MostRetries = Math.Clamp(retries.Whole("at-most") ?? channel.MostRetries, 0, Channel.LargestRetries),
            Leaves = LeavesOf(draft, map),
            Absent = map.Probability("absent"),
            AbsentAfter = Span(map, "absent-after"),
            NeedsClerk = map.Text("reaches") == "clerk",
            Unseen = map.Probability("unseen"),
            NoticedAfter = Span(map, "noticed-after"),
            Unsent = map.Probability("unsent"),
            Acknowledgement = map.Map("acknowledgement") is { } rule ? AcknowledgedBy(rule) : null,
            Duplicates = map.Probability("duplicates"),
        };
    }

    private static AcknowledgementRule AcknowledgedBy(MapNode map) => new()
    {
        Within = Span(map, "within"),
        Resends = map.Text("resend") == "false" ? 0
            : Math.Clamp(map.Whole("at-most") ?? 1, 1, AcknowledgementRule.MostResends),
    };

    private static DepartureRule? LeavesOf(Draft draft, MapNode map)
    {
        var (leaves, meets) = (map.Map("leaves"), map.Map("meets"));
        if (leaves is not null && meets is not null)
        {
            draft.Problems.Error(
                meets.Place, "Papers leave at hours of collection or at a meeting, and here at both.",
                "Keep 'leaves' or 'meets', or write none for the other.");
            return null;
        }

        return leaves is not null ? AtHours(draft, leaves, null) : meets is not null ? AtMeetings(draft, meets) : null;
    }

    private static DepartureRule? AtMeetings(Draft draft, MapNode meets)
    {
        int day = CalendarFormat.Days.ToList().IndexOf(meets.Text("every") ?? "");
        if (meets["times"] is { } times)
        {
            if (meets["every"] is not null || meets["at"] is not null)
            {
                draft.Problems.Error(
                    times.Place, "A meeting is held every week or at single times, and here both is said.",
                    "Keep 'times', or 'every' and 'at'.");
                return null;
            }

            List<CivilTime> moments = [];
            foreach (var node in times.Scalars())
            {
                if (CivilTime.TryParse(node.Text, out var moment) && CalendarCoverage.IsNear(moment, draft))
                {
                    moments.Add(moment);
                }
                else if (CivilTime.TryParse(node.Text, out _))
                {
                    draft.Problems.Error(node.Place, $"The meeting of {node.Text} lies centuries away from the scenario.");
                }
            }

            return moments.Count == 0 ? null : new DepartureRule { Moments = moments };
        }

        if (meets["every"] is null || meets["at"] is null)
        {
            draft.Problems.Error(
                meets.Place, "Nothing says when the meeting is held.",
                "Write { every: mon, at: \"08:00\" }, or { times: [2021-05-10T08:00] }.");
            return null;
        }

        return day < 0 ? null : AtHours(draft, meets, (DayOfWeek)((day + 1) % 7));
    }

    private static DepartureRule? AtHours(Draft draft, MapNode map, DayOfWeek? day)
    {
        int[] at = [.. map["at"].Scalars().Select(hour => HoursText.HourOf(hour.Text)).OfType<int>()];
        return at.Length == 0 ? null : new DepartureRule
        {
            At = at,
            Day = day,
            Calendar = draft.Known(map.Scalar("on"), "calendar", draft.NamesOf("calendars")),
        };
    }

    private static TickSpan? Span(MapNode? map, string key) =>
        SpanText.Parse(map.Text(key) ?? "", SpanUnits.Elapsed).Amount is { } amount ? new TickSpan(amount.WholeMinutes(0)) : null;
}
