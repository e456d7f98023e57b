using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Format;

/// <summary>
/// The keys of leads that wait for those who coordinate, of those who collect reports, and of copies for information.
/// </summary>
internal static class CoordinationFormat
{
    /// <summary>The value by which a lead waits for all inputs.</summary>
    public const string NoLimit = "no-limit";

    /// <summary>The value that takes any of these away.</summary>
    public const string None = "none";

    /// <summary>How long the lead of an assignment waits.</summary>
    public static Key WaitForInputs { get; } = new(
        "wait-for-inputs",
        Scalars.Pattern(
            "elapsed time, no-limit or none", InputsProblem,
            $"^({NoLimit}|{None}|([0-9]+(\\.[0-9]+)?(m|h|d))+)$"),
        "How long the lead waits at most for the inputs of those who coordinate, before it carries the assignment "
            + "out; without it they write none.")
    {
        Default = None,
        Example = "5d",
    };

    /// <summary>Who collects reports.</summary>
    public static Key CollectedBy { get; } = new(
        "collected-by",
        new EitherShape
        {
            Scalar = new WordShape(None),
            Map = new MapShape("level", Ids.Problem, SelectorFormat.List),
        },
        "By level of the issuer of the paper: the one body, under or beside it, that collects the reports of its "
            + "addressees in its place.")
    {
        Default = "nobody, they go to the issuer",
        Example = "{ district: { kind: district-steering-committee } }",
    };

    private static RecordShape CopyRecord { get; } = new(
        "copy",
        new("by", SelectorFormat.List, "Of whose paper.")
        {
            Default = "the issuer of the directive",
            Example = "[level: district]",
        },
        new Key("to", SelectorFormat.List, "Who gets a copy; who is addressed gets none.")
        {
            IsRequired = true,
            Example = "[district-council]",
        },
        OfficeFormat.Source);

    /// <summary>Copies for information.</summary>
    public static Key Copies { get; } = new(
        "copies",
        new EitherShape { Scalar = new WordShape(None), List = new ListShape(CopyRecord, 0, 100) },
        "The copies for information (để biết, để b/c) that are sent: they are registered and bind nobody.")
    {
        Default = None,
        Example = "[{ by: [level: district], to: [subordinates] }]",
    };

    private static string? InputsProblem(string text)
    {
        if (text is NoLimit or None)
        {
            return null;
        }

        var (amount, problem) = SpanText.Parse(text, SpanUnits.Elapsed);
        return amount is null ? $"{problem} Or write {NoLimit}, or {None}."
            : amount.Value.WholeMinutes(0) > 0 ? null
            : $"'{text}' is no time at all: write {None}.";
    }
}
