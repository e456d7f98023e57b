namespace Simulator.Kernel.Documents;

/// <summary>What becomes of a contribution that a coordinating body does not write at once.</summary>
public enum ContributionState : byte
{
    /// <summary>It is laid aside until reminded.</summary>
    LaidAside = 0,

    /// <summary>It will not be written unless inspected.</summary>
    Ignored = 1,

    /// <summary>A reminder or an inspection got it going.</summary>
    Resumed = 2,
}
