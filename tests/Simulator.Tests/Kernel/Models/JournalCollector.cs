using Simulator.Kernel.Journal;

namespace Simulator.Tests.Kernel.Models;

/// <summary>Keeps the whole journal, in the order in which it is handed over.</summary>
internal sealed class JournalCollector : IJournalSink
{
    public List<Entry> Entries { get; } = [];

    public void Append(ReadOnlySpan<Entry> entries) => Entries.AddRange(entries);
}
