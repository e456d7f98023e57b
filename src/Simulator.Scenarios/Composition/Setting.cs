using System.Globalization;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Composition;

/// <summary>
/// One value that a variant or the command line sets, by a path over the keys of a scenario
/// (<c>kinds.x.steps.draft.takes</c>) or from a body or group (<c>communes.clerk</c>).
/// </summary>
/// <param name="path">The path as written.</param>
/// <param name="place">Where it is written.</param>
/// <param name="value">The value or change.</param>
internal sealed class Setting(string path, Place place, Node value)
{
    /// <summary>The parts of the path.</summary>
    public IReadOnlyList<string> Segments { get; } = path.Split('.');

    /// <summary>
    /// Whether it says where members come from, and so must be applied before they are read.
    /// </summary>
    public bool IsOfSource => Segments[^1] is "from" or "id-column" or "name-column" or "name-prefix"
        || Segments.Contains("where");

    /// <summary>Whether the value is a change to the one that is there.</summary>
    public bool IsRelative => Change.IsRelative(value);

    /// <summary>The scenario with the value set; unchanged after a problem was reported.</summary>
    public MapNode ApplyTo(MapNode scenario, ProblemList problems)
    {
        bool isBody = Segments[0] == "bodies" && Segments.Count > 1;
        string[] segments = [.. isBody ? Segments.Skip(1) : Segments];
        if (isBody || ScenarioFormat.Scenario.Find(segments[0]) is null)
        {
            var bodies = scenario.Map("bodies") ?? new MapNode(place, []);
            var changed = new BodySetting(this, segments, isBody).ApplyTo(bodies, scenario, problems);
            return scenario.With(new ScalarNode(place, "bodies"), changed ?? bodies);
        }

        var old = EffectiveValue.At(scenario, segments);
        return Walk(scenario, ScenarioFormat.Scenario, segments, old, problems) as MapNode ?? scenario;
    }

    /// <summary>A node with the value set in it, or <c>null</c> after a problem was reported.</summary>
    /// <param name="node">What is there, if anything.</param>
    /// <param name="shape">What it must look like.</param>
    /// <param name="rest">What is left of the path.</param>
    /// <param name="old">The value that holds at the end of the path, be it inherited.</param>
    /// <param name="problems">Where problems go.</param>
    public Node? Walk(Node? node, Shape shape, string[] rest, Node? old, ProblemList problems)
    {
        if (rest.Length == 0)
        {
            return Change.Apply(node ?? old, shape, value, path, problems);
        }

        return shape switch
        {
            EitherShape either when Inner(either, node) is { } inner =>
                Walk(node, inner, rest, old, problems),
            FollowUpShape followUp => Walk(
                node, followUp.For(node as MapNode ?? new MapNode(place, [])), rest, old, problems),
            RecordShape record => IntoRecord(node as MapNode, record, rest, old, problems),
            MapShape map => IntoMap(node as MapNode, map, rest, old, problems),
            ListShape list => IntoList(node as ListNode, list, rest, old, problems),
            _ => Nowhere(rest[0], rest.Length, [], problems),
        };
    }

    /// <summary>Reports that a part of the path is no name there.</summary>
    /// <param name="segment">The part.</param>
    /// <param name="rest">How many parts of the path begin with it, and are left.</param>
    /// <param name="valid">The names that there are.</param>
    /// <param name="problems">Where problems go.</param>
    public Node? Nowhere(string segment, int rest, IEnumerable<string> valid, ProblemList problems)
    {
        string whole = Segments[^rest];
        int before = Segments.SkipLast(rest).Sum(each => each.Length + 1) + whole.Length - segment.Length;
        string at = before == 0 ? "" : FormattableString.Invariant($" at character {before + 1}");
        problems.Unknown(
            place,
            $"The path '{ScalarNode.Excerpt(path)}' leads nowhere{at}: "
                + $"there is no '{ScalarNode.Excerpt(segment)}'.",
            segment,
            valid,
            "There is nothing to be set there.");
        return null;
    }

    private static Shape? Inner(EitherShape either, Node? node) =>
        node is null or ScalarNode ? either.Map ?? either.List : either.For(node);

    private Node? IntoRecord(MapNode? map, RecordShape record, string[] rest, Node? old,
        ProblemList problems) =>
        record.Find(rest[0]) is { } key
            ? Into(map, key.Shape, rest, old, problems)
            : Nowhere(rest[0], rest.Length, record.Keys.Select(each => each.Name), problems);

    private Node? IntoMap(MapNode? map, MapShape shape, string[] rest, Node? old, ProblemList problems)
    {
        // A date can become a holiday and a body can be added; a slip of the pen is told by its nearest name.
        bool isThere = map?.Find(rest[0]) is not null;
        bool isNew = rest.Length == 1 && (value is MapNode || shape.Value is not RecordShape);
        return isThere || isNew
            ? Into(map, shape.Value, rest, old, problems)
            : Nowhere(rest[0], rest.Length, map?.Keys ?? [], problems);
    }

    private MapNode? Into(MapNode? map, Shape shape, string[] rest, Node? old, ProblemList problems)
    {
        if (Walk(map?[rest[0]], shape, rest[1..], old, problems) is not { } changed)
        {
            return null;
        }

        var key = new ScalarNode(place, rest[0]);
        return map is null ? new MapNode(place, [new Entry(key, changed)]) : map.With(key, changed);
    }

    private Node? IntoList(ListNode? list, ListShape shape, string[] rest, Node? old, ProblemList problems)
    {
        Node[] items = [.. list?.Items ?? []];
        int position = EffectiveValue.Position(items, rest[0]);
        if (position < 0)
        {
            return Nowhere(rest[0], rest.Length, items.Select(item => (item as MapNode).Text("id"))
                .OfType<string>(), problems);
        }

        if (Walk(items[position], shape.Item, rest[1..], old, problems) is not { } changed)
        {
            return null;
        }

        items[position] = changed;
        return new ListNode(list!.Place, items);
    }
}
