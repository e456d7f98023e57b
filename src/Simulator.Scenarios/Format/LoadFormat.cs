using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Format;

/// <summary>The keys of the other papers of the day, and of attention.</summary>
internal static class LoadFormat
{
    private const int MostPapers = 10_000;
    private const int MostTimes = 1_000;

    /// <summary>The attention rules by the names that scenarios use, in the order of their numbers.</summary>
    public static IReadOnlyList<string> Rules { get; } =
        ["urgency-first", "first-come", "deadline-first", "random", "priority-list"];

    /// <summary>Which paper is taken up first.</summary>
    public static Shape Attention { get; } = new EitherShape
    {
        Scalar = new WordShape([.. Rules]),
        Map = new RecordShape(
            "attention",
            new("rule", new WordShape([.. Rules]), "Which paper is taken up first.")
            {
                IsRequired = true,
                Example = "priority-list",
            },
            new("length", Scalars.Whole(1, MostPapers),
                "How many papers are on a priority list; the others wait before it, first come.")
            {
                Default = "all that wait",
                Example = "2",
            },
            new("follows", Scalars.Probability,
                "How likely the highest priority is taken; else any paper on the list is.")
            {
                Default = "100%",
                Example = "99.99%",
            },
            OfficeFormat.Source),
    };

    /// <summary>The other papers of the day.</summary>
    public static Shape Load { get; } = new EitherShape
    {
        Scalar = new WordShape("none"),
        Map = new RecordShape(
            "load",
            new("incoming", UpTo(MostPapers), "Other papers that come in on a calendar day: registered, assigned, settled.")
            {
                Default = "0",
                Example = "20.6",
            },
            new("outgoing", UpTo(MostPapers), "Other papers that go out on a calendar day: drafted, signed, issued.")
            {
                Default = "0",
                Example = "6",
            },
            new("settles", Scalars.WorkingLaw, "How long the staff takes to settle one that came in.")
            {
                Default = "nobody settles them",
                Example = "pert 10wm 20wm 2wh",
            },
            new("drafts", Scalars.WorkingLaw, "How long the draft of one that goes out takes.")
            {
                Default = "as the step `draft`",
                Example = "pert 10wm 30wm 2wh",
            },
            new("urgent", Scalars.Probability, "How likely one is marked urgent; the others are routine.")
            {
                Default = "0%",
                Example = "10%",
            },
            new("times", UpTo(MostTimes), "By how much both numbers are multiplied.")
            {
                Default = "1",
                Example = "3",
            },
            new("backlog", Scalars.Whole(0, MostPapers), "How many wait to be settled when the run begins.")
            {
                Default = "0",
                Example = "12",
            },
            OfficeFormat.Source),
    };

    private static ScalarShape UpTo(int most) => new(
        string.Create(CultureInfo.InvariantCulture, $"number, 0 to {most}"),
        () => new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = most },
        text => NumberText.Number(text) is { } number && number <= most
            ? null
            : string.Create(
                CultureInfo.InvariantCulture, $"'{ScalarNode.Excerpt(text)}' is not a number from 0 to {most}."));
}
