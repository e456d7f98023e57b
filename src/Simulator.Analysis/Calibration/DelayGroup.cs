using Simulator.Kernel.Documents;

namespace Simulator.Analysis.Calibration;

/// <summary>Pairs of one urgency that are fitted together.</summary>
/// <param name="Urgency">Their urgency.</param>
/// <param name="Levels">Their levels, by name.</param>
/// <param name="IsPooled">Whether levels were put together because each has few pairs.</param>
/// <param name="IsAll">Whether it holds all pairs of its urgency.</param>
/// <param name="Pairs">The pairs, in the order of the table.</param>
public sealed record DelayGroup(
    Urgency Urgency, IReadOnlyList<string> Levels, bool IsPooled, bool IsAll, IReadOnlyList<RelayPair> Pairs)
{
    /// <summary>
    /// By urgency, highest first: each level that has enough pairs, then the others together.
    /// </summary>
    internal static IReadOnlyList<DelayGroup> Of(IReadOnlyList<RelayPair> pairs, int fewest)
    {
        var groups = new List<DelayGroup>();
        foreach (var urgency in pairs.GroupBy(pair => pair.Urgency).OrderByDescending(same => same.Key))
        {
            var levels = urgency.GroupBy(pair => pair.Level, StringComparer.Ordinal)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => (Level: same.Key, Pairs: same.ToArray()))
                .ToArray();
            var few = levels.Where(level => level.Pairs.Length < fewest).ToArray();
            groups.AddRange(levels.Where(level => level.Pairs.Length >= fewest)
                .Select(level => Group([level.Level], level.Pairs)));
            if (few.Length > 0)
            {
                groups.Add(Group(
                    [.. few.Select(level => level.Level)],
                    [.. few.SelectMany(level => level.Pairs).OrderBy(pair => pair.Line)]));
            }

            DelayGroup Group(string[] names, RelayPair[] some) => new(
                urgency.Key, names, names.Length > 1, some.Length == urgency.Count(), some);
        }

        return groups;
    }
}
