namespace Simulator.Kernel.Journal;

/// <summary>Where a run's entries go, in the order of their key.</summary>
public interface IJournalSink
{
    /// <summary>Takes the entries of one tick or of a part of it; the span is valid during the call only.</summary>
    void Append(ReadOnlySpan<Entry> entries);
}
