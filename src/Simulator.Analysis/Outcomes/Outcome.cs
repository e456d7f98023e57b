namespace Simulator.Analysis.Outcomes;

/// <summary>
/// A number that a run answers with, under a name that stays the same from run to run and from variant to
/// variant, so that replications can be summed up and variants compared.
/// </summary>
/// <param name="Name">
/// Its name, such as <c>registered(level commune) >= 95%: days</c> or <c>telegram: complied</c>.
/// </param>
/// <param name="Unit">What its number counts.</param>
/// <param name="Better">Which way is better.</param>
/// <param name="IsGoal">Whether it is asked for, as a goal of the scenario or a measure beside them.</param>
public sealed record Outcome(string Name, OutcomeUnit Unit, Better Better, bool IsGoal);
