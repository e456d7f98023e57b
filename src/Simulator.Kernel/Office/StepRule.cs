using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;

namespace Simulator.Kernel.Office;

/// <summary>How a kind of body takes one step: who does it and how long it takes him.</summary>
public sealed record StepRule
{
    /// <summary>The step.</summary>
    public required Step Step { get; init; }

    /// <summary>Who does it; <c>null</c>: nobody is held up by it, it only takes (elapsed) time.</summary>
    public Post? By { get; init; }

    /// <summary>
    /// Working minutes of the resource (elapsed minutes where <see cref="By"/> is <c>null</c>), one
    /// distribution for each <see cref="Urgency"/>, routine first; a single one holds for all. Empty for
    /// <see cref="Step.CarryOut"/>, where the assignment says it.
    /// </summary>
    public required IReadOnlyList<Distribution> Takes { get; init; }

    /// <summary>Working minutes more for each addressee (<see cref="Step.Issue"/> only).</summary>
    public double PerAddressee { get; init; }

    /// <summary>
    /// Whether the person who did the step before keeps the paper and goes on with this one, without a
    /// queue between; then <see cref="By"/> must be the same.
    /// </summary>
    public bool SameServer { get; init; }
}
