using Simulator.Analysis.Outcomes;

namespace Simulator.Analysis.Experiments;

/// <summary>One outcome in every cell of a comparison.</summary>
/// <param name="Outcome">What is compared.</param>
/// <param name="Answers">By cell, in their order; cells that have no such outcome are left out.</param>
public sealed record OutcomeComparison(Outcome Outcome, IReadOnlyList<CellAnswer> Answers);
