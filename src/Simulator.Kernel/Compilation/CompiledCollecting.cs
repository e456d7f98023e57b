using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Compilation;

/// <summary>Who collects the reports on one directive in whose place.</summary>
public sealed class CompiledCollecting
{
    private readonly Dictionary<int, int> collectors;
    private readonly Dictionary<int, int> issuers;

    internal CompiledCollecting(Dictionary<int, int> collectors, IReadOnlyList<int> added)
    {
        Added = added;
        this.collectors = collectors;
        issuers = collectors.ToDictionary(each => each.Value, each => each.Key);
    }

    /// <summary>Who collects the reports of the addressees of a body; -1: it does so itself.</summary>
    public int CollectorOf(int issuer) => collectors.GetValueOrDefault(issuer, -1);

    /// <summary>In whose place a body collects reports; -1: in nobody's.</summary>
    public int CollectsFor(int body) => issuers.GetValueOrDefault(body, -1);

    /// <summary>Collectors that are addressed for nothing else, and that "each addressee" does not mean.</summary>
    internal IReadOnlyList<int> Added { get; }

    internal static bool AreAlike(CompiledCollecting? one, CompiledCollecting? other) =>
        one is null || other is null
            ? one is null && other is null
            : one.collectors.Count == other.collectors.Count
                && one.collectors.All(each => other.CollectorOf(each.Key) == each.Value);

    internal void AddTo(ref Hash128 hash)
    {
        foreach (var (issuer, collector) in collectors.OrderBy(each => each.Key))
        {
            hash.Add(issuer, collector);
        }
    }
}
