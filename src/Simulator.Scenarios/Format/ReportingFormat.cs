namespace Simulator.Scenarios.Format;

/// <summary>The keys of what bodies report: how true their figures are.</summary>
internal static class ReportingFormat
{
    private static RecordShape Reporting { get; } = new(
        "reporting",
        new("inflates", Scalars.Probability,
            "The share of what did not comply that is claimed as complied; of itself, how likely it claims that.")
        {
            Default = "0%",
            Example = "30%",
        },
        new("errs", Scalars.Probability, "How likely the number of a report is misread.")
        {
            Default = "0%",
            Example = "5%",
        },
        new("error-size", Scalars.Probability,
            "By how much at most it is then wrong, up or down, as a share of the bodies counted.")
        {
            Default = "10%",
            Example = "20%",
        },
        OfficeFormat.Source);

    /// <summary>How true the figures of a kind are.</summary>
    public static Key OfKind { get; } = new(
        "reporting", new EitherShape { Scalar = new WordShape("none"), Map = Reporting },
        "How true the figures are that it reports; `none` takes an inherited rule away.")
    {
        Default = "it reports what it knows",
        Example = "{ inflates: 30%, errs: 5%, error-size: 10% }",
    };
}
