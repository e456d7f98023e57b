namespace Simulator.Analysis.Experiments;

/// <summary>What a comparison says, many comparisons taken together.</summary>
public enum Verdict
{
    /// <summary>Every pair is of two equal numbers.</summary>
    Same,

    /// <summary>Better, and not by luck.</summary>
    Better,

    /// <summary>Worse, and not by luck.</summary>
    Worse,

    /// <summary>Different, and not by luck, where neither way is better.</summary>
    Differs,

    /// <summary>A difference, if there is one, cannot be told from luck yet.</summary>
    NotToldApart,

    /// <summary>There are no two pairs to compare.</summary>
    NotCompared,
}
