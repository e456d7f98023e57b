using Simulator.Kernel.Time;

namespace Simulator.Kernel.Conduct;

/// <summary>
/// How a superior follows up a paper it has issued (đôn đốc): when it reminds those who have not yet
/// reported, and when it goes and looks. Decree 30/2020/NĐ-CP, Article 24, has the head appoint someone to follow and urge.
/// </summary>
public sealed record FollowUpRule
{
    /// <summary>Elapsed time after the due date, where the paper has one; <c>null</c>: no such reminder.</summary>
    public TickSpan? GraceAfterDue { get; init; }

    /// <summary>Elapsed time after the issue, for papers without a due date; <c>null</c>: no such reminder.</summary>
    public TickSpan? AfterIssue { get; init; }

    /// <summary>Elapsed time after a reminder until the next; <c>null</c>: there is one only.</summary>
    public TickSpan? Again { get; init; }

    /// <summary>The most reminders about one paper, 1 to 255.</summary>
    public int AtMost { get; init; } = 1;

    /// <summary>When it turns to the level above; <c>null</c>: never.</summary>
    public EscalationRule? Escalate { get; init; }

    /// <summary>
    /// Elapsed time after the due date, or after the issue of a paper without one, until addressees are
    /// inspected (kiểm tra); <c>null</c>: they are not.
    /// </summary>
    public TickSpan? InspectAfter { get; init; }

    /// <summary>Whether all addressees are inspected, and not only those who have not reported.</summary>
    public bool InspectsAll { get; init; }

    /// <summary>
    /// How likely each addressee is inspected, silent or not, 0 to 1; <c>null</c>: it is not left to chance, and
    /// <see cref="InspectsAll"/> says who is.
    /// </summary>
    public double? InspectsShare { get; init; }

    /// <summary>Whether an inspection that finds something ignored is followed by a sanction.</summary>
    public bool Sanctions { get; init; }

    /// <summary>
    /// Whether sanctions rise with how often the body has had one: it is reminded of its duty (nhắc nhở), then
    /// reprimanded (phê bình), then disciplined (kỷ luật); with <see cref="Sanctions"/> only.
    /// </summary>
    public bool SanctionsRise { get; init; }
}
