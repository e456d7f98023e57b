using Simulator.Kernel.Conduct;

namespace Simulator.Scenarios.Format;

/// <summary>The keys of what comes of it where several lines of command meet in one body.</summary>
internal static class LinesFormat
{
    /// <summary>Whom it obeys where it obeys neither, until somebody has ruled.</summary>
    public const string Wait = "wait";

    /// <summary>Whom it obeys where it does both.</summary>
    public const string DoesBoth = "none";

    /// <summary>By which of two papers a body goes, beside the name of a line.</summary>
    public static IReadOnlyList<(string Word, ConflictChoice Choice)> Choices { get; } =
    [
        ("nearer", ConflictChoice.Nearer),
        ("first", ConflictChoice.First),
        ("newest", ConflictChoice.Newest),
    ];

    /// <summary>How likely a second paper of a directive is seen to be one.</summary>
    public static Key RecognisesSecondRoute { get; } = new(
        "recognises-second-route", Scalars.Probability,
        "How likely a second paper of a directive is seen to be one and filed; else it is handled as a new one.")
    {
        Default = "100%",
        Example = "70%",
    };

    /// <summary>Which assignments of other directives exclude one.</summary>
    public static Key ConflictsWith { get; } = new(
        "conflicts-with",
        new ListShape(
            Scalars.Pattern("directive/assignment", Problem, "^[^/]+/[^/]+$"), 0, 100),
        "Assignments of other directives that exclude this one, each as DIRECTIVE/ASSIGNMENT; one side is enough.")
    {
        Default = "none",
        Example = "[reopening/open-markets]",
    };

    /// <summary>Whom a kind obeys.</summary>
    public static Key OnConflict { get; } = new(
        "on-conflict",
        Scalars.Pattern($"{Words}, {Wait}, {DoesBoth} or a line", Ids.Problem, "^.+$"),
        "Whom it obeys where two papers ask for what excludes each other: the `nearer` sender, the `first` or the "
            + "`newest` paper, or that of a line, by its name; or it begins neither, asks the nearest common superior of the "
            + "two senders, and has to `wait` for a ruling.")
    {
        Default = "none: it does both",
        Example = "party",
    };

    /// <summary>For which of two papers a kind rules.</summary>
    public static Key RulesFor { get; } = new(
        "rules-for",
        Scalars.Pattern($"{Words} or a line", Ids.Problem, "^.+$"),
        "For which of two papers it rules when somebody below asks which to obey: that of whoever is `nearer` to who asks, "
            + "the `first` or the `newest` that came to it, or that of a line, by its name.")
    {
        Default = "newest",
        Example = "party",
    };

    private static string Words => string.Join(", ", Choices.Select(each => each.Word));

    private static string? Problem(string text) =>
        text.Split('/') is [{ Length: > 0 }, { Length: > 0 }]
            ? null
            : $"'{text}' does not name an assignment of a directive: write reopening/open-markets, the id of the "
                + "directive, a slash, the id of the assignment.";
}
