namespace Simulator.Analysis.Outcomes;

/// <summary>An outcome and how it is found in what was read of a run.</summary>
/// <param name="Outcome">What it is called and counts.</param>
/// <param name="Find">Its number; not a number where the run has no answer.</param>
internal sealed record OutcomeColumn(Outcome Outcome, Func<OutcomeReading, double> Find);
