namespace Simulator.Analysis.Waits;

/// <summary>The reasons in their order, and the words by which files and stores know them.</summary>
public static class WaitReasons
{
    /// <summary>One more than the largest number of a reason.</summary>
    public const int Count = 18;

    /// <summary>All, in the order of their numbers.</summary>
    public static IReadOnlyList<WaitReason> All { get; } =
        [.. Enum.GetValues<WaitReason>().Where(reason => reason != WaitReason.None)];

    /// <summary>The word of a reason, such as <c>more-urgent-paper</c>.</summary>
    /// <param name="reason">The reason.</param>
    public static string Key(this WaitReason reason) => reason switch
    {
        WaitReason.Work => "work",
        WaitReason.Travel => "travel",
        WaitReason.Unseen => "unseen",
        WaitReason.OffHours => "off-hours",
        WaitReason.MoreUrgentPaper => "more-urgent-paper",
        WaitReason.EarlierPaper => "earlier-paper",
        WaitReason.BackgroundLoad => "background-load",
        WaitReason.Batching => "batching",
        WaitReason.Absence => "absence",
        WaitReason.Opinion => "opinion",
        WaitReason.CoordinatingBodies => "coordinating-bodies",
        WaitReason.SubordinatesReports => "subordinates-reports",
        WaitReason.Stall => "stall",
        WaitReason.HandOver => "hand-over",
        WaitReason.Retry => "retry",
        WaitReason.Pinned => "pinned",
        WaitReason.Decision => "decision",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason."),
    };

    /// <summary>
    /// Whether the minutes of a reason lie in working hours: those of the post that the paper was before. Off-hours do
    /// not; of the others that have no post it is not asked.
    /// </summary>
    /// <param name="reason">The reason.</param>
    public static bool IsInHours(this WaitReason reason) => reason is WaitReason.Work or WaitReason.MoreUrgentPaper
        or WaitReason.EarlierPaper or WaitReason.BackgroundLoad or WaitReason.Batching or WaitReason.Absence;
}
