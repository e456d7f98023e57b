using Simulator.Kernel.Conduct;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Organisation;

/// <summary>Reads how bodies behave, how diligent they are and how they follow up.</summary>
internal static class ConductReader
{
    /// <summary>How a body behaves; <c>null</c> if nothing is said.</summary>
    public static ConductRule? ConductOf(MapNode? map, Draft draft)
    {
        if (map is null)
        {
            return null;
        }

        var plain = Shares(map, new ConductShares());
        var relay = map.Map("relay");
        return new ConductRule
        {
            Stall = plain.Stall,
            Ignore = plain.Ignore,
            Partly = plain.Partly,
            OnRequest = map.Map("on-request") is { } request ? Shares(request, plain) : null,
            From = map.Map("from") is { } from ? FromLines(from, plain, draft) : [],
            Relay = relay is null ? null : new RelayConduct
            {
                Stall = relay.Probability("stall"),
                Ignore = relay.Probability("ignore"),
            },
            Heeds = Share(map, "heeds", 1),
            HeedsFromAbove = Share(map, "heeds-from-above", 1),
        };
    }

    /// <summary>How diligent bodies are; <c>null</c> if nothing is said.</summary>
    /// <param name="map">What is said.</param>
    /// <param name="kind">What holds where it says nothing; <c>null</c>: nothing does.</param>
    /// <param name="draft">The draft.</param>
    public static DiligenceRule? DiligenceOf(MapNode? map, DiligenceRule? kind, Draft draft)
    {
        if (map is null)
        {
            return null;
        }

        if ((map.Elapsed("half-life") ?? kind?.HalfLife) is not { } halfLife)
        {
            draft.Problems.Error(map.Place, "It is not said how fast diligence slackens.",
                "Write half-life: 21d, or another length of time.");
            return null;
        }

        var lifts = map.Map("lifts");
        var others = kind?.Lifts ?? new DiligenceLifts();
        return new DiligenceRule
        {
            Start = Share(map, "start", kind?.Start ?? 1),
            Floor = Share(map, "floor", kind?.Floor ?? 0),
            HalfLife = halfLife,
            Lifts = new DiligenceLifts
            {
                Directive = Share(lifts, "directive", others.Directive),
                Reminder = Share(lifts, "reminder", others.Reminder),
                Inspection = Share(lifts, "inspection", others.Inspection),
                Sanction = Share(lifts, "sanction", others.Sanction),
                Outbreak = Share(lifts, "outbreak", others.Outbreak),
                RemindSanction = ShareOrNone(lifts, "remind-sanction") ?? others.RemindSanction,
                Reprimand = ShareOrNone(lifts, "reprimand") ?? others.Reprimand,
                Discipline = ShareOrNone(lifts, "discipline") ?? others.Discipline,
            },
        };
    }

    /// <summary>How a superior follows up.</summary>
    public static FollowUpRule FollowUpOf(MapNode map, Draft draft)
    {
        var (again, atMost) = (map.Scalar("again"), map.Scalar("at-most"));
        if (again is not null && atMost is null)
        {
            draft.Problems.Error(again.Place, "It is not said how many reminders there are at most.",
                "Write at-most: 3, or another number, beside 'again'.");
        }
        else if (again is null && map.Whole("at-most") > 1)
        {
            draft.Problems.Error(atMost!.Place, "It is not said when a reminder is followed by the next.",
                "Write again: 5d, or another length of time, beside 'at-most'.");
        }

        return new FollowUpRule
        {
            GraceAfterDue = map.Elapsed("after-due"),
            AfterIssue = map.Elapsed("after-issue"),
            Again = map.Elapsed("again"),
            AtMost = Math.Clamp(map.Whole("at-most") ?? 1, 1, byte.MaxValue),
            Escalate = SupervisionReader.EscalationOf(map, draft),
            InspectAfter = map.Elapsed("inspect-after"),
            InspectsAll = map.Text("inspects") == "all",
            InspectsShare = ShareOrNone(map.Map("inspects"), "share"),
            Sanctions = map.IsTrue("sanctions") || map.Text("sanctions") == SupervisionFormat.Rising,
            SanctionsRise = map.Text("sanctions") == SupervisionFormat.Rising,
        };
    }

    private static IReadOnlyList<LineConduct> FromLines(MapNode from, ConductShares plain, Draft draft) =>
    [
        .. from.Entries
            .Where(entry => draft.Known(entry.Key, "line", draft.Lines) is not null)
            .Select(entry => FromLine(entry.Key.Text, entry.Value as MapNode, plain)),
    ];

    private static LineConduct FromLine(string line, MapNode? map, ConductShares plain)
    {
        var shares = Shares(map, plain);
        return new LineConduct
        {
            Line = line,
            Shares = shares,
            OnRequest = map.Map("on-request") is { } request ? Shares(request, shares) : null,
        };
    }

    private static ConductShares Shares(MapNode? map, ConductShares otherwise) => new()
    {
        Stall = Share(map, "stall", otherwise.Stall),
        Ignore = Share(map, "ignore", otherwise.Ignore),
        Partly = Share(map, "partly", otherwise.Partly),
    };

    private static double Share(MapNode? map, string key, double otherwise) => ShareOrNone(map, key) ?? otherwise;

    private static double? ShareOrNone(MapNode? map, string key) =>
        map.Text(key) is { } text ? NumberText.Lift(text).Lift : null;
}
