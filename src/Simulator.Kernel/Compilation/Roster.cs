using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// Whom a body can address: those below it on any line, whom it leads, and everybody below those; and
/// the choice that selectors make among them.
/// </summary>
internal sealed class Roster
{
    private readonly Body[] bodies;
    private readonly BodyKind[] kindOf;
    private readonly int[][] below;
    private readonly int[][] led;
    private readonly Dictionary<string, int> byId;
    private readonly Dictionary<string, List<int>> byGroup = new(StringComparer.Ordinal);
    private readonly int[] seen;
    private readonly Successors? successors;
    private int visit;

    internal Roster(Body[] bodies, BodyKind[] kindOf, Dictionary<string, int> byId)
    {
        this.bodies = bodies;
        this.kindOf = kindOf;
        this.byId = byId;
        seen = new int[bodies.Length];
        var children = new List<int>[bodies.Length];
        led = new int[bodies.Length][];
        for (var index = 0; index < bodies.Length; index++)
        {
            var body = bodies[index];
            for (var line = 0; line < body.Under.Count; line++)
            {
                (children[Find(body.Under[line].Superior, body.Id)] ??= []).Add(index);
            }

            led[index] = body.Leads.Count == 0 ? [] : [.. body.Leads.Select(id => Find(id, body.Id))];
            foreach (var group in body.Groups)
            {
                if (!byGroup.TryGetValue(group, out var members))
                {
                    byGroup[group] = members = [];
                }

                members.Add(index);
            }
        }

        below = [.. children.Select(list => list is null ? [] : list.Distinct().ToArray())];
        successors = Successors.Of(bodies, byId);
    }

    /// <summary>How many bodies there are.</summary>
    internal int Count => bodies.Length;

    /// <summary>
    /// The bodies that selectors choose for an issuer, in index order, itself left out; in place of one that is
    /// dissolved those who get its papers.
    /// </summary>
    internal int[] Choose(int issuer, IReadOnlyList<Selector> selectors)
    {
        var chosen = ChooseDeclared(issuer, selectors);
        return successors is null ? chosen : successors.InPlaceOf(chosen, issuer);
    }

    /// <summary>The same without those that are dissolved, and with nobody in their place.</summary>
    internal int[] ChooseLiving(int issuer, IReadOnlyList<Selector> selectors) =>
        [.. ChooseDeclared(issuer, selectors).Where(index => bodies[index].Dissolved is null)];

    private int[] ChooseDeclared(int issuer, IReadOnlyList<Selector> selectors)
    {
        var chosen = new SortedSet<int>();
        foreach (var selector in selectors)
        {
            foreach (var index in Candidates(issuer, selector))
            {
                if (index != issuer && Matches(index, selector))
                {
                    chosen.Add(index);
                }
            }
        }

        return [.. chosen];
    }

    /// <summary>
    /// The bodies that selectors choose directly under an issuer or led by it; if there is none, those beside it,
    /// under the same superiors; and if there is none, the one body that a selector names. In place of one that is
    /// dissolved it is whoever has its duties, if that is one body, and neither the issuer nor above it.
    /// </summary>
    internal int[] ChooseNear(int issuer, IReadOnlyList<Selector> selectors)
    {
        int[][] rings =
        [
            [.. below[issuer], .. led[issuer]],
            [.. bodies[issuer].Under.SelectMany(under => below[byId[under.Superior]])],
            [.. selectors.Where(each => each.Named is { } name && byId.ContainsKey(name)).Select(each => byId[each.Named!])],
        ];
        foreach (var ring in rings)
        {
            int[] chosen =
            [
                .. ring.Distinct()
                    .Where(index => index != issuer && selectors.Any(selector => Matches(index, selector)))
                    .SelectMany(index => InCharge(index, issuer))
                    .Distinct()
                    .Order(),
            ];
            if (chosen.Length > 0)
            {
                return chosen;
            }
        }

        return [];
    }

    /// <summary>Name of the level of a body.</summary>
    internal string LevelOf(int index) => kindOf[index].Level;

    /// <summary>All bodies that a selector fits, wherever they stand, those that are dissolved left out.</summary>
    internal IEnumerable<int> Fitting(Selector selector)
    {
        var fitting = selector.Named is { } name ? Named(name).Where(index => Matches(index, selector))
            : Enumerable.Range(0, bodies.Length).Where(index => Matches(index, selector));
        return successors is null ? fitting : fitting.Where(index => bodies[index].Dissolved is null);
    }

    /// <summary>All bodies that carry out what is assigned to those that a selector fits.</summary>
    internal IEnumerable<int> Charged(Selector selector) =>
        successors is null ? Fitting(selector)
        : successors.ChargedWith(Enumerable.Range(0, bodies.Length).Where(index => Matches(index, selector)));

    /// <summary>Whether a body carries out what is assigned to those that a selector fits.</summary>
    internal bool IsCharged(int index, Selector selector) =>
        successors is null ? Matches(index, selector) : Charged(selector).Contains(index);

    /// <summary>Whether a body fits the words of a selector that do not depend on the issuer.</summary>
    internal bool Matches(int index, Selector selector) =>
        (selector.Named is not { } name || bodies[index].Id == name || bodies[index].Groups.Contains(name))
        && (selector.Level is not { } level || kindOf[index].Level == level)
        && (selector.Kind is not { } kind || kindOf[index].Id == kind)
        && (selector.Line is not { } line || kindOf[index].Line == line);

    private int[] InCharge(int index, int issuer) =>
        successors?.DutiesOf(index) is not { } duties ? [index]
        : duties is [var one] && one != issuer && !Everybody(one).Contains(issuer) ? duties
        : [];

    private IEnumerable<int> Candidates(int issuer, Selector selector)
    {
        if (selector.Direct)
        {
            return below[issuer];
        }

        return selector.Led ? led[issuer]
            : selector.Named is { } name ? Named(name)
            : Everybody(issuer);
    }

    private List<int> Named(string name) =>
        byId.TryGetValue(name, out var index) ? [index]
        : byGroup.TryGetValue(name, out var members) ? members
        : throw new ModelException($"No body and no group is called '{name}'.");

    private List<int> Everybody(int issuer)
    {
        visit++;
        var found = new List<int>();
        var open = new Stack<int>();
        open.Push(issuer);
        while (open.TryPop(out var index))
        {
            foreach (var next in below[index].Concat(led[index]))
            {
                if (seen[next] != visit)
                {
                    seen[next] = visit;
                    found.Add(next);
                    open.Push(next);
                }
            }
        }

        return found;
    }

    private int Find(string id, string from) => byId.TryGetValue(id, out var index)
        ? index
        : throw new ModelException($"The body '{from}' names '{id}', which is not declared.");
}
