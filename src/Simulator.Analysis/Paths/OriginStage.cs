namespace Simulator.Analysis.Paths;

/// <summary>Where on its way a difference began.</summary>
public enum OriginStage
{
    /// <summary>On the way to the body: from the dispatch of its paper to the arrival.</summary>
    Travel = 0,

    /// <summary>At the body: from the arrival to the relay.</summary>
    Relay = 1,

    /// <summary>At a body that relays to nobody: from the arrival to its compliance.</summary>
    CarryOut = 2,
}
