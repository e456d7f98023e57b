using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// Who contributes to what, of one directive: a coordinating body owes its input to the leads that are addressed
/// by the same paper, the paper of one issuer.
/// </summary>
public sealed class CompiledInputs
{
    private readonly Dictionary<(int Issuer, int Item), int[]> coordinators;
    private readonly Dictionary<(int Body, int Item), int[]> leads;
    private readonly Dictionary<int, uint> owed;
    private readonly int[] atMost;

    private CompiledInputs(
        int place, uint items, int[] atMost, Dictionary<(int, int), int[]> coordinators,
        Dictionary<(int, int), int[]> leads)
    {
        Place = place;
        Items = items;
        this.atMost = atMost;
        this.coordinators = coordinators;
        this.leads = leads;
        owed = leads.GroupBy(each => each.Key.Item1, each => 1U << each.Key.Item2)
            .ToDictionary(body => body.Key, body => body.Aggregate(0U, (mask, bit) => mask | bit));
    }

    /// <summary>The assignments whose leads wait: a bit for each.</summary>
    public uint Items { get; }

    /// <summary>Its place among the directives with such assignments.</summary>
    internal int Place { get; }

    /// <summary>Elapsed minutes for which a lead waits at most; -1: without limit.</summary>
    /// <param name="item">Place of the assignment in the directive.</param>
    public int AtMost(int item) => atMost[item];

    /// <summary>Whose inputs a lead that got its paper from an issuer is owed, in index order.</summary>
    public ReadOnlySpan<int> CoordinatorsOf(int issuer, int item) => coordinators.GetValueOrDefault((issuer, item));

    /// <summary>The leads that a body owes its input to, in index order.</summary>
    public ReadOnlySpan<int> LeadsOf(int body, int item) => leads.GetValueOrDefault((body, item));

    /// <summary>The assignments to which a body owes an input: a bit for each.</summary>
    public uint OwedBy(int body) => owed.GetValueOrDefault(body);

    /// <summary>The inputs of a directive; <c>null</c>: no lead waits for any.</summary>
    /// <param name="directive">As declared.</param>
    /// <param name="issuers">The issuer and all who relay, with their addressees.</param>
    /// <param name="isLead">Whether a body carries out an assignment.</param>
    /// <param name="coordinates">Whether it coordinates.</param>
    /// <param name="place">How many directives before it have such assignments; counted on.</param>
    internal static CompiledInputs? Of(
        Directive directive, IReadOnlyList<(int Issuer, int[] Addressees)> issuers, Func<int, int, bool> isLead,
        Func<int, int, bool> coordinates, ref int place)
    {
        var atMost = new int[directive.Assignments.Count];
        var (items, coordinators) = (0U, new Dictionary<(int, int), int[]>());
        var leads = new Dictionary<(int, int), SortedSet<int>>();
        for (var item = 0; item < atMost.Length; item++)
        {
            if (directive.Assignments[item].Inputs is not { } rule)
            {
                continue;
            }

            atMost[item] = rule.AtMost?.Minutes ?? -1;
            items |= 1U << item;
            foreach (var (issuer, addressees) in issuers)
            {
                int[] leading = [.. addressees.Where(body => isLead(body, item))];
                int[] joining = [.. addressees.Where(body => coordinates(body, item) && !isLead(body, item))];
                if (leading.Length == 0 || joining.Length == 0)
                {
                    continue;
                }

                coordinators[(issuer, item)] = joining;
                foreach (var body in joining)
                {
                    if (!leads.TryGetValue((body, item), out var known))
                    {
                        leads[(body, item)] = known = [];
                    }

                    known.UnionWith(leading);
                }
            }
        }

        return coordinators.Count == 0 ? null : new CompiledInputs(
            place++, items, atMost, coordinators, leads.ToDictionary(each => each.Key, each => each.Value.ToArray()));
    }

    /// <summary>Whether the same leads wait for the same bodies, be it for another time.</summary>
    internal static bool AreAlike(CompiledInputs? one, CompiledInputs? other) =>
        one is null || other is null
            ? one is null && other is null
            : one.Place == other.Place && one.Items == other.Items && one.coordinators.Count == other.coordinators.Count
                && one.coordinators.All(each => other.coordinators.TryGetValue(each.Key, out var bodies)
                    && bodies.AsSpan().SequenceEqual(each.Value));

    internal void AddTo(ref Hash128 hash)
    {
        hash.Add(Items);
        hash.Add(atMost);
        foreach (var ((issuer, item), bodies) in coordinators.OrderBy(each => each.Key))
        {
            hash.Add(issuer, item);
            hash.Add(bodies);
        }
    }
}
