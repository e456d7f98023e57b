using Simulator.Scenarios.Format;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Composition;

/// <summary>
/// A setting whose path begins with a body, a member of a group (<c>communes/7</c>), the key of several
/// bodies or a group that they name. What is set for several is set for each of them, also for those
/// that have a value of their own.
/// </summary>
internal sealed class BodySetting(Setting setting, string[] segments, bool mayAdd)
{
    private readonly string[] _rest = segments[1..];

    /// <summary>The bodies with the value set, or <c>null</c> after a problem was reported.</summary>
    public MapNode? ApplyTo(MapNode bodies, MapNode scenario, ProblemList problems)
    {
        string id = segments[0];
        int slash = id.IndexOf('/', StringComparison.Ordinal);
        string key = slash < 0 ? id : id[..slash];
        if (bodies.Map(key) is { } entry)
        {
            var changed = slash < 0
                ? Several(entry, scenario, problems)
                : OneMember(entry, id[(slash + 1)..], scenario, problems);
            return changed is null ? null : bodies.With(bodies.Find(key)!.Value.Key, changed);
        }

        if (mayAdd && _rest.Length == 0)
        {
            return setting.Walk(bodies, new MapShape("id", Ids.BodyProblem, ScenarioFormat.Body), segments,
                null, problems)
                as MapNode;
        }

        return InGroup(bodies, id, scenario, problems);
    }

    private MapNode? Several(MapNode entry, MapNode scenario, ProblemList problems)
    {
        var old = EffectiveValue.OfBody(scenario, entry, _rest);
        if (old is null && setting.IsRelative && scenario.Map("kinds").Map(entry.Text("kind") ?? "") is null)
        {
            // The unknown kind is the mistake, and it is told elsewhere.
            return null;
        }

        if (setting.Walk(entry, ScenarioFormat.Body, _rest, old, problems) is not MapNode changed)
        {
            return null;
        }

        if (_rest.Length == 0 || ScenarioFormat.Member.Find(_rest[0]) is null
            || entry.Map("members") is not { } members)
        {
            return changed;
        }

        var each = members.Entries.Select(member =>
            member.Value is MapNode own && own.Find(_rest[0]) is not null
            ? new Entry(member.Key, setting.Walk(own, ScenarioFormat.Member, _rest, old, problems) ?? own)
            : member);
        return changed.With(entry.Find("members")!.Value.Key, new MapNode(members.Place, [.. each]));
    }

    private Node? OneMember(MapNode entry, string key, MapNode scenario, ProblemList problems)
    {
        var members = entry.Map("members");
        bool isNumbered = entry["count"] is not null || entry["names"] is not null;
        if (members?.Find(key) is null && !isNumbered)
        {
            return setting.Nowhere(key, segments.Length, members?.Keys ?? [], problems);
        }

        var old = EffectiveValue.OfBody(scenario, entry, _rest);
        var changed = setting.Walk(
            members.Map(key) ?? new MapNode(entry.Place, []), ScenarioFormat.Member, _rest, old, problems);
        if (changed is null)
        {
            return null;
        }

        var name = new ScalarNode(changed.Place, key);
        var all = members?.With(name, changed) ?? new MapNode(entry.Place, [new Entry(name, changed)]);
        return entry.With(new ScalarNode(entry.Place, "members"), all);
    }

    private MapNode? InGroup(MapNode bodies, string group, MapNode scenario, ProblemList problems)
    {
        bool isGroup = false;
        var entries = new List<Entry>(bodies.Entries.Count);
        foreach (var (key, value) in bodies.Entries)
        {
            bool isMeant = value is MapNode member && member["groups"].Scalars()
                .Any(each => each.Text == group);
            var changed = isMeant ? Several((MapNode)value, scenario, problems) : null;
            isGroup |= isMeant;
            entries.Add(new Entry(key, changed ?? value));
        }

        if (isGroup)
        {
            return new MapNode(bodies.Place, entries);
        }

        var groups = bodies.Entries.SelectMany(each => (each.Value as MapNode)?["groups"].Scalars() ?? []);
        setting.Nowhere(
            group,
            segments.Length,
            bodies.Keys.Concat(groups.Select(each => each.Text))
                .Concat(ScenarioFormat.Scenario.Keys.Select(each => each.Name)).Distinct(),
            problems);
        return null;
    }
}
