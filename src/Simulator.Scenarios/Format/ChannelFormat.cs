namespace Simulator.Scenarios.Format;

/// <summary>The keys of channels.</summary>
internal static class ChannelFormat
{
    /// <summary>Nothing of it, in place of what is inherited.</summary>
    public const string None = "none";

    /// <summary>What says that somebody who was not there gets nothing later.</summary>
    public const string Never = "never";

    /// <summary>What says that a paper is to be acknowledged before its day is over.</summary>
    public const string SameDay = "same-day";

    private static Shape Hour => Scalars.Pattern(
        "hour", Organisation.HoursText.HourProblem, "^([01][0-9]|2[0-3]):[0-5][0-9]$");

    private static Shape OrNever { get; } = Scalars.Pattern(
        "elapsed time or never",
        text => text == Never ? null : Units.SpanText.Parse(text, Units.SpanUnits.Elapsed).Problem,
        @"^(never|([0-9]+(\.[0-9]+)?(m|h|d))+)$");

    private static RecordShape Retries { get; } = new(
        "retries",
        new("after", Scalars.Lasting, "How long after a failed attempt the next is made.")
        {
            Default = "10m",
            Example = "30m",
        },
        new("at-most", Scalars.Whole(0, Kernel.Organisation.Channel.LargestRetries),
            "How many attempts are made after the first; when the last has failed the paper is lost, and nobody is told.")
        {
            Default = "5",
            Example = "3",
        });

    private static RecordShape Acknowledgement { get; } = new(
        "acknowledgement",
        new("within",
            Scalars.Pattern(
                "elapsed time or same-day",
                text => text == SameDay ? null : Scalars.LastingProblem(text),
                @"^(same-day|([0-9]+(\.[0-9]+)?(m|h|d))+)$"),
            "When the sender's clerk looks whether it has come: this long after sending, or when the day is over; "
                + "in both cases as soon as he is at work.")
        {
            Default = SameDay,
            Example = "1d",
        },
        new("resend", new WordShape("true", "false"), "Whether he then sends the paper again.")
        {
            Default = "true",
            Example = "false",
        },
        new("at-most", Scalars.Whole(1, Kernel.Organisation.AcknowledgementRule.MostResends), "How often.")
        {
            Default = "1",
            Example = "3",
        });

    private static RecordShape Leaves { get; } = new(
        "leaves",
        new("at", new EitherShape { Scalar = Hour, List = new ListShape(Hour, 1, 24) }, "The hours of the day.")
        {
            IsRequired = true,
            Example = "[\"10:00\", \"16:00\"]",
        },
        new("on", Scalars.Id, "The calendar on whose working days.")
        {
            Default = "every day",
            Example = "office-hours",
        });

    private static RecordShape Meets { get; } = new(
        "meets",
        new("every", new WordShape([.. CalendarFormat.Days]), "The day of the week on which it is held.")
        {
            Example = "mon",
        },
        new("at", Hour, "The hour at which it is held on that day.")
        {
            Example = "\"08:00\"",
        },
        new("on", Scalars.Id, "The calendar: it is held on that day if that is a working day.")
        {
            Default = "whether or not",
            Example = "office-hours",
        },
        new("times", new ListShape(Scalars.Time, 1, 1000), "When it is held, instead of every week.")
        {
            Example = "[2021-05-10T08:00, 2021-06-01T14:00]",
        });

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
        new("fails", Scalars.Probability,
            "How likely an attempt to hand a paper over fails, as where nobody answers; it is then tried again.")
        {
            Default = "0%",
            Example = "10%",
        },
        new("retries", Retries, "How often, and how soon.")
        {
            Default = "five, ten minutes apart",
            Example = "{ after: 10m, at-most: 5 }",
        },
        new("leaves", new EitherShape { Scalar = new WordShape(None), Map = Leaves },
            "At which hours papers leave; what is ready later waits for the next.")
        {
            Default = "at once",
            Example = "{ at: [\"10:00\", \"16:00\"], on: office-hours }",
        },
        new("meets", new EitherShape { Scalar = new WordShape(None), Map = Meets },
            "When a meeting is held at which papers are handed over, to all at once.")
        {
            Default = "there is none",
            Example = "{ every: mon, at: \"08:00\" }",
        },
        new("absent", Scalars.Probability, "How likely an addressee is not where his paper is handed over.")
        {
            Default = "0%",
            Example = "10%",
        },
        new("absent-after", OrNever,
            "How much later he gets it then.")
        {
            Default = Never,
            Example = "2d",
        },
        new("reaches", new WordShape("always", "clerk"),
            "Whether it reaches a body at any time, or, as a telephone, only while its clerk is at work.")
        {
            Default = "always",
            Example = "clerk",
        },
        new("unseen", Scalars.Probability, "The share of papers that arrive in a box that nobody looks at.")
        {
            Default = "0%",
            Example = "3%",
        },
        new("noticed-after", OrNever, "How long after its arrival such a paper is noticed, if nobody asks about it before.")
        {
            Default = Never,
            Example = "5d",
        },
        new("unsent", Scalars.Probability,
            "The share of consolidated reports that are done inside and that nobody sends, until a reminder comes.")
        {
            Default = "0%",
            Example = "5%",
        },
        new("acknowledgement", new EitherShape { Scalar = new WordShape(None), Map = Acknowledgement },
            "How a directive is acknowledged when it is registered, and what its sender does who hears nothing.")
        {
            Default = None,
            Example = "{ within: same-day, at-most: 2 }",
        },
        new("duplicates", Scalars.Probability, "The share of directives that are sent a second time.")
        {
            Default = "0%",
            Example = "2%",
        },
        OfficeFormat.Source);
}
