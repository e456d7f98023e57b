using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Organisation;

/// <summary>Refuses an organisation in which a body is above those that are above it.</summary>
internal static class CommandCircle
{
    internal static void Refuse(Establishment places)
    {
        var above = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var id in places.Everybody)
        {
            Above(id).AddRange(places[id].Under.Select(under => under.Superior));
            foreach (var led in places[id].Leads)
            {
                Above(led).Add(id);
            }
        }

        // Whoever has nobody above him is taken away, again and again; what is left stands in circles or below one.
        var open = new Stack<string>();
        var below = above.SelectMany(each => each.Value.Select(superior => (superior, each.Key)))
            .ToLookup(each => each.superior, each => each.Key, StringComparer.Ordinal);
        var left = above.ToDictionary(each => each.Key, each => each.Value.Count, StringComparer.Ordinal);
        foreach (var (id, count) in above.Select(each => (each.Key, each.Value.Count)))
        {
            if (count == 0)
            {
                open.Push(id);
            }
        }

        var free = 0;
        while (open.TryPop(out var id))
        {
            free++;
            foreach (var lower in below[id])
            {
                if (--left[lower] == 0)
                {
                    open.Push(lower);
                }
            }
        }

        if (free < left.Count)
        {
            var stuck = left.Where(each => each.Value > 0).Select(each => each.Key).Min(IdOrder.Instance);
            throw new ModelException($"The command would go round in a circle, from '{stuck}' back to it or to one above it.");
        }

        List<string> Above(string id)
        {
            if (!above.TryGetValue(id, out var list))
            {
                above[id] = list = [];
            }

            return list;
        }
    }
}
