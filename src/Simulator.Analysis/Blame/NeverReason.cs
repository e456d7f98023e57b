namespace Simulator.Analysis.Blame;

/// <summary>Why a body never came to a milestone.</summary>
public enum NeverReason
{
    /// <summary>Something holds it up at the end of the run.</summary>
    HeldUp,

    /// <summary>No paper ever came, and none is on its way: it is held up above.</summary>
    NotReached,

    /// <summary>The directive was superseded or recalled.</summary>
    Withdrawn,

    /// <summary>It did a part of what it was told.</summary>
    DoneInPart,

    /// <summary>The journal says nothing of it.</summary>
    Unknown,
}
