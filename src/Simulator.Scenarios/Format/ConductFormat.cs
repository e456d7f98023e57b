namespace Simulator.Scenarios.Format;

/// <summary>The keys of conduct and of following up.</summary>
internal static class ConductFormat
{
    /// <summary>How a body behaves.</summary>
    public static RecordShape Conduct { get; } = new(
        "conduct",
        [
            .. ConductOverTimeFormat.Shares("0%"),
            .. ConductOverTimeFormat.Keys,
            OfficeFormat.Source,
        ]);

    /// <summary>How a superior follows up.</summary>
    public static RecordShape FollowUp { get; } = new(
        "follow-up",
        [
            new("after-due", Scalars.Elapsed,
                "How long after the due date those who have not reported are reminded.")
            {
                Default = "no such reminder",
                Example = "2d",
            },
            new("after-issue", Scalars.Lasting, "The same after the issue, for papers without a due date.")
            {
                Default = "no such reminder",
                Example = "7d",
            },
            .. ConductOverTimeFormat.FollowUpKeys,
            OfficeFormat.Source,
        ]);
}
