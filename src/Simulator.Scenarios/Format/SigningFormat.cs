namespace Simulator.Scenarios.Format;

/// <summary>The keys of who signs instead of the leadership (Decree 30/2020/NĐ-CP, Article 13).</summary>
internal static class SigningFormat
{
    private static RecordShape Signing { get; } = new(
        "signing",
        new("by-order", Scalars.Probability, "How likely an implementing document is one that is signed by order (TL.).")
        {
            Default = "0%",
            Example = "40%",
        },
        new("up-to", new WordShape([.. OfficeFormat.Urgencies]), "The highest mark of a document that is.")
        {
            Default = "timed-express",
            Example = "urgent",
        },
        new("by-authorisation", Scalars.Probability,
            "How likely one that finds nobody of the leadership there is signed by authorisation (TUQ.).")
        {
            Default = "0%",
            Example = "100%",
        },
        new("by", new WordShape("clerk", "staff"), "Whose hands it is in then.")
        {
            Default = "staff",
            Example = "clerk",
        },
        OfficeFormat.Source);

    /// <summary>Of a kind: who signs instead of the leadership.</summary>
    public static Key OfKind { get; } = new(
        "signing", new EitherShape { Scalar = new WordShape("none"), Map = Signing },
        "Who signs implementing documents instead of the leadership; `none` takes an inherited rule away.")
    {
        Default = "the leadership signs all",
        Example = "{ by-order: 40%, up-to: urgent }",
    };
}
