namespace Simulator.Kernel.Office;

/// <summary>The three resources of an office, in the order in which they are served.</summary>
public enum Post : byte
{
    /// <summary>The records clerk (văn thư).</summary>
    Clerk = 0,

    /// <summary>The leadership.</summary>
    Leadership = 1,

    /// <summary>The staff.</summary>
    Staff = 2,
}
