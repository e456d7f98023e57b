namespace Simulator.Analysis.Outcomes;

/// <summary>What the number of an outcome counts.</summary>
public enum OutcomeUnit
{
    /// <summary>A share, 0 to 1.</summary>
    Share,

    /// <summary>Elapsed days from the issue of the directive, or from what a body's own part begins with.</summary>
    Days,

    /// <summary>Bodies.</summary>
    Bodies,

    /// <summary>1: it is so in this run, 0: it is not. Its mean over runs is a proportion.</summary>
    YesOrNo,

    /// <summary>Hours in which the offices concerned are at work.</summary>
    Hours,
}
