using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// The order of bodies in memory: each before those below it, its subtree together, so that a part of
/// the hierarchy is a stretch of indices. Only the first line of command counts.
/// </summary>
internal static class HierarchyOrder
{
    /// <summary>The bodies in hierarchy order, siblings in the order of their ids.</summary>
    /// <exception cref="ModelException">Two bodies have one id, or a body is below itself.</exception>
    internal static Body[] Of(IReadOnlyList<Body> bodies)
    {
        var byId = new Dictionary<string, Body>(StringComparer.Ordinal);
        foreach (var body in bodies)
        {
            if (!byId.TryAdd(body.Id, body))
            {
                throw new ModelException($"Two bodies have the id '{body.Id}'.");
            }
        }

        var sorted = bodies.OrderBy(body => body.Id, IdOrder.Instance).ToList();
        var children = sorted
            .Where(body => body.Under.Count > 0)
            .ToLookup(body => body.Under[0].Superior, StringComparer.Ordinal);
        var order = new List<Body>(bodies.Count);
        var open = new Stack<Body>();
        foreach (var top in sorted.Where(body => body.Under.Count == 0))
        {
            open.Push(top);
            while (open.TryPop(out var body))
            {
                order.Add(body);
                foreach (var child in children[body.Id].Reverse())
                {
                    open.Push(child);
                }
            }
        }

        if (order.Count < bodies.Count)
        {
            var reached = order.Select(body => body.Id).ToHashSet(StringComparer.Ordinal);
            var stuck = sorted.First(body => !reached.Contains(body.Id));
            throw new ModelException(
                $"The body '{stuck.Id}' is below itself, or below a body that is not declared.");
        }

        return [.. order];
    }
}
