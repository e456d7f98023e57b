using System.Globalization;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Composition;
using Simulator.Scenarios.Directives;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Interventions;

/// <summary>Reads what the director does, and holds it against what there is.</summary>
internal sealed class InterventionReader(
    Draft draft, Addressing addressing, Moments moments, IReadOnlyList<Directive> directives,
    RestructuringReader restructuring)
{
    private static readonly string[] _readOnce =
    [
        "format", "scenario", "title", "variant", "start", "until", "utc-offset", "seed", "goals", "observed", "interventions",
        "levels", "lines", "terms", "warm-up", "cool-down",
    ];

    private readonly ConditionReader conditions = new(draft, addressing, directives);

    /// <summary>The interventions, in the order declared.</summary>
    public IReadOnlyList<Intervention> ReadAll()
    {
        var interventions = new List<Intervention>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in draft.Root.Maps("interventions"))
        {
            if (map.Scalar("id") is { } id && !ids.Add(id.Text))
            {
                draft.Problems.Error(id.Place, $"There is an intervention {id.Description} already.", "Ids are there once.");
            }

            interventions.Add(Read(map));
        }

        var contradictions = new Contradictions(draft);
        contradictions.Check();
        if (!draft.IsSetByIntervention)
        {
            CheckIssued();
        }

        return interventions;
    }

    private Intervention Read(MapNode map)
    {
        var (at, when) = (map.Scalar("at"), map.Scalar("when"));
        var acts = Acts(map).ToList();
        if (at is not null && when is not null)
        {
            draft.Problems.Error(when.Place, "It begins at a moment or on a condition, not on both.", "Leave out 'at' or 'when'.");
        }

        if (map.Scalar("from") is { } since && when is null)
        {
            draft.Problems.Error(since.Place, "Only a condition is looked at from a moment on.", "Give it a 'when', or write 'at'.");
        }

        if (map.Scalar("repeat") is { } repeat && repeat.Text == "true" && when is null)
        {
            draft.Problems.Error(repeat.Place, "Only a condition can come to hold again.", "Give it a 'when', or leave out 'repeat'.");
        }

        if (acts.Count == 0 && !draft.Problems.HasErrors)
        {
            draft.Problems.Error(
                map.Place, "The intervention does nothing.",
                $"Give it one of {string.Join(", ", Format.InterventionFormat.Acts)}.");
        }

        if (map.Scalar("for") is { } lasting && acts.Count > 0
            && (acts.All(act => act is ReminderAct or InspectionAct) || acts.Any(act => act is DirectiveAct)))
        {
            draft.Problems.Error(
                lasting.Place, "What is sent cannot be for a time: it is not called back.",
                "Leave out 'for', or give what is changed for a time an intervention of its own.");
        }

        CheckRestructuring(map, acts);
        var begins = when is null ? Beginning(at) : (Tick?)null;
        var watched = map.Scalar("from") is { } from ? Beginning(from) : Tick.Start;
        Holidays.Check(map, begins ?? watched, draft);
        return new Intervention
        {
            Id = map.Text("id") ?? "",
            Title = Draft.TextOf(map["title"]),
            At = begins,
            When = when is null ? null : conditions.Read(when),
            From = watched,
            Repeats = map.Text("repeat") == "true",
            For = map.Elapsed("for"),
            Acts = acts,
        };
    }

    /// <summary>An organisation that is gone does not come back.</summary>
    private void CheckRestructuring(MapNode map, List<Act> acts)
    {
        var restructures = acts.Any(act => act is RestructuringAct);
        if (restructures && (map.Scalar("for") ?? map.Scalar("repeat")) is { Text: not "false" } lasting)
        {
            draft.Problems.Error(
                lasting.Place, "A restructuring is for good, and comes once.",
                "Leave out 'for' and 'repeat', or write one that undoes it.");
        }

        var dissolves = acts.Any(act => act is RestructuringAct { Change: not Relocation });
        if (!dissolves && map.Scalar("hand-over") is { } handOver && !draft.Problems.HasErrors)
        {
            draft.Problems.Error(
                handOver.Place, "Nobody is dissolved, so that nothing is handed over.", "Leave it out, or write remove-tier or merge.");
        }
    }

    private Tick Beginning(ScalarNode? at)
    {
        if (at is null)
        {
            return Tick.Start;
        }

        if (Format.Scalars.LooksLikeDate(at.Text))
        {
            return moments.Begins(at) ?? Tick.Start;
        }

        int minutes = SpanText.Parse(at.Text, SpanUnits.Elapsed).Amount?.WholeMinutes(0) ?? 0;
        if (draft.KnowsTime && minutes > draft.Until.Minutes)
        {
            draft.Problems.Error(
                at.Place, $"It begins {at.Text} after the start, and the scenario is over by then.",
                "Let it begin sooner, or change 'until'.");
        }

        return new Tick(minutes);
    }

    private IEnumerable<Act> Acts(MapNode map)
    {
        foreach (var posts in Maps(map["posts"]))
        {
            var of = Bodies(posts["of"]);
            foreach (var (post, by) in Numbers(posts))
            {
                yield return new StaffAct(of, post, by);
            }
        }

        foreach (var absent in Maps(map["absent"]))
        {
            var of = Bodies(absent["of"]);
            foreach (var (post, people) in Numbers(absent))
            {
                yield return new AbsenceAct(of, post, people);
            }
        }

        if (map["close"] is { } closed)
        {
            yield return new ClosingAct(Bodies(closed));
        }

        foreach (var outage in Maps(map["outage"]))
        {
            yield return new OutageAct(
                draft.Known(outage.Scalar("channel"), "channel", draft.Channels.Keys) ?? "", outage.Text("papers") == "lost");
        }

        if (map["holiday"] is { } holiday)
        {
            yield return HolidayOf(holiday as MapNode);
        }

        foreach (var entry in map.Entries("set"))
        {
            CheckSettable(entry.Key);
            yield return new SettingAct(entry.Key.Text, ResolvedText.Inline(entry.Value));
        }

        if (map.Scalar("issue") is { } issue)
        {
            yield return new DirectiveAct(Directive(issue) ?? "");
        }

        foreach (var remind in Maps(map["remind"]))
        {
            yield return new ReminderAct(Bodies(remind["by"]), Directive(remind.Scalar("about")));
        }

        foreach (var inspect in Maps(map["inspect"]))
        {
            yield return new InspectionAct(
                Bodies(inspect["bodies"]), Directive(inspect.Scalar("about")), inspect.Text("sanctions") == "true");
        }

        var handOver = new TickSpan(SpanText.Parse(map.Text("hand-over") ?? "1d", SpanUnits.Elapsed).Amount?.WholeMinutes(0) ?? 0);
        foreach (var (change, _) in restructuring.ChangesIn(map))
        {
            yield return new RestructuringAct(change, handOver);
        }
    }

    /// <summary>What is read once, before the first minute, cannot be set in the middle of a run.</summary>
    private void CheckSettable(ScalarNode path)
    {
        string[] segments = path.Text.Split('.');
        bool isMoment = segments is ["directives", _, "issued"] or ["events", _, "at"];
        if (isMoment || _readOnce.Contains(segments[0]))
        {
            draft.Problems.Error(
                path.Place, $"'{ScalarNode.Excerpt(path.Text)}' is read before the first minute, so that to set it later does nothing.",
                isMoment ? "Let an intervention issue the directive: 'issued: by intervention' there, 'issue' here."
                    : "Set it in a variant.");
        }
    }

    private static IEnumerable<MapNode> Maps(Node? node) => node switch
    {
        MapNode map => [map],
        ListNode list => list.Items.OfType<MapNode>(),
        _ => [],
    };

    private static IEnumerable<(Post Post, int Number)> Numbers(MapNode map)
    {
        foreach (var post in Enum.GetValues<Post>())
        {
            if (int.TryParse(
                map.Text(post.ToString().ToLowerInvariant()), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
                out int number) && number != 0)
            {
                yield return (post, number);
            }
        }
    }

    private HolidayAct HolidayOf(MapNode? map)
    {
        var first = CivilDate.TryParse(map.Text("first") ?? "", out var date) ? date : (CivilDate?)null;
        string?[] calendars = [.. map?["calendars"].Scalars().Select(name => draft.Known(name, "calendar", draft.Calendars.Keys)) ?? []];
        return new HolidayAct(
            [.. calendars.OfType<string>()], first,
            int.TryParse(map.Text("days"), NumberStyles.None, CultureInfo.InvariantCulture, out int days) ? days : 1);
    }

    private string? Directive(ScalarNode? name) => draft.Known(name, "directive", directives.Select(each => each.Id));

    private List<Selector> Bodies(Node? node)
    {
        var chosen = new List<Selector>();
        foreach (var (selector, each) in SelectorReader.Read(node, draft))
        {
            if (selector.Direct || selector.Led)
            {
                draft.Problems.Error(
                    each.Place, "An intervention has no issuer, so that nobody is directly below it or led by it.",
                    "Say by level, kind, line or id whom it concerns; all means everybody.");
            }
            else if (addressing.CheckBody(selector, each))
            {
                conditions.CheckMeets(selector, each);
                chosen.Add(selector);
            }
        }

        return chosen;
    }

    /// <summary>A directive that waits for an intervention is issued by exactly one, and by that once.</summary>
    private void CheckIssued()
    {
        var issues = draft.Root.Maps("interventions").Where(map => map.Scalar("issue") is not null)
            .ToLookup(map => map.Text("issue"));
        foreach (var map in draft.Root.Maps("directives"))
        {
            var waits = map.Text("issued") == Format.DirectiveFormat.ByIntervention;
            var by = issues[map.Text("id")].ToList();
            if (waits && by.Count == 0)
            {
                draft.Problems.Error(
                    map.Scalar("issued")!.Place, "No intervention issues this directive.",
                    $"Give one 'issue: {map.Text("id")}', or write when it is issued.");
            }
            else if (!waits && by.Count > 0)
            {
                draft.Problems.Error(
                    by[0].Scalar("issue")!.Place, $"'{map.Text("id")}' is issued at a moment of its own.",
                    $"Write 'issued: {Format.DirectiveFormat.ByIntervention}' there.");
            }
            else if (by.Count > 1 || by.Any(each => each.Text("repeat") == "true"))
            {
                draft.Problems.Error(by[^1].Scalar("issue")!.Place, "A directive is issued once.", "Declare another directive.");
            }
        }
    }
}
