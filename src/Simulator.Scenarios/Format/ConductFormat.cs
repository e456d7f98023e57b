namespace Simulator.Scenarios.Format;

/// <summary>The keys of conduct and of following up.</summary>
internal static class ConductFormat
{
    /// <summary>How a body behaves.</summary>
    public static RecordShape Conduct { get; } = new(
        "conduct",
        new("stall", Scalars.Probability, "How likely an assignment is laid aside until reminded.")
        {
            Default = "0%",
            Example = "5%",
        },
        new("ignore", Scalars.Probability, "How likely it is never done.")
        {
            Default = "0%",
            Example = "1%",
        },
        new("partly", Scalars.Probability, "How likely what is carried out is carried out only in part.")
        {
            Default = "0%",
            Example = "10%",
        },
        OfficeFormat.Source);

    /// <summary>How a superior follows up.</summary>
    public static RecordShape FollowUp { get; } = new(
        "follow-up",
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
        OfficeFormat.Source);
}
