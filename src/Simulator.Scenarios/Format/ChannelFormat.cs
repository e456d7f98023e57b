namespace Simulator.Scenarios.Format;

/// <summary>The keys of channels.</summary>
internal static class ChannelFormat
{
    /// <summary>A way for papers to travel.</summary>
    public static RecordShape Channel { get; } = new(
        "channel",
        new("delay", Scalars.ElapsedLaw,
            "From dispatch to arrival; a paper is under way for at least a minute.")
        {
            IsRequired = true,
            Example = "uniform 1m 10m",
        },
        new("report-delay", Scalars.ElapsedLaw, "The same for a report.")
        {
            Default = "as `delay`",
            Example = "5m",
        },
        new("reminder-delay", Scalars.ElapsedLaw, "The same for a reminder.")
        {
            Default = "as `delay`",
            Example = "1m",
        },
        new("loss", Scalars.Probability, "How likely a paper never arrives.")
        {
            Default = "0%",
            Example = "1%",
        },
        OfficeFormat.Source);
}
