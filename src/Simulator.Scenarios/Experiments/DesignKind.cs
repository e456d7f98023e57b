namespace Simulator.Scenarios.Experiments;

/// <summary>How an experiment chooses its cells.</summary>
public enum DesignKind
{
    /// <summary>Every value of each factor with every value of the others.</summary>
    Factorial,

    /// <summary>The scenario as it stands, then each value alone.</summary>
    OneAtATime,

    /// <summary>So many points, each factor's range evenly covered (McKay, Beckman and Conover 1979).</summary>
    LatinHypercube,

    /// <summary>Trajectories on which one factor at a time is changed, for screening (Morris 1991).</summary>
    Morris,
}
