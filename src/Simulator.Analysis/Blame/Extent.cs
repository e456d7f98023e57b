namespace Simulator.Analysis.Blame;

/// <summary>How far a removal goes, the narrowest first.</summary>
public enum Extent
{
    /// <summary>One body.</summary>
    Body = 0,

    /// <summary>One channel.</summary>
    Channel = 1,

    /// <summary>Some bodies of a kind: only on the way from the kind to one of them.</summary>
    Part = 2,

    /// <summary>All bodies of a kind.</summary>
    Kind = 3,

    /// <summary>All bodies of a level.</summary>
    Level = 4,

    /// <summary>All bodies, or all channels.</summary>
    Everybody = 5,
}
