using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// The audiences of a model: two bodies belong to one audience if no assignment of any directive tells
/// them apart. There are few, so that who is told what is looked up and not worked out at each issue.
/// </summary>
internal static class Audiences
{
    /// <summary>By body: the number of its audience, from 0.</summary>
    internal static int[] Of(IReadOnlyList<Directive> directives, Roster roster, int bodies)
    {
        var audience = new int[bodies];
        var count = 1;
        var selectors = directives
            .SelectMany(directive => directive.Assignments)
            .SelectMany(assignment => assignment.By.Concat(assignment.With).Select(selector => (selector, Charges: true))
                .Concat(assignment.AddedBy.Select(selector => (selector, Charges: false))))
            .Where(each => !IsForAll(each.selector))
            .Distinct();
        foreach (var (selector, charges) in selectors)
        {
            var split = new Dictionary<int, int>();
            foreach (var index in (charges ? roster.Charged(selector) : roster.Fitting(selector)).Distinct())
            {
                if (!split.TryGetValue(audience[index], out var inside))
                {
                    split[audience[index]] = inside = count++;
                }

                audience[index] = inside;
            }
        }

        return count <= ushort.MaxValue
            ? audience
            : throw new ModelException("The assignments tell more than 65,535 audiences apart.");
    }

    /// <summary>Whether a selector in an assignment means every body that its paper is addressed to.</summary>
    internal static bool IsForAll(Selector selector) =>
        selector.IsEachAddressee || selector is { Named: null, Level: null, Kind: null, Line: null };
}
