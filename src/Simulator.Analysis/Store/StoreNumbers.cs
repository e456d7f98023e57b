using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Store;

/// <summary>
/// The numbers by which a store calls bodies, entries and what they are about. Bodies are numbered in the order of
/// their ids, the director before them, and entries body by body: so the order of a journal's key is that of the numbers.
/// </summary>
internal sealed class StoreNumbers
{
    private readonly CompiledModel model;
    private readonly int[] first; // by body index, the director last: the number of its first entry
    private readonly Dictionary<uint, int> roots = [];
    private readonly Lazy<Dictionary<ulong, int>> byUpperHash;

    internal StoreNumbers(RunTrace trace)
    {
        model = trace.Model;
        Trace = trace;
        first = new int[model.Bodies.Count + 1];
        Order = [model.Bodies.Count, .. model.ByRank];
        var next = 1;
        foreach (var body in Order)
        {
            first[body] = next;
            next = checked(next + trace.CountOf(body));
        }

        foreach (var hash in model.Directives.Select(each => each.ShortHash)
            .Concat(model.Events.Select(each => each.ShortHash))
            .Concat(model.Interventions.Select(each => each.ShortHash)))
        {
            roots.TryAdd(hash, roots.Count + 1);
        }

        byUpperHash = new(() => Enumerable.Range(0, model.Bodies.Count).ToDictionary(each => model.FactsOf(each).Hash >> 16));
    }

    internal RunTrace Trace { get; }

    /// <summary>Places of the bodies in the order of their numbers; the director's is behind the last body's.</summary>
    internal IReadOnlyList<int> Order { get; }

    /// <summary>The number of a body by its place.</summary>
    internal int OfBody(int body) => body == model.Bodies.Count ? 0 : model.FactsOf(body).Rank + 1;

    /// <summary>The place of the body with an id hash, the director's behind the last one.</summary>
    internal int PlaceOf(ulong hash) => hash == Director.Hash ? model.Bodies.Count : model.IndexOf(hash);

    /// <summary>The number of a body's entry.</summary>
    internal int OfEntry(int body, uint sequence) => first[body] + (int)sequence - 1;

    /// <summary>The number of what enabled an entry; 0: nothing did.</summary>
    internal int OfCause(in Entry entry) =>
        entry.CauseSequence == 0 ? 0 : OfEntry(PlaceOf(entry.CauseBody), entry.CauseSequence);

    /// <summary>The number of what an entry is about; 0: nothing.</summary>
    internal int OfRoot(uint hash) => hash == 0 ? 0 : roots.GetValueOrDefault(hash);

    /// <summary>The number of a directive by its place in the model.</summary>
    internal static int OfDirective(int place) => place + 1;

    /// <summary>The place of the body of whose id hash an entry has the upper 48 bits.</summary>
    internal int Named(in Entry entry) => byUpperHash.Value[((ulong)entry.A << 24) | (uint)entry.B];
}
