using System.Globalization;

namespace Simulator.Scenarios.Format;

/// <summary>The keys of duties to report that a directive lays down beside the last report.</summary>
internal static class ReportDutyFormat
{
    private const string HourProblem = "an hour of the day is written 15:30, from 00:00 to 24:00.";

    private static Shape Hour { get; } = Scalars.Pattern(
        "hour", text => HourOf(text) is null ? $"'{Reading.ScalarNode.Excerpt(text)}': {HourProblem}" : null,
        "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$");

    private static RecordShape PeriodicRecord { get; } = new(
        "periodic",
        new("every", Scalars.Lasting, "From one report to the next, in whole days.")
        {
            Default = "1d",
            Example = "7d",
        },
        new("figures", Hour, "The hour at which the lowest of the levels under `due` closes its figures.")
        {
            IsRequired = true,
            Example = "\"15:00\"",
        },
        new("due", new MapShape("level", Ids.Problem, Hour),
            "By level, the hour by which its reports are to be where they go; each level closes its figures at "
                + "the hour of the next one below. A level left out sends none.")
        {
            IsRequired = true,
            Example = "{ village: \"15:30\", commune: \"16:00\", district: \"16:30\" }",
        },
        new("working-days-only", new WordShape("true", "false"),
            "Whether days on which the issuer's clerk does not work are left out.")
        {
            Default = "false",
            Example = "true",
        },
        new("first", Scalars.Date, "The day of the first report.")
        {
            Default = "the day of the issue",
            Example = "2021-02-24",
        },
        new("until", Scalars.Date, "The last day that may have a report.")
        {
            Default = "the end of the scenario",
            Example = "2021-03-31",
        },
        OfficeFormat.Source);

    /// <summary>Periodic reports.</summary>
    public static Key Periodic { get; } = new(
        "periodic", new EitherShape { Scalar = new WordShape("none"), Map = PeriodicRecord },
        "Reports that are sent again and again, at hours that are cascaded up the levels, until the last one.")
    {
        Default = "none",
        Example = "{ figures: \"15:00\", due: { commune: \"16:00\", district: \"16:30\" } }",
    };

    private static RecordShape FlashRecord { get; } = new(
        "flash",
        new("on", new EitherShape { Scalar = Scalars.Id, List = new ListShape(Scalars.Id, 1, 64) },
            "What is reported at once: kinds of event (outbreak, inspection, sanction) or ids of single ones.")
        {
            IsRequired = true,
            Example = "[outbreak]",
        },
        new("urgency", new WordShape([.. OfficeFormat.Urgencies]), "The mark of the report.")
        {
            Default = "express",
            Example = "very-urgent",
        },
        OfficeFormat.Source);

    /// <summary>Flash reports.</summary>
    public static Key Flash { get; } = new(
        "flash", new EitherShape { Scalar = new WordShape("none"), Map = FlashRecord },
        "Events that a body reports at once if they befall it, and that each level hands on to the issuer.")
    {
        Default = "none",
        Example = "{ on: outbreak, urgency: express }",
    };

    /// <summary>The minute of the day that a text means; <c>null</c>: it is no hour.</summary>
    public static int? HourOf(string text) =>
        text.Length == 5 && text[2] == ':' && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[3])
        && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int hour)
        && int.TryParse(text.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int minute)
        && minute < 60 && (hour < 24 || (hour == 24 && minute == 0))
            ? (hour * 60) + minute
            : null;
}
