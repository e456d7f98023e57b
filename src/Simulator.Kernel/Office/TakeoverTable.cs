namespace Simulator.Kernel.Office;

/// <summary>
/// The dossiers of a slab that bodies have taken over from dissolved ones, and those that were relayed after a
/// restructuring: only in the slab of a model that interventions restructure in the middle of a run.
/// </summary>
internal sealed class TakeoverTable
{
    private readonly Dictionary<(int Body, int Place), Takeover> entries = [];

    /// <summary>The number of the organisation for which the slab is laid out.</summary>
    internal int Structure { get; set; }

    /// <summary>Bytes that it holds, nearly: a dictionary keeps some room.</summary>
    internal long Bytes => entries.Count * 32L;

    /// <summary>What is known of a dossier.</summary>
    internal Takeover Of(int body, int place) => entries.GetValueOrDefault((body, place), Takeover.None);

    /// <summary>Notes it.</summary>
    internal void Set(int body, int place, Takeover entry) => entries[(body, place)] = entry;
}
