namespace Simulator.Kernel.Conduct;

/// <summary>What becomes of a question. Numbers are fixed: they stand in journals.</summary>
public enum Decision : byte
{
    /// <summary>No decision.</summary>
    None = 0,

    /// <summary>The opinion is given, or what was asked for is approved.</summary>
    Consent = 1,

    /// <summary>It is refused: the assignment is not carried out.</summary>
    Refusal = 2,

    /// <summary>It goes back to the asker for clarification.</summary>
    Returned = 3,

    /// <summary>It is passed up; the answer comes back the same way.</summary>
    PassedUp = 4,
}
