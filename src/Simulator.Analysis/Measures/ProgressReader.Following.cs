using Simulator.Analysis.Traces;

namespace Simulator.Analysis.Measures;

/// <summary>Progress as it changes, entry by entry.</summary>
public sealed partial class ProgressReader
{
    /// <summary>Reads on entry by entry, and shows after each about a directive whose progress it has changed.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="until">The last tick that counts.</param>
    /// <param name="heed">Gets the place of the directive, the progress and the tick.</param>
    /// <param name="before">Gets the tick of each entry before it changes anything; <c>null</c>: nobody wants to know.</param>
    /// <returns>The progress at the end, as <see cref="Read(RunTrace, int?)"/> has it.</returns>
    internal static IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> Follow(
        RunTrace trace, int until, Action<int, BodyProgress, int> heed, Action<int>? before = null)
    {
        var reader = new ProgressReader(trace, 0, trace.Model.Directives.Count);
        var entries = trace.Entries;
        for (var place = 0; place < entries.Length && entries[place].Tick <= until; place++)
        {
            before?.Invoke(entries[place].Tick);
            if (reader.roots.TryGetValue(entries[place].Root, out var root))
            {
                heed(root, reader.Take(root, entries[place], trace.BodyAt(place)), entries[place].Tick);
            }
        }

        return reader.progress;
    }

    /// <summary>The same of some directives only, which must not touch others on their way.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="from">Place of the first directive.</param>
    /// <param name="to">Place behind the last one.</param>
    /// <param name="watch">Is shown each entry about them as it has been taken in.</param>
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
