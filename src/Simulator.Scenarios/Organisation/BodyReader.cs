using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Organisation;

/// <summary>Makes the bodies of the model from their seats.</summary>
internal sealed class BodyReader
{
    // Superiors, led bodies and groups of all bodies together.
    private const int MostTies = 5_000_000;
    private const int MostParents = 8;
    private const int LongestName = 500;

    private readonly Draft _draft;
    private readonly Seating _seating;
    private readonly Branches _branches;
    private readonly string[] _channels;

    // Entries share what they say with all that they stand for.
    private readonly Dictionary<Node, IReadOnlyList<Closure>> _closures = [];
    private readonly Dictionary<Node, ConductRule?> _conducts = [];
    private readonly Dictionary<Node, DiligenceRule?> _diligences = [];
    private readonly HashSet<(Node, string)> _checked = [];

    /// <summary>Reads everybody.</summary>
    public BodyReader(Draft draft)
    {
        _draft = draft;
        _seating = new Seating(draft);
        _branches = new Branches(_seating);
        _channels = [.. draft.NamesOf("channels")];
        long ties = 0;
        foreach (var seat in _seating.Seats.Values)
        {
            if (Kind(seat) is { } kind)
            {
                var body = Read(seat, kind);
                Bodies.Add(body);
                ties += body.Under.Count + body.Leads.Count + body.Groups.Count;
                if (ties > MostTies)
                {
                    draft.Problems.Error(seat.Place, FormattableString.Invariant(
                        $"The bodies up to here have more than {MostTies} superiors, led bodies and groups."));
                    break;
                }
            }
        }
    }

    /// <summary>Everybody whose kind is known.</summary>
    public List<Body> Bodies { get; } = [];

    /// <summary>The seats and groups.</summary>
    public Seating Seating => _seating;

    /// <summary>The names in two languages, of bodies that have one.</summary>
    public Dictionary<string, Text> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>The symbols of bodies that differ from their kind's.</summary>
    public Dictionary<string, string> Symbols { get; } = new(StringComparer.Ordinal);

    private BodyKind? Kind(Seat seat)
    {
        var name = seat.Entry.Scalar("kind");
        if (name is null || _draft.Kinds.TryGetValue(name.Text, out _))
        {
            return name is null ? null : _draft.Kinds[name.Text];
        }

        _draft.Known(name, "kind", _draft.NamesOf("kinds"));
        return null;
    }

    private Body Read(Seat seat, BodyKind kind)
    {
        var name = Name(seat);
        if (name is not null)
        {
            Names[seat.Id] = name;
        }

        if ((seat["symbol"] as ScalarNode)?.Text is { } symbol)
        {
            Symbols[seat.Id] = symbol;
        }

        return new Body
        {
            Id = seat.Id,
            Name = name?.In("vi"),
            Kind = kind.Id,
            Under = Under(seat, kind),
            Leads = Leads(seat),
            Groups = Groups(seat),
            Heads = new HeadCounts(Whole(seat, "clerk"), Whole(seat, "leadership"), Whole(seat, "staff")),
            Closures = Closures(seat, kind),
            Channel = Channel(seat),
            LastNumber = Whole(seat, "last-number") ?? 0,
            Conduct = Conduct(seat),
            Diligence = Diligence(seat, kind),
        };
    }

    private Text? Name(Seat seat, int depth = 0)
    {
        var node = seat.Own("name")
            ?? (seat.Entry["names"] as ListNode)?.Items.ElementAtOrDefault(
                (seat.Number - 1) % Math.Max(1, NamesOf(seat)))
            ?? seat.Entry["name"];
        if (node is null)
        {
            return null;
        }

        var name = Draft.TextOf(node);
        return seat.Group is null ? name
            : new Text(Filled(name.Vi, seat, depth), Filled(name.En, seat, depth));
    }

    private static int NamesOf(Seat seat) => (seat.Entry["names"] as ListNode)?.Items.Count ?? 0;

    private string Filled(string pattern, Seat seat, int depth)
    {
        if (!pattern.Contains('{', StringComparison.Ordinal))
        {
            return pattern;
        }

        string parent = "";
        if (pattern.Contains("{parent}", StringComparison.Ordinal) && seat.Above is { } above)
        {
            var name = depth < MostParents ? Names.GetValueOrDefault(above.Id) ?? Name(above, depth + 1)
                : null;
            parent = name?.In("vi") ?? above.Id;
        }

        string filled = pattern
            .Replace("{n}", seat.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                StringComparison.Ordinal)
            .Replace("{key}", seat.Key, StringComparison.Ordinal)
            .Replace("{parent}", parent, StringComparison.Ordinal);
        if (filled.Contains("{generated}", StringComparison.Ordinal))
        {
            filled = filled.Replace("{generated}", GeneratedName.Of(seat.Id), StringComparison.Ordinal);
        }

        return filled.Length <= LongestName ? filled : filled[..LongestName];
    }

