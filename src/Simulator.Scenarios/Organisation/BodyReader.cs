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

    private static readonly HeadCounts _asKind = new();

    private readonly Draft _draft;
    private readonly Seating _seating;
    private readonly Branches _branches;
    private readonly SeatNames _names;
    private readonly string[] _channels;

    // Entries share what they say with all that they stand for.
    private readonly Dictionary<Node, IReadOnlyList<Closure>> _closures = [];
    private readonly Dictionary<Node, ConductRule?> _conducts = [];
    private readonly Dictionary<Node, DiligenceRule?> _diligences = [];
    private readonly HashSet<(Node, string)> _checked = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _alone = new(StringComparer.Ordinal);

    /// <summary>Reads everybody.</summary>
    public BodyReader(Draft draft)
    {
        _draft = draft;
        _seating = new Seating(draft);
        _branches = new Branches(_seating);
        _names = new SeatNames(_seating.Seats.Count);
        _channels = [.. draft.NamesOf("channels")];
        Bodies = new List<Body>(_seating.Seats.Count);
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
    public List<Body> Bodies { get; }

    /// <summary>The seats and groups.</summary>
    public Seating Seating => _seating;

    /// <summary>The names in two languages, of bodies that have one.</summary>
    public Dictionary<string, Text> Names => _names.All;

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
        if ((seat["symbol"] as ScalarNode)?.Text is { } symbol)
        {
            Symbols[seat.Id] = symbol;
        }

        return new Body
        {
            Id = seat.Id,
            Name = _names.Of(seat)?.In("vi"),
            Kind = kind.Id,
            Under = Under(seat, kind),
            Leads = Leads(seat),
            Groups = Groups(seat),
            Heads = Heads(seat),
            Closures = Closures(seat, kind),
            Channel = Channel(seat),
            LastNumber = Whole(seat, "last-number") ?? 0,
            Conduct = Conduct(seat),
            Diligence = Diligence(seat, kind),
        };
    }

    private List<Subordination> Under(Seat seat, BodyKind kind)
    {
        if (seat.Above is { } only && seat["under"] is ScalarNode)
        {
            return [new Subordination(kind.Line, only.Id)];
        }

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
        if (seat["leads"] is not { } named)
        {
            return [];
        }

        var leads = new List<string>();
        foreach (var led in named.Scalars())
        {
            if (_seating.Groups.TryGetValue(led.Text, out var group))
            {
                if (seat.Group is null)
                {
                    leads.AddRange(group.Select(member => member.Id));
                }
                else if (_seating.Seats.TryGetValue($"{led.Text}/{seat.Key}", out var same))
                {
                    leads.Add(same.Id);
                }
                else
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
            _draft.Problems.Error(named.Place, $"'{seat.Id}' leads itself.");
            leads.RemoveAll(id => id == seat.Id);
        }

        return leads;
    }

    private IReadOnlyList<string> Groups(Seat seat)
    {
        List<string> groups = seat.Group is { } own ? [own] : [];
        if (seat["groups"] is not { } named)
        {
            return seat.Group is null ? [] : Alone(seat.Group);
        }

        foreach (var group in named.Scalars().Where(group => !groups.Contains(group.Text)))
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

    /// <summary>A group, and nothing else; its members share the list.</summary>
    private IReadOnlyList<string> Alone(string group)
    {
        if (!_alone.TryGetValue(group, out var alone))
        {
            _alone[group] = alone = [group];
        }

        return alone;
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

    private static HeadCounts Heads(Seat seat)
    {
        var (clerk, leadership, staff) = (Whole(seat, "clerk"), Whole(seat, "leadership"), Whole(seat, "staff"));
        return clerk is null && leadership is null && staff is null ? _asKind : new HeadCounts(clerk, leadership, staff);
    }

    private static int? Whole(Seat seat, string key) =>
        seat[key] is ScalarNode scalar
        && int.TryParse(scalar.Text, System.Globalization.NumberStyles.None, null, out int number)
            ? number
            : null;
}
