using Simulator.Analysis.Traces;

namespace Simulator.Analysis.Paths;

/// <summary>One leg of a critical path.</summary>
/// <param name="Leg">From the entry before to the entry that ended it.</param>
/// <param name="RunnerUp">What else its end had waited for, the latest of it; <c>null</c>: for nothing else.</param>
public sealed record PathLeg(Leg Leg, RunnerUp? RunnerUp);
