using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Directives;

/// <summary>Reads what directives are to older ones, and which are taken back.</summary>
internal sealed class FlightReader(
    Draft draft, Moments moments, AssignmentReader assignments, IReadOnlyDictionary<string, Body> bodies,
    IReadOnlyList<Directive> directives)
{
    private const string None = "none";

    /// <summary>The directives once more, with what they are to older ones.</summary>
    public IReadOnlyList<Directive> Relate()
    {
        var related = directives.Zip(draft.Root.Maps("directives"), (directive, map) => directive with
        {
            Relation = Relation(directive, map),
            Duplicates = map.Probability("duplicates"),
        }).ToList();
        foreach (var (directive, map) in related.Zip(draft.Root.Maps("directives")))
        {
            RefuseCircle(directive, map, related);
        }

        return related;
    }

    /// <summary>The recalls, in the order declared.</summary>
    public IReadOnlyList<Recall> Recalls()
    {
        var recalls = new List<Recall>();
        var recalled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in draft.Root.Maps("recalls"))
        {
            var at = moments.Recalled(map.Scalar("at"));
            if (Known(map.Scalar("directive")) is not { } directive || at is not { } tick)
            {
                continue;
            }

            if (!recalled.Add(directive.Id))
            {
                draft.Problems.Error(map.Place, $"'{directive.Id}' is recalled already.", "A directive is recalled once.");
            }
            else if (tick <= directive.Issued && directive.Issued != Tick.Never)
            {
                draft.Problems.Error(
                    map.Scalar("at")!.Place, $"'{directive.Id}' is issued at {draft.Axis.ToCivil(directive.Issued)}, not before.",
                    "Recall it later.");
            }
            else
            {
                recalls.Add(new Recall
                {
                    Directive = directive.Id,
                    At = tick,
                    RegisteredYields = map.Text("if-registered") == "yields",
                    FinishesWork = map.Text("work-in-hand") == "finishes",
                });
            }
        }

        return recalls;
    }

    private PaperRelation? Relation(Directive directive, MapNode map)
    {
        var said = FlightFormat.Relations.Where(each => map.Text(each.Key) is { } text && text != None).ToList();
        if (said.Count == 0)
        {
            RefuseAlone(map, "mistyped", "There is no reference that could be mistyped.");
            RefuseAlone(map, "unresolved", "There is no reference that might not resolve.");
            RefuseAlone(map, "changes", "There is no directive that they change.");
            return null;
        }

        var (key, kind) = said[0];
        var node = map.Scalar(key)!;
        if (said.Count > 1)
        {
            draft.Problems.Error(
                map.Scalar(said[1].Key)!.Place, $"The directive both {key} and {said[1].Key} another.",
                "It can be one thing to one other directive: keep one of them.");
            return null;
        }

        if (Known(node) is not { } other || !FitsBehind(directive, other, node) || !Changes(kind, directive, map))
        {
            return null;
        }

        return new PaperRelation
        {
            Kind = kind,
            Directive = other.Id,
            RegisteredYields = map.Text("if-registered") is { } word ? word == "yields" : kind == RelationKind.Supersedes,
            FinishesWork = map.Text("work-in-hand") == "finishes",
            Mistyped = map.Probability("mistyped"),
            Clarifies = map.Text("unresolved") == "clarify",
            Changes = [.. map.Maps("changes").Select(change => Change(change, directive, other)).OfType<AssignmentChange>()],
        };
    }

    private Directive? Known(ScalarNode? node) => draft.Known(node, "directive", directives.Select(each => each.Id)) is { } id
        ? directives.First(each => each.Id == id)
        : null;

    private bool FitsBehind(Directive directive, Directive other, ScalarNode node)
    {
        if (directive.Id == other.Id)
        {
            draft.Problems.Error(node.Place, $"'{directive.Id}' refers to itself.", "Name an older directive.");
            return false;
        }

        if (directive.Issued < other.Issued && other.Issued != Tick.Never)
        {
            draft.Problems.Error(
                node.Place, $"'{directive.Id}' is issued before '{other.Id}', to which it refers.",
                "Issue it later, or name an older directive.");
            return false;
        }

        return true;
    }

    /// <summary>Only an update changes, and what changes another asks for nothing itself.</summary>
    private bool Changes(RelationKind kind, Directive directive, MapNode map)
    {
        if (kind != RelationKind.Updates)
        {
            if (map["changes"] is ListNode { Items.Count: > 0 } changes)
            {
                draft.Problems.Error(
                    changes.Place, "Only a directive that updates another changes its assignments.",
                    "Write updates, or leave the changes out.");
            }

            return kind != RelationKind.Corrects || AsksForNothing(directive, map);
        }

        return AsksForNothing(directive, map);
    }

    private bool AsksForNothing(Directive directive, MapNode map)
    {
        if (directive.Assignments.Count > 0)
        {
            draft.Problems.Error(
                map["assignments"]!.Place, $"'{directive.Id}' only changes another directive and has assignments of its own.",
                "Leave them out, or let it supersede the other.");
            return false;
        }

        return true;
    }

    private void RefuseAlone(MapNode map, string key, string what)
    {
        if (map[key] is { } node && node is not ListNode { Items.Count: 0 }
            && !FlightFormat.Relations.Any(each => map[each.Key] is not null))
        {
            draft.Problems.Error(node.Place, what, "Name the older directive with implements, supersedes, updates or the like.");
        }
    }

    private AssignmentChange? Change(MapNode map, Directive directive, Directive other)
    {
        if (draft.Known(map.Scalar("assignment"), "assignment", other.Assignments.Select(each => each.Id)) is not { } id)
        {
            return null;
        }

        var from = bodies.GetValueOrDefault(directive.From);
        var assignment = other.Assignments.First(each => each.Id == id);
        return new AssignmentChange(
            id,
            moments.Due(
                map.Scalar("due"), directive.Issued == Tick.Never ? null : directive.Issued,
                from is null ? null : draft.Kinds[from.Kind]),
            map.Scalar("takes") is { } takes
                ? assignments.Takes(takes, assignment.By, other.To, bodies.GetValueOrDefault(other.From))
                : null);
    }

    private void RefuseCircle(Directive directive, MapNode map, List<Directive> related)
    {
        var (next, steps) = (directive.Relation?.Directive, 0);
        while (next is not null && next != directive.Id && steps++ < related.Count)
        {
            next = related.First(each => each.Id == next).Relation?.Directive;
        }

        if (next == directive.Id)
        {
            draft.Problems.Error(map.Place, $"'{directive.Id}' refers, through others, to itself.", "One of them must be the oldest.");
        }
    }
}
