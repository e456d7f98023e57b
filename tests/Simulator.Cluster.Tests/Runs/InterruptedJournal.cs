using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Tests.Runs;

/// <summary>Does something once, when it has so many entries.</summary>
internal sealed class InterruptedJournal(int after, Func<Task> interrupt) : IJournalSink
{
    public List<Entry> Entries { get; } = [];

    public bool WasInterrupted { get; private set; }

    public void Append(ReadOnlySpan<Entry> entries)
    {
        Entries.AddRange(entries);
        if (!WasInterrupted && Entries.Count >= after)
        {
            WasInterrupted = true;
            interrupt().GetAwaiter().GetResult();
        }
    }
}
