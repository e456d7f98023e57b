namespace Simulator.Analysis.Measures.Desks;

/// <summary>How many pieces of work lie at desks from a tick on.</summary>
/// <param name="Tick">The tick.</param>
/// <param name="Waiting">Nobody has taken them up.</param>
/// <param name="InHand">Somebody has.</param>
/// <param name="Untold">One or the other: they are not done in this run, and the journal does not tell which.</param>
public readonly record struct BacklogPoint(int Tick, int Waiting, int InHand, int Untold)
{
    /// <summary>All of them.</summary>
    public int All => Waiting + InHand + Untold;
}
