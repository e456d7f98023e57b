using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Directives;

/// <summary>Reads the root directives.</summary>
internal sealed class DirectiveReader(
    Draft draft, Addressing addressing, Moments moments, IReadOnlyDictionary<string, Body> bodies)
{
    /// <summary>All of them, in the order declared.</summary>
    public IReadOnlyList<Directive> ReadAll()
    {
        var directives = new List<Directive>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in draft.Root.Maps("directives"))
        {
            if (map.Scalar("id") is { } id && !ids.Add(id.Text))
            {
                draft.Problems.Error(id.Place, $"There is a directive {id.Description} already.",
                    "Ids are there once.");
            }

            directives.Add(Read(map));
        }

        return directives;
    }

    private Directive Read(MapNode map)
    {
        var from = addressing.Body(map.Scalar("from")) is { } id ? bodies[id] : null;
        var issued = moments.Issue(map.Scalar("issued"));
        var begins = map.Text("issued") == DirectiveFormat.ByIntervention ? Tick.Never : Tick.Start;
        var to = addressing.Read(map["to"], from?.Id);
        if (to.Count == 0 && map["to"] is ListNode { Items.Count: 0 } nobody)
        {
            draft.Problems.Warning(nobody.Place, "The directive is addressed to nobody.");
        }

        var coordination = new CoordinationReader(draft, addressing);
        var (after, at) = CutOffs(map.Map("report"));
        return new Directive
        {
            Id = map.Text("id") ?? "",
            Series = Repetition.SeriesOf(map),
            Symbol = map.Text("symbol"),
            Title = Draft.TextOf(map["title"]),
            From = from?.Id ?? "",
            Issued = issued ?? begins,
            Urgency = (Urgency)Math.Max(0, OfficeFormat.Urgencies.ToList()
                .IndexOf(map.Text("urgency") ?? "routine")),
            To = to,
            Assignments = new AssignmentReader(draft, addressing, moments).Read(map, from, to, issued),
            Relays = [.. map.Maps("relays").Select(relay => Relay(relay, from?.Id))],
            CutOffAfter = after,
            CutOffAt = at,
            Periodic = new ReportDutyReader(draft).Periodic(map.Map("report").Map("periodic"), issued),
            Flash = new ReportDutyReader(draft).Flash(map.Map("report").Map("flash")),
            CollectedBy = coordination.Collectors(map.Map("report")),
            Copies = coordination.Copies(map, from?.Id),
            FollowUp = FollowUp(map.Map("follow-up")),
        };
    }

    private RelayRule Relay(MapNode map, string? from)
    {
        var by = addressing.Read(map["by"], from);
        var to = SelectorReader.Read(map["to"], draft);
        var issuers = from is null ? [] : by.SelectMany(each => addressing.Roster.Issuers(each, from))
            .Take(100).ToList();
        foreach (var (selector, node) in to)
        {
            bool isKnown = addressing.CheckBody(selector, node);
            if (isKnown && issuers.Count > 0
                && issuers.All(issuer => addressing.Roster.Kinds(selector, issuer.Id) is { Count: 0 }))
            {
                addressing.Nobody(node, issuers[0].Id);
            }
        }

        return new RelayRule(by, [.. to.Select(each => each.Selector)]);
    }

    private (Dictionary<string, TickSpan> After, Dictionary<string, Tick> At) CutOffs(MapNode? report)
    {
        var after = new Dictionary<string, TickSpan>(StringComparer.Ordinal);
        var at = new Dictionary<string, Tick>(StringComparer.Ordinal);
        foreach (var (level, node) in ByLevel(report?["cut-off"]))
        {
            if (node is not ScalarNode scalar)
            {
                continue;
            }

            if (SpanText.Parse(scalar.Text, SpanUnits.Elapsed).Amount is { } span)
            {
                after[level] = new TickSpan(span.WholeMinutes(0));
            }
            else if (CalendarReader.EndOf(scalar.Text) is { } time && moments.TickOf(time, node) is { } tick)
            {
                at[level] = tick;
            }
        }

        return (after, at);
    }

    private Dictionary<string, FollowUpRule> FollowUp(MapNode? map)
    {
        var rules = new Dictionary<string, FollowUpRule>(StringComparer.Ordinal);
        if (map is not null && FollowUpShape.IsForAll(map))
        {
            var rule = ConductReader.FollowUpOf(map, draft);
            foreach (string level in draft.Levels)
            {
                rules[level] = rule;
            }
        }
        else
        {
            foreach (var (level, node) in ByLevel(map).Where(each => each.Node is MapNode))
            {
                rules[level] = ConductReader.FollowUpOf((MapNode)node, draft);
            }
        }

        return rules;
    }

    /// <summary>The values by level; a single one is every level's.</summary>
    private IEnumerable<(string Level, Node Node)> ByLevel(Node? node)
    {
        if (node is MapNode map)
        {
            return map.Entries
                .Where(entry => draft.Known(entry.Key, "level", draft.Levels) is not null)
                .Select(entry => (entry.Key.Text, entry.Value));
        }

        return node is null ? [] : draft.Levels.Select(level => (level, node));
    }
}
