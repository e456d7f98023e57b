namespace Simulator.Kernel.Conduct;

/// <summary>How an assignment was truly carried out.</summary>
public enum Outcome : byte
{
    /// <summary>Not carried out.</summary>
    None = 0,

    /// <summary>In full.</summary>
    Complied = 1,

    /// <summary>In part.</summary>
    Partly = 2,

    /// <summary>
    /// As something else: the assignment was distorted on its way. The body believes that it has complied
    /// and reports so; in truth it has not.
    /// </summary>
    Otherwise = 3,
}
