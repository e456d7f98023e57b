namespace Simulator.Kernel.Office;

/// <summary>A paper that shares a person with others.</summary>
internal struct SharedPaper
{
    /// <summary>What is still to be done, in parts of a working minute, as of when his papers changed.</summary>
    internal long Remaining;

    /// <summary>The mark of the wake-up that ends it, below 0; 0: it is not the next to end.</summary>
    internal int Mark;

    /// <summary>When that is.</summary>
    internal int End;
}
