namespace Simulator.Kernel.Journal;

/// <summary>Keeps the entries of a run in memory.</summary>
public sealed class JournalList : IJournalSink
{
    private Entry[] entries = new Entry[1024];
    private int count;

    /// <summary>The entries so far.</summary>
    public ReadOnlySpan<Entry> Entries => entries.AsSpan(0, count);

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<Entry> entries)
    {
        if (count + entries.Length > this.entries.Length)
        {
            Array.Resize(ref this.entries, Math.Max(this.entries.Length * 2, count + entries.Length));
        }

        entries.CopyTo(this.entries.AsSpan(count));
        count += entries.Length;
    }

    /// <summary>The entries as an array of their own.</summary>
    public Entry[] ToArray() => Entries.ToArray();
}
