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

    /// <summary>
    /// The hours at which papers for this step are taken up together, in minutes of the day, 0 to 1439;
    /// empty: each goes before the post when it comes. Only for a step that somebody does and that is not
    /// gone on with.
    /// </summary>
    public IReadOnlyList<int> At { get; init; } = [];

    /// <summary>
    /// The lowest urgency that does not wait for such an hour; <c>null</c>: all wait. A document is issued
    /// on the day of signing, at the latest on the next working day, an urgent one at once (Decree
    /// 30/2020/NĐ-CP, Article 18(1)).
    /// </summary>
    public Urgency? AtOnceFrom { get; init; } = Urgency.Urgent;
}
