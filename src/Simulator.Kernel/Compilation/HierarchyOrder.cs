using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// The order of bodies in memory: each before those below it, its subtree together, so that a part of
/// the hierarchy is a stretch of indices. Only the first line of command counts.
/// </summary>
internal static class HierarchyOrder
{
    private const int None = -1;

    /// <summary>The bodies in hierarchy order, siblings in the order of their ids.</summary>
    /// <param name="sorted">The bodies in the order of their ids.</param>
    /// <exception cref="ModelException">Two bodies have one id, or a body is below itself.</exception>
    internal static Body[] Of(Body[] sorted)
    {
        var places = new Dictionary<string, int>(sorted.Length, StringComparer.Ordinal);
        for (var place = 0; place < sorted.Length; place++)
        {
            if (!places.TryAdd(sorted[place].Id, place))
            {
                throw new ModelException($"Two bodies have the id '{sorted[place].Id}'.");
            }
        }

        // Whoever comes later among siblings is put on the stack earlier, and so comes off it later.
        var (last, before) = Siblings(sorted, places);
        var order = new Body[sorted.Length];
        var count = 0;
        var open = new Stack<int>();
        for (var top = 0; top < sorted.Length; top++)
        {
            if (sorted[top].Under.Count > 0)
            {
                continue;
            }

            open.Push(top);
            while (open.TryPop(out var place))
            {
                order[count++] = sorted[place];
                for (var child = last[place]; child != None; child = before[child])
                {
                    open.Push(child);
                }
            }
        }

        if (count < sorted.Length)
        {
            var reached = order.Take(count).Select(body => body.Id).ToHashSet(StringComparer.Ordinal);
            var stuck = sorted.First(body => !reached.Contains(body.Id));
            throw new ModelException(
                $"The body '{stuck.Id}' is below itself, or below a body that is not declared.");
        }

        return order;
    }

    /// <summary>By place: the last of those directly below, and the sibling just before.</summary>
    private static (int[] Last, int[] Before) Siblings(Body[] sorted, Dictionary<string, int> places)
    {
        var last = new int[sorted.Length];
        var before = new int[sorted.Length];
        Array.Fill(last, None);
        Array.Fill(before, None);
        for (var place = 0; place < sorted.Length; place++)
        {
            if (sorted[place].Under.Count > 0 && places.TryGetValue(sorted[place].Under[0].Superior, out var superior))
            {
                before[place] = last[superior];
                last[superior] = place;
            }
        }

        return (last, before);
    }
}
