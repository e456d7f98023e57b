using Simulator.Kernel.Organisation;

namespace Simulator.Scenarios.Organisation;

/// <summary>
/// Says which kinds of body selectors meet: from an issuer everybody below it on any line, those it
/// leads, and everybody below those. It looks at kinds and not at bodies, since level and line are the
/// kind's, and gives up on organisations in which even that would take long.
/// </summary>
internal sealed class Roster
{
    private const long MostVisits = 50_000_000;

    private readonly IReadOnlyList<Body> _bodies;
    private readonly Dictionary<string, BodyKind> _kinds;
    private readonly Dictionary<string, int> _ids;
    private readonly List<int>?[] _subordinates;
    private readonly int[][] _led;
    private readonly ILookup<string, Body> _groups;
    private readonly Dictionary<string, IReadOnlyCollection<string>?> _below = new(StringComparer.Ordinal);
    private long _visits;

    /// <summary>The rosters of some bodies.</summary>
    public Roster(IReadOnlyList<Body> bodies, Dictionary<string, BodyKind> kinds)
    {
        _bodies = bodies;
        _kinds = kinds;
        _ids = bodies.Select((body, i) => (body.Id, i))
            .ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        _groups = bodies.SelectMany(body => body.Groups.Select(group => (group, body)))
            .ToLookup(pair => pair.group, pair => pair.body, StringComparer.Ordinal);
        _subordinates = new List<int>?[bodies.Count];
        _led = new int[bodies.Count][];
        for (int i = 0; i < bodies.Count; i++)
        {
            _led[i] = [.. bodies[i].Leads.Where(_ids.ContainsKey).Select(id => _ids[id])];
            foreach (var under in bodies[i].Under)
            {
                if (_ids.TryGetValue(under.Superior, out int superior))
                {
                    (_subordinates[superior] ??= []).Add(i);
                }
            }
        }
    }

    /// <summary>Whether there is a body of that id.</summary>
    public bool Has(string id) => _ids.ContainsKey(id);

    /// <summary>Whether there is a body or a group of that name.</summary>
    public bool Knows(string name) => Has(name) || _groups.Contains(name);

    /// <summary>The names of all groups.</summary>
    public IEnumerable<string> Groups => _groups.Select(group => group.Key);

    /// <summary>
    /// The kinds of those that a selector meets from an issuer; <c>null</c> if that would take too long.
    /// </summary>
    public IReadOnlyCollection<string>? Kinds(Selector selector, string issuer)
    {
        if (!_ids.TryGetValue(issuer, out int from))
        {
            return null;
        }

        IEnumerable<string>? kinds = selector switch
        {
            { Named: { } name } => Named(name, selector, from),
            { Direct: true } => (_subordinates[from] ?? []).Select(id => _bodies[id].Kind),
            { Led: true } => _led[from].Select(id => _bodies[id].Kind),
            _ => Below(issuer, from),
        };
        return kinds?.Where(kind => Fits(selector, kind)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The bodies that a selector meets from an issuer, in the order declared.</summary>
    public IEnumerable<Body> Issuers(Selector selector, string issuer)
    {
        var all = selector.Named is { } name ? Members(name) : _bodies;
        return Kinds(selector, issuer) is { Count: > 0 } kinds
            ? all.Where(body => kinds.Contains(body.Kind))
            : [];
    }

    private IEnumerable<Body> Members(string name) =>
        _ids.TryGetValue(name, out int id) ? [_bodies[id]] : _groups[name];

    private IEnumerable<string> Named(string name, Selector selector, int from)
    {
        var members = Members(name);
        if (selector.Direct)
        {
            members = members.Where(body => body.Under.Any(under => under.Superior == _bodies[from].Id));
        }

        if (selector.Led)
        {
            members = members.Where(body => _bodies[from].Leads.Contains(body.Id));
        }

        return members.Select(body => body.Kind);
    }

    private bool Fits(Selector selector, string id)
    {
        var kind = _kinds[id];
        return (selector.Level is null || kind.Level == selector.Level)
            && (selector.Kind is null || kind.Id == selector.Kind)
            && (selector.Line is null || kind.Line == selector.Line);
    }

    private IReadOnlyCollection<string>? Below(string issuer, int from)
    {
        if (_below.TryGetValue(issuer, out var known))
        {
            return known;
        }

        if (_visits > MostVisits)
        {
            return null;
        }

        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<int> { from };
        var open = new Stack<int>([from]);
        while (open.TryPop(out int body))
        {
            foreach (int next in (_subordinates[body] ?? []).Concat(_led[body]))
            {
                _visits++;
                if (seen.Add(next))
                {
                    kinds.Add(_bodies[next].Kind);
                    open.Push(next);
                }
            }
        }

        return _below[issuer] = kinds;
    }
}
