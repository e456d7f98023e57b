namespace Simulator.Analysis.Waits;

/// <summary>
/// What a body comes to with a directive, and with which a chain of causes can end; see <see cref="Measures.BodyProgress"/>.
/// </summary>
public enum ChainEnd
{
    /// <summary>The first paper arrived.</summary>
    Reached = 1,

    /// <summary>It was registered.</summary>
    Registered = 2,

    /// <summary>Handling ended.</summary>
    Assigned = 3,

    /// <summary>The relay was issued.</summary>
    Relayed = 4,

    /// <summary>All own assignments were carried out in full, and the relay issued: the later of them.</summary>
    Complied = 5,

    /// <summary>The newest own assignment ended.</summary>
    WorkEnded = 6,

    /// <summary>Nothing more was waited for, or the cut-off passed.</summary>
    Closed = 7,

    /// <summary>The report arrived where it goes to.</summary>
    Reported = 8,
}
