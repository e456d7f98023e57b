using Simulator.Analysis.Traces;

namespace Simulator.Analysis.Measures;

/// <summary>Reading with somebody who looks on.</summary>
public sealed partial class ProgressReader
{
    /// <summary>The same of some directives only, which must not touch others on their way, while somebody looks on.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="from">Place of the first directive.</param>
    /// <param name="to">Place behind the last one.</param>
    /// <param name="watch">Is shown each entry as it has been taken in.</param>
    internal static IReadOnlyDictionary<int, BodyProgress>[] Read(RunTrace trace, int from, int to, IProgressWatch watch)
    {
        var reader = new ProgressReader(trace, from, to);
        var entries = trace.Entries;
        for (var place = 0; place < entries.Length; place++)
        {
            if (reader.roots.TryGetValue(entries[place].Root, out var root))
            {
                watch.Took(root, reader.Take(root, entries[place], trace.BodyAt(place)), entries[place]);
            }
        }

        return reader.progress;
    }
}
