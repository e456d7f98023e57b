using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;

namespace Simulator.Kernel.Organisation;

/// <summary>An organisation while it is being changed: who there is, who commands whom, how many people are where.</summary>
internal sealed class Establishment
{
    private readonly Model model;
    private readonly List<string> order = [];
    private readonly Dictionary<string, Body> bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BodyKind> kinds;
    private readonly Dictionary<string, List<string>> below = new(StringComparer.Ordinal);

    internal Establishment(Model declared)
    {
        model = declared;
        kinds = model.Kinds.ToDictionary(kind => kind.Id, StringComparer.Ordinal);
        foreach (var body in model.Bodies)
        {
            order.Add(body.Id);
            bodies[body.Id] = body;
            foreach (var under in body.Under)
            {
                if (body.Dissolved is not null)
                {
                    continue;
                }

                if (!below.TryGetValue(under.Superior, out var list))
                {
                    below[under.Superior] = list = [];
                }

                if (list.Count == 0 || list[^1] != body.Id)
                {
                    list.Add(body.Id);
                }
            }
        }
    }

    /// <summary>Who has been dissolved by this change.</summary>
    internal HashSet<string> Gone { get; } = new(StringComparer.Ordinal);

    /// <summary>People who went nowhere, and those of them for whom there was no room.</summary>
    internal int Lost { get; private set; }

    internal int Crowded { get; private set; }

    internal IReadOnlyList<string> Lines => model.Lines;

    internal IReadOnlyList<string> Everybody => order;

    internal Body this[string id]
    {
        get => bodies[id];
        set => bodies[id] = value;
    }

    /// <summary>All bodies in the order declared, what is left behind led on to those who are still there.</summary>
    internal Body[] Bodies()
    {
        foreach (var id in order)
        {
            if (bodies[id].Dissolved is { } left)
            {
                bodies[id] = bodies[id] with
                {
                    Dissolved = new Dissolution(
                        Living(left.Heirs, each => each.Heirs), Living(left.Duties, each => each.Duties)),
                };
            }
        }

        return [.. order.Select(id => bodies[id])];
    }

    internal bool IsLiving(string id) => bodies.TryGetValue(id, out var body) && body.Dissolved is null;

    /// <summary>The body of an id, which must be there.</summary>
    internal Body Living(string id) =>
        !bodies.TryGetValue(id, out var body) ? throw new ModelException($"There is no body '{id}'.")
        : body.Dissolved is not null ? throw new ModelException($"'{id}' is dissolved already.")
        : body;

    internal BodyKind KindOf(Body body) => kinds[body.Kind];

    /// <summary>Who stood directly below a body on any line before this change.</summary>
    internal IReadOnlyList<string> Below(string id) => below.GetValueOrDefault(id) ?? [];

    /// <summary>The bodies that are there and that a selector fits, in the order of their ids.</summary>
    internal string[] Choose(IReadOnlyList<Selector> selectors)
    {
        foreach (var named in selectors.Select(each => each.Named).OfType<string>())
        {
            if (!bodies.ContainsKey(named) && !bodies.Values.Any(body => body.Groups.Contains(named)))
            {
                throw new ModelException($"No body and no group is called '{named}'.");
            }
        }

        return
        [
            .. order.Where(id => IsLiving(id) && selectors.Any(selector => Fits(bodies[id], selector)))
                .Order(IdOrder.Instance),
        ];
    }

    /// <summary>Whether a body stands below another on any line, or is led by it or by somebody below it.</summary>
    internal bool IsBelow(string id, string above)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([above]);
        while (open.TryPop(out var next))
        {
            foreach (var lower in Below(next).Concat(bodies[next].Leads))
            {
                if (lower == id)
                {
                    return true;
                }

                if (seen.Add(lower))
                {
                    open.Push(lower);
                }
            }
        }

        return false;
    }

    /// <summary>The people of a body by post.</summary>
    internal int[] HeadsOf(string id)
    {
        var (heads, kind) = (bodies[id].Heads, kinds[bodies[id].Kind]);
        return
        [
            heads.Clerk ?? kind.Clerk.Heads, heads.Leadership ?? kind.Leadership.Heads, heads.Staff ?? kind.Staff.Heads,
        ];
    }

    /// <summary>Lets people go to a body; for whom its posts have no room are lost.</summary>
    internal void Send(ReadOnlySpan<int> people, string to)
    {
        var heads = HeadsOf(to);
        for (var post = 0; post < heads.Length; post++)
        {
            var room = Math.Max(0, Resource.MostHeads - heads[post]);
            Crowded += Math.Max(0, people[post] - room);
            Lost += Math.Max(0, people[post] - room);
            heads[post] += Math.Min(people[post], room);
        }

        bodies[to] = bodies[to] with { Heads = new HeadCounts(heads[0], heads[1], heads[2]) };
    }

    /// <summary>Lets people go.</summary>
    internal void Lose(ReadOnlySpan<int> people) => Lost += people[0] + people[1] + people[2];

    /// <summary>Who issues a directive now.</summary>
    internal string IssuerFor(Directive directive) =>
        bodies.GetValueOrDefault(directive.From) is not { Dissolved: { } left } ? directive.From
        : left.Duties is [var successor] ? successor
        : throw new ModelException(
            $"The directive '{directive.Id}' is issued by '{directive.From}', which is dissolved and has no one successor.");

    private bool Fits(Body body, Selector selector)
    {
        var kind = kinds[body.Kind];
        return (selector.Named is not { } name || body.Id == name || body.Groups.Contains(name))
            && (selector.Level is not { } level || kind.Level == level)
            && (selector.Kind is not { } kindId || kind.Id == kindId)
            && (selector.Line is not { } line || kind.Line == line);
    }

    private List<string> Living(IReadOnlyList<string> successors, Func<Dissolution, IReadOnlyList<string>> next)
    {
        if (successors.All(IsLiving))
        {
            return [.. successors];
        }

        var living = new SortedSet<string>(IdOrder.Instance);
        var open = new Stack<string>(successors);
        while (open.TryPop(out var id))
        {
            if (bodies[id].Dissolved is not { } left)
            {
                living.Add(id);
                continue;
            }

            foreach (var successor in next(left))
            {
                open.Push(successor);
            }
        }

        return [.. living];
    }
}
