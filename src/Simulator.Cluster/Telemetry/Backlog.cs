namespace Simulator.Cluster.Telemetry;

/// <summary>
/// How much waits, summed over all who hold some of it in this process: each keeps the part of its own up to
/// date, and only the sum is shown, when someone asks for it.
/// </summary>
internal sealed class Backlog
{
    private long total;

    /// <summary>What waits at all owners together.</summary>
    public long Total => Interlocked.Read(ref total);

    /// <summary>The part of a new owner, empty at first; it leaves the sum when it is disposed.</summary>
    public Part Open() => new(this);

    /// <summary>What waits at one owner. Not for several threads at once.</summary>
    public sealed class Part(Backlog whole) : IDisposable
    {
        private long length;

        /// <summary>It is now this long.</summary>
        public void Set(long length)
        {
            if (length != this.length)
            {
                Interlocked.Add(ref whole.total, length - this.length);
                this.length = length;
            }
        }

        /// <inheritdoc/>
        public void Dispose() => Set(0);
    }
}
