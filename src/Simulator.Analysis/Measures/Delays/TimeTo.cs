namespace Simulator.Analysis.Measures.Delays;

/// <summary>What a body takes its time to get to, with respect to one directive.</summary>
public enum TimeTo : byte
{
    /// <summary>Its first paper arrives.</summary>
    Reach = 0,

    /// <summary>That paper is registered.</summary>
    Register = 1,

    /// <summary>Its own paper, to those below it, leaves; asked of bodies that have anybody to relay to.</summary>
    Relay = 2,

    /// <summary>It has been assigned, has relayed and has carried out in full all that is its own.</summary>
    Comply = 3,

    /// <summary>Its report arrives where it reports to.</summary>
    Report = 4,
}
