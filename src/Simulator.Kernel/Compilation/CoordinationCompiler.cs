using Simulator.Kernel.Documents;

namespace Simulator.Kernel.Compilation;

/// <summary>Lays out who collects reports in whose place, and who gets copies for information.</summary>
internal static class CoordinationCompiler
{
    /// <summary>
    /// Finds the collectors, addresses the papers of those in whose place they collect to them too, and lets
    /// them relay nothing; <c>null</c>: nobody collects.
    /// </summary>
    /// <param name="directive">As declared.</param>
    /// <param name="roster">Chooses bodies.</param>
    /// <param name="reached">All that issue or relay it, with their addressees.</param>
    /// <param name="nameOf">Id of a body.</param>
    /// <param name="change">Takes the addressees of a body that are others now.</param>
    internal static CompiledCollecting? Collect(
        Directive directive, Roster roster, IReadOnlyList<(int Issuer, int[] Addressees)> reached,
        Func<int, string> nameOf, Action<int, int[]> change)
    {
        var collectors = new Dictionary<int, int>();
        foreach (var (issuer, _) in reached)
        {
            if (!directive.CollectedBy.TryGetValue(roster.LevelOf(issuer), out var selectors))
            {
                continue;
            }

            int[] chosen = [.. roster.ChooseNear(issuer, selectors).Where(body => body != reached[0].Issuer)];
            if (chosen.Length > 1)
            {
                throw new ModelException(
                    $"Reports on '{directive.Id}' to '{nameOf(issuer)}' are to be collected by one body, and "
                    + $"'{nameOf(chosen[0])}' and '{nameOf(chosen[1])}' stand under or beside it: name one.");
            }

            if (chosen.Length == 1)
            {
                collectors[issuer] = chosen[0];
            }
        }

        // Whoever collects relays nothing, so that there is nothing to be collected in its own place.
        foreach (var collecting in collectors.Keys.Where(collectors.ContainsValue).ToList())
        {
            collectors.Remove(collecting);
        }

        foreach (var twice in collectors.GroupBy(each => each.Value).Where(each => each.Count() > 1))
        {
            throw new ModelException(
                $"'{nameOf(twice.Key)}' is to collect reports on '{directive.Id}' for '{nameOf(twice.First().Key)}' "
                + $"and for '{nameOf(twice.Last().Key)}'; it can do so for one.");
        }

        var added = new List<int>();
        foreach (var (issuer, addressees) in reached)
        {
            if (collectors.ContainsValue(issuer))
            {
                change(issuer, []);
            }
            else if (collectors.TryGetValue(issuer, out var collector) && !addressees.Contains(collector))
            {
                added.Add(collector);
                change(issuer, [.. addressees.Append(collector).Order()]);
            }
        }

        return collectors.Count == 0 ? null : new CompiledCollecting(collectors, added);
    }

    /// <summary>By body that issues or relays: who gets a copy; <c>null</c>: nobody gets any.</summary>
    internal static Dictionary<int, int[]>? Copies(
        Directive directive, Roster roster, int root, IReadOnlyList<(int Issuer, int[] Addressees)> reached, int[] papers)
    {
        if (directive.Copies.Count == 0)
        {
            return null;
        }

        var copies = new Dictionary<int, int[]>();
        var writers = directive.Copies
            .Select(rule => rule.By.Count == 0 ? [root] : roster.ChooseLiving(root, rule.By).ToHashSet())
            .ToArray();
        foreach (var (issuer, addressees) in reached)
        {
            int[] to =
            [
                .. directive.Copies.Where((_, place) => writers[place].Contains(issuer))
                    .SelectMany(rule => roster.Choose(issuer, rule.To))
                    .Distinct()
                    .Except(addressees)
                    .Order(),
            ];
            if (to.Length > 0)
            {
                copies[issuer] = to;
                foreach (var body in to)
                {
                    papers[body]++;
                }
            }
        }

        return copies.Count == 0 ? null : copies;
    }
}
