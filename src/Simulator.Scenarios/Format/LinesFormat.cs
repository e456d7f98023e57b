namespace Simulator.Scenarios.Format;

/// <summary>The keys of what comes of it where several lines of command meet in one body.</summary>
internal static class LinesFormat
{
    /// <summary>How likely a second paper of a directive is seen to be one.</summary>
    public static Key RecognisesSecondRoute { get; } = new(
        "recognises-second-route", Scalars.Probability,
        "How likely a second paper of a directive is seen to be one and filed; else it is handled as a new one.")
    {
        Default = "100%",
        Example = "70%",
    };
}
