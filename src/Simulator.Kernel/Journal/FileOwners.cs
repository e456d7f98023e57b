using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;

namespace Simulator.Kernel.Journal;

/// <summary>
/// Reads from the entries of a run whose files bodies have taken over: what is written about such a file tells how far
/// the body has got that is dissolved, and not how far the one that wrote it.
/// </summary>
/// <param name="model">The model of the run.</param>
public sealed class FileOwners(CompiledModel model)
{
    private readonly Dictionary<(int Body, uint Root, byte Route), int> owners = [];
    private readonly Dictionary<(int Body, uint Sequence), int> sent = [];
    private Dictionary<ulong, int>? byUpperHash;

    /// <summary>Takes in an entry; those of one body in their order.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="body">Index of the body that wrote it.</param>
    public void Take(in Entry entry, int body)
    {
        if (entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.HandedFile })
        {
            byUpperHash ??= Enumerable.Range(0, model.Bodies.Count).ToDictionary(each => model.FactsOf(each).Hash >> 16);
            owners[(body, entry.Root, entry.Route)] = byUpperHash[((ulong)entry.A << 24) | (uint)entry.B];
        }
        else if (owners.Count > 0 && OwnerOf(entry, body) is var owner && owner != body && Reports(entry))
        {
            sent[(body, entry.Sequence)] = owner;
        }
    }

    /// <summary>Index of the body whose file an entry is about: the one that wrote it, or a dissolved one.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="body">Index of the body that wrote it.</param>
    public int OwnerOf(in Entry entry, int body) =>
        owners.Count == 0 ? body : owners.GetValueOrDefault((body, entry.Root, entry.Route), body);

    /// <summary>Index of the body of which a report that arrived tells.</summary>
    /// <param name="arrival">The arrival.</param>
    public int ReporterOf(in Entry arrival)
    {
        var sender = model.IndexOf(arrival.CauseBody);
        return sent.GetValueOrDefault((sender, arrival.CauseSequence), sender);
    }

    private static bool Reports(in Entry entry) =>
        entry is { Kind: EntryKind.StepEnded, What: (byte)PaperClass.Report } or { Kind: EntryKind.Closed, What: 1 };
}
