using Simulator.Analysis.Traces;
using Simulator.Analysis.Waits;

namespace Simulator.Analysis.Paths;

/// <summary>One leg of a critical path.</summary>
/// <param name="Leg">From the entry before to the entry that ended it.</param>
/// <param name="Parts">Its minutes by reason; they add up to the whole.</param>
/// <param name="RunnerUp">What else its end had waited for, the latest of it; <c>null</c>: for nothing else.</param>
public sealed record PathLeg(Leg Leg, IReadOnlyList<WaitPart> Parts, RunnerUp? RunnerUp);
