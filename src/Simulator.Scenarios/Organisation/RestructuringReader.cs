using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Scenarios.Directives;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Organisation;

/// <summary>
/// Reads what is changed in the organisation and changes it, when everything else has been read: papers are
/// addressed in words of the organisation as declared.
/// </summary>
internal sealed class RestructuringReader(Draft draft, Addressing addressing)
{
    private int _dissolved;
    private int _lost;
    private int _crowded;

    /// <summary>What the changes came to, for people; nothing where nobody was dissolved.</summary>
    public Text Remark => _dissolved == 0 ? Text.None : new Text(
        FormattableString.Invariant($"{_dissolved:N0} cơ quan kết thúc hoạt động, {_lost:N0} người không được bố trí")
            + (_crowded == 0 ? "" : FormattableString.Invariant($" ({_crowded:N0} vì nơi nhận không còn chỗ)")),
        FormattableString.Invariant($"Restructured: {_dissolved:N0} dissolved, {_lost:N0} people lost")
            + (_crowded == 0 ? "" : FormattableString.Invariant($" ({_crowded:N0} because their new posts were full)")));

    /// <summary>The model after all changes; as it was if there are errors.</summary>
    public Model Apply(Model model)
    {
        foreach (var (change, place) in Changes())
        {
            if (draft.Problems.HasErrors)
            {
                break;
            }

            model = Applied(model, change, place);
        }

        return model;
    }

    /// <summary>The changes that the keys of a map name, in their order.</summary>
    public IEnumerable<(Restructuring Change, Place Place)> ChangesIn(MapNode item)
    {
        foreach (var (key, value) in item.Entries)
        {
            IEnumerable<Node> all = value is ListNode list ? list.Items : [value];
            foreach (var map in all.OfType<MapNode>())
            {
                if (Change(key.Text, map) is { } change)
                {
                    yield return (change, map.Place);
                }
            }
        }
    }

    private Model Applied(Model model, Restructuring change, Place place)
    {
        try
        {
            var after = Reorganisation.Of(model, change);
            _dissolved += after.Dissolved.Count;
            _lost += after.Lost;
            _crowded += after.Crowded;
            return after.Model;
        }
        catch (ModelException refused)
        {
            draft.Problems.Error(place, refused.Message);
            return model;
        }
    }

    private List<(Restructuring Change, Place Place)> Changes()
    {
        var changes = new List<(Restructuring, Place)>();
        foreach (var item in draft.Root.Maps("restructuring"))
        {
            if (item.Entries.Count != 1)
            {
                draft.Problems.Error(item.Place, "Each restructuring is one change.",
                    "Write remove-tier, merge and move as items of their own, in the order in which they are made.");
            }

            changes.AddRange(ChangesIn(item));
        }

        return changes;
    }

    private Restructuring? Change(string key, MapNode map) => key switch
    {
        "remove-tier" => TierRemoval(map),
        "merge" => new Merger
        {
            Bodies = Bodies(map),
            Into = addressing.Body(map.Scalar("into")) ?? "",
            Staff = Rule(map, RestructuringFormat.MergerStaff),
        },
        "move" => new Relocation
        {
            Bodies = Bodies(map),
            Under = addressing.Body(map.Scalar("under")) ?? "",
            Line = draft.Known(map.Scalar("line"), "line", draft.Lines),
        },
        _ => null,
    };

    private TierRemoval TierRemoval(MapNode map)
    {
        if (map["level"] is null && map["kind"] is null)
        {
            draft.Problems.Error(map.Place, "It is not said which tier is removed.", "Give its level or its kind.");
        }

        return new TierRemoval
        {
            Bodies = new Selector
            {
                Level = draft.Known(map.Scalar("level"), "level", draft.Levels),
                Kind = draft.Known(map.Scalar("kind"), "kind", draft.NamesOf("kinds")),
            },
            Below = addressing.Body(map.Scalar("of")),
            Staff = Rule(map, RestructuringFormat.TierStaff),
            DutiesToSubordinates = map.Text("duties") == "to-subordinates",
        };
    }

    private static HeadsRule Rule(MapNode map, IReadOnlyList<(string Name, HeadsRule Rule)> rules) =>
        rules.FirstOrDefault(rule => rule.Name == map.Text("staff"), rules[0]).Rule;

    private List<Selector> Bodies(MapNode map)
    {
        var selectors = new List<Selector>();
        foreach (var (selector, node) in SelectorReader.Read(map["bodies"], draft))
        {
            if (selector.Direct || selector.Led)
            {
                draft.Problems.Error(
                    node.Place,
                    "A restructuring has no issuer, so that nobody is directly below it or led by it.",
                    "Say by level, kind, line or id who is meant.");
            }
            else if (addressing.CheckBody(selector, node))
            {
                selectors.Add(selector);
            }
        }

        return selectors;
    }
}
