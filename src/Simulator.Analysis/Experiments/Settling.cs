namespace Simulator.Analysis.Experiments;

/// <summary>What a search for the warm-up of a series came to.</summary>
public enum Settling
{
    /// <summary>Too few directives have a number, and time enough, for a judgement.</summary>
    TooFew,

    /// <summary>No settled half was found: no cut is right, and the run must be longer.</summary>
    Never,

    /// <summary>It is settled after the cut.</summary>
    AfterCut,
}
