using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Organisation;

/// <summary>Reads the hours of a step, and of a post who has how much in hand, is away and acts for whom.</summary>
internal sealed class DeskReader(Draft draft)
{
    /// <summary>A step with the hours at which it is taken up.</summary>
    public StepRule WithHours(MapNode map, StepRule rule)
    {
        int[] at = [.. map["at"].Scalars().Select(hour => HoursText.HourOf(hour.Text)).OfType<int>()];
        if (at.Length > 0 && rule.By is null)
        {
            draft.Problems.Error(
                map["at"]!.Place, "Nobody does this step, so that nobody waits for an hour.",
                "Say who does it, or leave 'at' out.");
            at = [];
        }
        else if (at.Length > 0 && rule.SameServer)
        {
            draft.Problems.Error(
                map["at"]!.Place, "Whoever did the step before goes straight on, and waits for no hour.",
                "Leave out 'at' or 'same-server'.");
            at = [];
        }

        int from = OfficeFormat.Urgencies.ToList().IndexOf(map.Text("at-once-from") ?? "urgent");
        return rule with { At = at, AtOnceFrom = from < 0 ? null : (Urgency)from };
    }

    /// <summary>A post with its desks.</summary>
    public Resource WithDesk(MapNode? map, Resource post)
    {
        int deputies = map.Whole("deputies") ?? 0;
        if (post.Heads + deputies > Resource.MostHeads)
        {
            draft.Problems.Error(
                map.Scalar("deputies")!.Place,
                FormattableString.Invariant(
                    $"{post.Heads} heads and {deputies} deputies are more than {Resource.MostHeads} together."));
            deputies = 0;
        }

        int nominalDay = draft.NominalDay(post.Calendar);
        var after = SpanText.Parse(map.Text("deputies-after") ?? "", SpanUnits.Working).Amount;
        return post with
        {
            Multitasking = Math.Clamp(map.Whole("multitasking") ?? 1, 1, Resource.MostPapers),
            Absences = map.Map("absences") is { } absences ? AbsencesOf(absences, nominalDay) : null,
            Away = [.. map.Items("away").Select(spell => SpellOf(spell, post.Heads)).OfType<AwaySpell>()],
            Deputies = deputies,
            DeputiesAfter = new TickSpan(after?.WholeMinutes(nominalDay) ?? 0),
        };
    }

    private AbsenceRule? AbsencesOf(MapNode map, int nominalDay)
    {
        double share = map.Probability("share");
        if (share >= 1)
        {
            draft.Problems.Error(
                map.Scalar("share")!.Place, "Whoever is away all the time is no head of the post.",
                "Write a share below 100%.");
        }

        var lasts = map.WorkingLaw("lasts", nominalDay);
        if (lasts is not null && !(lasts.Mean >= 1 && lasts.Mean <= Distribution.LongestMinutes))
        {
            draft.Problems.Error(
                map.Scalar("lasts")!.Place, "An absence must last a minute at least in the mean, and not for ever.");
            return null;
        }

        return lasts is not null && share is > 0 and < 1 ? new AbsenceRule { Share = share, Lasts = lasts } : null;
    }

    private AwaySpell? SpellOf(Node node, int heads)
    {
        var map = node as MapNode;
        var (from, to) = node is ListNode { Items: [ScalarNode first, ScalarNode last] }
            ? (first, last)
            : (map.Scalar("from"), map.Scalar("to"));
        if (from is null || to is null || !CivilTime.TryParse(from.Text, out var begins)
            || CalendarReader.EndOf(to.Text) is not { } ends)
        {
            return null;
        }

        int who = map.Whole("who") ?? 0;
        string? problem =
            begins >= ends ? $"Somebody is back before he is away: {from.Text} to {to.Text}."
            : !CalendarCoverage.IsNear(begins, draft) || !CalendarCoverage.IsNear(ends, draft)
                ? $"The absence from {from.Text} to {to.Text} lies centuries away from the scenario."
            : who >= heads ? FormattableString.Invariant(
                $"There is no person {who} in a post of {heads}: they are counted from 0.")
            : null;
        if (problem is not null)
        {
            draft.Problems.Error(node.Place, problem);
            return null;
        }

        return new AwaySpell(who, draft.Axis.ToTick(begins), draft.Axis.ToTick(ends));
    }
}
