using Simulator.Analysis.Measures;

namespace Simulator.Analysis.Reports;

/// <summary>A body, where it stands, and how many of it and all below it stand where.</summary>
/// <param name="Body">Index of the body.</param>
/// <param name="IsIssuer">Whether it issued the directive; then it is not counted.</param>
/// <param name="State">Where it stands itself.</param>
/// <param name="Counts">By number of the state: how many, itself included.</param>
/// <param name="Below">The bodies below it that are shown one by one; of deeper ones the counts alone.</param>
public sealed record StateNode(
    int Body, bool IsIssuer, ProgressState State, IReadOnlyList<int> Counts, IReadOnlyList<StateNode> Below)
{
    /// <summary>How many are counted.</summary>
    public int All => Counts.Sum();
}
