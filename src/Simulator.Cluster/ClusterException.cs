namespace Simulator.Cluster;

/// <summary>
/// A cluster that cannot be used as asked: a wrong setting, or something that is not reached. The message is
/// one line that says what to do.
/// </summary>
public sealed class ClusterException : Exception
{
    /// <summary>What is wrong, and what to do.</summary>
    public ClusterException(string message)
        : base(message)
    {
    }

    /// <summary>What is wrong, and what to do; and what was seen.</summary>
    public ClusterException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether it may mend itself: a silo is not there yet.</summary>
    public bool IsPassing { get; init; }
}
