using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Format;

/// <summary>The single values of the format.</summary>
internal static class Scalars
{
    private const int LongestText = 20_000;
    private const string Length = @"([0-9]+(\.[0-9]+)?(m|h|d|wm|wh|wd))+";

    /// <summary>Any text.</summary>
    public static Shape Text { get; } = new ScalarShape(
        "text",
        () => new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") },
        text => text.Length > LongestText ? $"it is longer than {LongestText} characters." : null);

    /// <summary>A text in one or two languages.</summary>
    public static Shape TwoLanguages { get; } = new EitherShape
    {
        Scalar = Text,
        Map = new RecordShape(
            "languages",
            new Key("vi", Text, "The text in Vietnamese.") { Example = "Uỷ ban nhân dân cấp huyện" },
            new Key("en", Text, "The text in English.") { Example = "district People's Committee" }),
    };

    /// <summary>An id.</summary>
    public static Shape Id { get; } = Pattern("id", Ids.Problem, @"^[\p{L}\p{Nd}][\p{L}\p{Nd}_-]*$");

    /// <summary>The id of a body, a member of a group or a group.</summary>
    public static Shape BodyReference { get; } =
        Pattern("body id", Ids.ReferenceProblem,
            @"^[\p{L}\p{Nd}][\p{L}\p{Nd}_-]*(/[\p{L}\p{Nd}][\p{L}\p{Nd}_-]*)?$");

    /// <summary>The name of a library.</summary>
    public static Shape LibraryName { get; } = Pattern("library name", Ids.LibraryProblem, @"^\S+$");

    /// <summary>A path in the scenario's folder, or the name of a library.</summary>
    public static Shape Path { get; } = new ScalarShape(
        "path", () => new JsonObject { ["type"] = "string", ["minLength"] = 1 }, _ => null);

    /// <summary>A civil time or a date.</summary>
    public static Shape Time { get; } = Pattern(
        "time",
        text => CivilTime.TryParse(text, out _, out string? problem) ? null : problem,
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2})?$");

    /// <summary>A date.</summary>
    public static Shape Date { get; } =
        Pattern("date", DateProblem, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");

    /// <summary>An offset from UTC.</summary>
    public static Shape Offset { get; } =
        Pattern("offset", text => NumberText.Offset(text).Problem, "^[+-][0-9]{2}:[0-9]{2}$");

    /// <summary>A share.</summary>
    public static Shape Probability { get; } = new ScalarShape(
        "probability",
        () => new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 },
                PatternSchema(@"^[0-9]+(\.[0-9]+)?\s*%?$")),
        },
        text => NumberText.Probability(text).Problem);

    /// <summary>A share from -100% to 100%.</summary>
    public static Shape Lift { get; } = new ScalarShape(
        "share, also negative",
        () => new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "number", ["minimum"] = -1, ["maximum"] = 1 },
                PatternSchema(@"^-?[0-9]+(\.[0-9]+)?\s*%?$")),
        },
        text => NumberText.Lift(text).Problem);

    /// <summary>Elapsed time.</summary>
    public static Shape Elapsed { get; } = Span("elapsed time", SpanUnits.Elapsed);

    /// <summary>Elapsed time that is not zero.</summary>
    public static Shape Lasting { get; } = Pattern("elapsed time", LastingProblem, $"^{Length}$");

    /// <summary>Working time.</summary>
    public static Shape Working { get; } = Span("working time", SpanUnits.Working);

    /// <summary>A law of chance over working time.</summary>
    public static Shape WorkingLaw { get; } = Law("working time, by chance", SpanUnits.Working);

    /// <summary>A law of chance over elapsed time.</summary>
    public static Shape ElapsedLaw { get; } = Law("elapsed time, by chance", SpanUnits.Elapsed);

    /// <summary>A law of chance over either.</summary>
    public static Shape AnyLaw { get; } = Law("time, by chance", SpanUnits.Either);

    /// <summary>Why a text is no elapsed time that is not zero; <c>null</c> if it is one.</summary>
    public static string? LastingProblem(string text) => SpanText.Parse(text, SpanUnits.Elapsed) switch
    {
        (null, var problem) => problem,
        ({ } amount, _) => amount.WholeMinutes(0) > 0 ? null : $"'{text}' is no time at all.",
    };

    /// <summary>A moment, or a length of time after another.</summary>
    public static Shape TimeOrSpan(SpanUnits units) => Pattern(
        units == SpanUnits.Elapsed ? "time or elapsed time" : "time, elapsed or working time",
        text => LooksLikeDate(text)
            ? CivilTime.TryParse(text, out _, out string? problem) ? null : problem
            : SpanText.Parse(text, units).Problem,
        $"^([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}([T ][0-9]{{2}}:[0-9]{{2}})?|{Length})$");

    /// <summary>A length of time forwards or backwards.</summary>
    public static Shape Shift { get; } = Pattern(
        "elapsed time, also negative",
        text => SpanText.Parse(text.TrimStart('-'), SpanUnits.Elapsed).Problem,
        $"^-?{Length}$");

    /// <summary>Whether a text is meant to be a date rather than a length of time.</summary>
    public static bool LooksLikeDate(string text) => text.Length > 4 && text[4] == '-';

    /// <summary>A whole number within limits.</summary>
    public static Shape Whole(long least, ulong most) => new ScalarShape(
        most == ulong.MaxValue
            ? "whole number"
            : string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"),
        () => new JsonObject { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most },
        text =>
        {
            bool whole = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture,
                out ulong number);
            string excerpt = ScalarNode.Excerpt(text);
            return whole && number >= (ulong)least && number <= most
                ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                        $"'{excerpt}' is not a whole number from {least} to {most}.");
        });

    /// <summary>A text of a certain form.</summary>
    public static Shape Pattern(string typeName, Func<string, string?> problem, string pattern) =>
        new ScalarShape(typeName, () => PatternSchema(pattern), problem);

    /// <summary>Why a text is no date; <c>null</c> if it is one.</summary>
    public static string? DateProblem(string text) =>
        CivilDate.TryParse(text, out _, out string? problem) ? null : problem;

    // YAML makes numbers of texts such as 007, and a schema sees them so.
    private static JsonObject PatternSchema(string pattern) =>
        new() { ["type"] = new JsonArray("string", "integer"), ["pattern"] = pattern };

    private static Shape Span(string typeName, SpanUnits units) =>
        Pattern(typeName, text => SpanText.Parse(text, units).Problem, $"^{Length}$");

    private static Shape Law(string typeName, SpanUnits units) => Pattern(
        typeName,
        text => DistributionText.Parse(text, units).Problem,
        $"^({Length}|({string.Join('|', DistributionText.Families)}) .+)$");
}