    private List<Subordination> Under(Seat seat, BodyKind kind)
    {
        var under = new List<Subordination>();
        bool isFirst = true;
        foreach (var (line, superior) in seat.Superiors())
        {
            string? name = line is null ? kind.Line : _draft.Known(line, "line", _draft.Lines);
            var above = isFirst ? seat.Above : Other(seat, superior);
            isFirst = false;
            if (name is not null && above is not null)
            {
                under.Add(new Subordination(name, above.Id));
            }
        }

        return under;
    }

    private Seat? Other(Seat seat, ScalarNode superior)
    {
        if (_seating.Seats.TryGetValue(superior.Text, out var found))
        {
            if (found != seat)
            {
                return found;
            }

            _draft.Problems.Error(superior.Place, $"'{seat.Id}' is its own superior.");
            return null;
        }

        if (!_seating.IsGroup(superior.Text))
        {
            _seating.Unknown(superior, "body");
            return null;
        }

        var members = _branches.Members(superior.Text, seat);
        if (members.Count != 1)
        {
            _draft.Problems.Error(
                superior.Place,
                members.Count == 0
                    ? $"No member of '{superior.Text}' belongs to the branch of '{seat.Id}'."
                    : $"'{seat.Id}' could be under several of '{superior.Text}': "
                        + $"{members[0].Id}, {members[1].Id}.",
                "Name its superior by 'members', or in the column under-LINE of its table.");
        }

        return members.Count == 1 ? members[0] : null;
    }

    private List<string> Leads(Seat seat)
    {
        var leads = new List<string>();
        foreach (var led in seat["leads"].Scalars())
        {
            if (_seating.Groups.TryGetValue(led.Text, out var group))
            {
                var same = seat.Group is null ? group : group.Where(member => member.Key == seat.Key);
                int before = leads.Count;
                leads.AddRange(same.Select(member => member.Id));
                if (leads.Count == before && seat.Group is not null)
                {
                    _draft.Problems.Error(led.Place,
                        $"'{led.Text}' has no member '{seat.Key}' that '{seat.Id}' could lead.");
                }
            }
            else if (_seating.Seats.ContainsKey(led.Text))
            {
                leads.Add(led.Text);
            }
            else if (!_seating.IsGroup(led.Text))
            {
                _seating.Unknown(led, "body");
            }
        }

        if (leads.Contains(seat.Id))
        {
            _draft.Problems.Error(seat["leads"]!.Place, $"'{seat.Id}' leads itself.");
            leads.RemoveAll(id => id == seat.Id);
        }

        return leads;
    }

    private List<string> Groups(Seat seat)
    {
        var groups = new List<string>();
        if (seat.Group is { } own)
        {
            groups.Add(own);
        }

        foreach (var group in seat["groups"].Scalars().Where(group => !groups.Contains(group.Text)))
        {
            if (_seating.Seats.ContainsKey(group.Text))
            {
                _draft.Problems.Error(group.Place, $"{group.Description} is a body, and no group.",
                    "Give the group another name.");
            }
            else if (Format.Ids.BodyProblem(group.Text) is { } problem)
            {
                _draft.Problems.Error(group.Place, problem);
            }
            else
            {
                groups.Add(group.Text);
            }
        }

        return groups;
    }

    private IReadOnlyList<Closure> Closures(Seat seat, BodyKind kind)
    {
        if (seat["closed"] is not { } node)
        {
            return [];
        }

        if (!_closures.TryGetValue(node, out var closures))
        {
            _closures[node] = closures = CalendarReader.Closures(node, _draft.Problems);
        }

        if (_checked.Add((node, kind.Id)))
        {
            CalendarCoverage.CheckClosures(_draft, kind, closures, node.Place);
        }

        return closures;
    }

    private ConductRule? Conduct(Seat seat)
    {
        if (seat["conduct"] is not MapNode map)
        {
            return null;
        }

        if (!_conducts.TryGetValue(map, out var conduct))
        {
            _conducts[map] = conduct = ConductReader.ConductOf(map, _draft);
        }

        return conduct;
    }

    private DiligenceRule? Diligence(Seat seat, BodyKind kind)
    {
        if (seat["diligence"] is not MapNode map)
        {
            return seat["diligence"] is ScalarNode { Text: "none" } ? DiligenceRule.Full : null;
        }

        if (!_diligences.TryGetValue(map, out var diligence))
        {
            _diligences[map] = diligence = ConductReader.DiligenceOf(map, kind.Diligence, _draft);
        }

        return diligence;
    }

    private string? Channel(Seat seat) => _draft.Known(seat["channel"] as ScalarNode, "channel", _channels);

    private static int? Whole(Seat seat, string key) =>
        seat[key] is ScalarNode scalar
        && int.TryParse(scalar.Text, System.Globalization.NumberStyles.None, null, out int number)
            ? number
            : null;
}
