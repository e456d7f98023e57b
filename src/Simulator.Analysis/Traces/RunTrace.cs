using Simulator.Kernel.Compilation;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Traces;

/// <summary>
/// A journal that can be asked: entries by body and sequence, so that a cause is found at once. It holds
/// the entries and eight bytes for each.
/// </summary>
public sealed partial class RunTrace
{
    private readonly Entry[] entries;
    private readonly int[] bodies;
    private readonly int[] places;
    private readonly int[] starts;
    private readonly List<(int From, CompiledModel Model)> regimes;
    private readonly FileOwners? files;

    /// <summary>A trace of a journal.</summary>
    /// <param name="model">The model of the run.</param>
    /// <param name="entries">The journal, in the order of its key; kept, not copied.</param>
    /// <exception cref="InvalidDataException">The journal is of another model.</exception>
    public RunTrace(CompiledModel model, Entry[] entries)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(entries);
        this.entries = entries;
        Source = model;
        regimes = RegimeReader.Read(model, entries);
        Model = RegimeReader.WithIssued(model, entries);
        files = model.IsRestructured ? new FileOwners(model) : null;
        starts = new int[model.Bodies.Count + 2];
        bodies = new int[entries.Length];
        for (var place = 0; place < entries.Length; place++)
        {
            var body = PlaceOf(entries[place].Body);
            if (body < 0)
            {
                throw new InvalidDataException("The journal tells of a body that the scenario does not have.");
            }

            files?.Take(entries[place], body);
            bodies[place] = body;
            starts[body + 1]++;
        }

        for (var body = 0; body <= model.Bodies.Count; body++)
        {
            starts[body + 1] += starts[body];
        }

        var next = (int[])starts.Clone();
        places = new int[entries.Length];
        for (var place = 0; place < entries.Length; place++)
        {
            places[next[bodies[place]]++] = place;
        }
    }

    /// <summary>
    /// The model of the run. A directive that an intervention has issued stands in it as issued at that moment; any
    /// other change by an intervention is seen in <see cref="ModelAt"/> alone.
    /// </summary>
    public CompiledModel Model { get; }

    /// <summary>The model by which bodies acted at a tick, what the director did at that tick included.</summary>
    public CompiledModel ModelAt(int tick)
    {
        var model = Model;
        foreach (var (from, next) in regimes)
        {
            if (from > tick)
            {
                break;
            }

            model = next;
        }

        return model;
    }

    /// <summary>The models that interventions have brought into force, each with the tick from which on; empty: none.</summary>
    internal IReadOnlyList<(int From, CompiledModel Model)> Regimes => regimes;

    /// <summary>The model of the run as it was at the start.</summary>
    public CompiledModel Source { get; }

    /// <summary>All entries, in the order of their key.</summary>
    public ReadOnlySpan<Entry> Entries => entries;

    /// <summary>How many entries a body has written.</summary>
    /// <param name="body">Index of the body.</param>
    public int CountOf(int body) => starts[body + 1] - starts[body];

    /// <summary>An entry of a body.</summary>
    /// <param name="body">Index of the body.</param>
    /// <param name="sequence">Its sequence, from 1.</param>
    public ref readonly Entry Of(int body, uint sequence) =>
        ref entries[places[starts[body] + checked((int)sequence) - 1]];

    /// <summary>Index of the body that wrote the entry at a place in <see cref="Entries"/>; -1: the director wrote it.</summary>
    internal int BodyAt(int place) => bodies[place] < Model.Bodies.Count ? bodies[place] : -1;

    /// <summary>Index of the body that wrote an entry; -1: the director wrote it.</summary>
    public int BodyOf(in Entry entry) => Model.IndexOf(entry.Body);

    /// <summary>
    /// Index of the body whose paper an entry is about: the one that wrote it, or one that is dissolved and whose file
    /// that one has taken over.
    /// </summary>
    public int OwnerOf(in Entry entry) => OwnerOf(entry, BodyOf(entry));

    /// <inheritdoc cref="OwnerOf(in Entry)"/>
    internal int OwnerOf(in Entry entry, int writer) => files?.OwnerOf(entry, writer) ?? writer;

    /// <summary>Index of the body of which a report that arrived tells.</summary>
    public int ReporterOf(in Entry arrival) => files?.ReporterOf(arrival) ?? Model.IndexOf(arrival.CauseBody);

    /// <summary>The entry that enabled another; false: nothing came before it.</summary>
    public bool TryCause(in Entry entry, out Entry cause)
    {
        if (entry.CauseSequence == 0)
        {
            cause = default;
            return false;
        }

        cause = Of(PlaceOf(entry.CauseBody), entry.CauseSequence);
        return true;
    }

    /// <summary>The place in <see cref="Entries"/> of the entry that enabled another; -1: nothing came before it.</summary>
    internal int PlaceOfCause(in Entry entry) => entry.CauseSequence == 0
        ? -1
        : places[starts[PlaceOf(entry.CauseBody)] + checked((int)entry.CauseSequence) - 1];

    /// <summary>The director stands behind the bodies.</summary>
    private int PlaceOf(ulong body) => body == Director.Hash ? Model.Bodies.Count : Model.IndexOf(body);

    /// <summary>The root directive of an entry.</summary>
    public CompiledDirective RootOf(in Entry entry)
    {
        foreach (var directive in Model.Directives)
        {
            if (directive.ShortHash == entry.Root)
            {
                return directive;
            }
        }

        throw new InvalidDataException("The journal tells of a directive that the scenario does not have.");
    }
}
