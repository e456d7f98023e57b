using Simulator.Kernel.Office;

namespace Simulator.Scenarios.Format;

/// <summary>The keys of what people do at their desks: hours for a step, papers in hand, absences, deputies.</summary>
internal static class DeskFormat
{
    /// <summary>Nothing of it, in place of what is inherited.</summary>
    public const string None = "none";

    private static RecordShape Absences { get; } = new(
        "absences",
        new("share", Scalars.Probability, "For which share of his working time each is away; below 100%.")
        {
            IsRequired = true,
            Example = "8%",
        },
        new("lasts", Scalars.WorkingLaw, "How long one absence lasts.")
        {
            IsRequired = true,
            Example = "lognormal median 2wd sigma 0.6",
        },
        OfficeFormat.Source);

    private static RecordShape Spell { get; } = new(
        "away",
        new("who", Scalars.Whole(0, Resource.MostHeads - 1), "Which person of the post, from 0.")
        {
            Default = "0",
            Example = "1",
        },
        new("from", Scalars.Time, "From when on.")
        {
            IsRequired = true,
            Example = "2021-05-10",
        },
        new("to", Scalars.Time, "Until when; a date is included.")
        {
            IsRequired = true,
            Example = "2021-05-12",
        });

    /// <summary>The keys of a step.</summary>
    public static IReadOnlyList<Key> OfStep { get; } =
    [
        new("at",
            new EitherShape { Scalar = Hour, List = new ListShape(Hour, 0, 24) },
            "The hours of the day at which papers for it are taken up together, on days on which the post works.")
        {
            Default = "each is taken up when it comes",
            Example = "[\"10:00\", \"16:00\"]",
        },
        new("at-once-from", new WordShape([.. OfficeFormat.Urgencies, None]),
            "The lowest urgency that does not wait for such an hour.")
        {
            Default = "urgent",
            Example = "express",
        },
    ];

    /// <summary>The keys of a post.</summary>
    public static IReadOnlyList<Key> OfPost { get; } =
    [
        new("multitasking", Scalars.Whole(1, Resource.MostPapers),
            "How many papers each person has in hand at once, dividing the minutes evenly.")
        {
            Default = "1",
            Example = "3",
        },
        new("absences", new EitherShape { Scalar = new WordShape(None), Map = Absences },
            "How people are away by chance, each by himself.")
        {
            Default = None,
            Example = "{ share: 8%, lasts: lognormal median 2wd sigma 0.6 }",
        },
        new("away",
            new ListShape(new EitherShape { List = new ListShape(Scalars.Time, 2, 2), Map = Spell }, 0, 1000),
            "When somebody is away by arrangement, the first of the post unless said; a last date is included.")
        {
            Default = None,
            Example = "[[2021-05-10, 2021-05-12]]",
        },
        new("deputies", Scalars.Whole(0, Resource.MostHeads - 1),
            "How many act only while somebody is away, one for each.")
        {
            Default = "0",
            Example = "1",
        },
        new("deputies-after", Scalars.Working, "How long somebody must have been away for a deputy to act.")
        {
            Default = "0wm",
            Example = "4wh",
        },
    ];

    private static Shape Hour => Scalars.Pattern(
        "hour", Organisation.HoursText.HourProblem, "^([01][0-9]|2[0-3]):[0-5][0-9]$");
}
