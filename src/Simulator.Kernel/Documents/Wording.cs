namespace Simulator.Kernel.Documents;

/// <summary>
/// How a paper words its assignments. A vague assignment says to all alike what should be done, and names no
/// lead and no date. Numbers are fixed: they stand in journals.
/// </summary>
public enum Wording : byte
{
    /// <summary>As the root directive declares it of each assignment.</summary>
    AsDeclared = 0,

    /// <summary>Concrete: a document on the way has said who, what and by when.</summary>
    Concrete = 1,

    /// <summary>Vague: the text of the level above was copied for addressees that it was not written for.</summary>
    Vague = 2,
}
