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
    private readonly Dictionary<string, List<Body>> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _below = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _named = new(StringComparer.Ordinal);
    private long _visits;

    /// <summary>The rosters of some bodies.</summary>
    public Roster(IReadOnlyList<Body> bodies, Dictionary<string, BodyKind> kinds)
    {
        _bodies = bodies;
        _kinds = kinds;
        _ids = new Dictionary<string, int>(bodies.Count, StringComparer.Ordinal);
        foreach (var body in bodies)
        {
            _ids.Add(body.Id, _ids.Count);
            foreach (string group in body.Groups)
            {
                if (!_groups.TryGetValue(group, out var members))
                {
                    _groups[group] = members = [];
                }

                members.Add(body);
            }
        }

        _subordinates = new List<int>?[bodies.Count];
        _led = new int[bodies.Count][];
        for (int i = 0; i < bodies.Count; i++)
        {
            _led[i] = bodies[i].Leads.Count == 0 ? [] : [.. bodies[i].Leads.Where(_ids.ContainsKey).Select(id => _ids[id])];
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
    public bool Knows(string name) => Has(name) || _groups.ContainsKey(name);

    /// <summary>The names of all groups.</summary>
    public IEnumerable<string> Groups => _groups.Keys;

    /// <summary>
    /// The kinds of those that a selector meets from an issuer; <c>null</c> if that would take too long.
    /// </summary>
    public IReadOnlyCollection<string>? Kinds(Selector selector, string issuer)
    {
        if (!_ids.TryGetValue(issuer, out int from))
        {
            return null;
        }

        if (_visits > MostVisits)
        {
            return null;
        }

        IEnumerable<string> kinds = selector switch
        {
            { Direct: true } => Near(_subordinates[from] ?? []),
            { Led: true } => Near(_led[from]),
            { Named: { } name } => Named(name),
            _ => Below(issuer, from),
        };
        return kinds.Where(kind => Fits(selector, kind)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The bodies that a selector meets from an issuer, in the order declared.</summary>
    public IEnumerable<Body> Issuers(Selector selector, string issuer)
    {
        var all = selector.Named is { } name ? Members(name) : _bodies;
        return Kinds(selector, issuer) is { Count: > 0 } kinds
            ? all.Where(body => ++_visits < MostVisits && kinds.Contains(body.Kind))
            : [];
    }

    /// <summary>Whether a selector meets anybody, wherever he stands.</summary>
    public bool Meets(Selector selector) => KindsOf(selector).Any();

    /// <summary>The kinds of those that a selector meets, wherever they stand; one may be there many times.</summary>
    public IEnumerable<string> KindsOf(Selector selector)
    {
        var kinds = selector.Named is { } name ? Named(name) : _bodies.Select(body => body.Kind);
        return kinds.Where(kind => Fits(selector, kind));
    }

    private List<Body> Members(string name) =>
        _ids.TryGetValue(name, out int id) ? [_bodies[id]]
        : _groups.TryGetValue(name, out var members) ? members
        : [];

    private HashSet<string> Named(string name)
    {
        if (!_named.TryGetValue(name, out var kinds))
        {
            _named[name] = kinds = Members(name).Select(body => body.Kind).ToHashSet(StringComparer.Ordinal);
        }

        return kinds;
    }

    private IEnumerable<string> Near(IReadOnlyCollection<int> bodies)
    {
        _visits += bodies.Count;
        return bodies.Select(id => _bodies[id])
            .Select(body => body.Kind);
    }

    private bool Fits(Selector selector, string id)
    {
        var kind = _kinds[id];
        return (selector.Level is null || kind.Level == selector.Level)
            && (selector.Kind is null || kind.Id == selector.Kind)
            && (selector.Line is null || kind.Line == selector.Line);
    }

    private HashSet<string> Below(string issuer, int from)
    {
        if (_below.TryGetValue(issuer, out var known))
        {
            return known;
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
