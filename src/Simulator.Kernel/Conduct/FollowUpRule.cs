using Simulator.Kernel.Time;

namespace Simulator.Kernel.Conduct;

/// <summary>
/// How a superior follows up a paper it has issued (đôn đốc): when it reminds those who have not yet
/// reported. Decree 30/2020/NĐ-CP, Article 24, has the head appoint someone to follow and urge.
/// </summary>
public sealed record FollowUpRule
{
    /// <summary>Elapsed time after the due date, where the paper has one; <c>null</c>: no such reminder.</summary>
    public TickSpan? GraceAfterDue { get; init; }

    /// <summary>Elapsed time after the issue, for papers without a due date; <c>null</c>: no such reminder.</summary>
    public TickSpan? AfterIssue { get; init; }
}
