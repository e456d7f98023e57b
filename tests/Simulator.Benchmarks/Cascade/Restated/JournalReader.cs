using Simulator.Kernel.Journal;

namespace Simulator.Benchmarks.Cascade.Restated;

/// <summary>Takes the journal and reads one word of each entry, as the least that a reader does.</summary>
internal sealed class JournalReader : IJournalSink
{
    private ulong _sum;

    public long Entries { get; private set; }

    public void Append(ReadOnlySpan<Kernel.Journal.Entry> entries)
    {
        Entries += entries.Length;
        foreach (ref readonly var entry in entries)
            _sum += entry.Body;
    }
}
