using Simulator.Kernel.Office;

namespace Simulator.Scenarios.Format;

/// <summary>The keys of calendars, channels, kinds of body and their offices.</summary>
internal static class OfficeFormat
{
    /// <summary>The urgency marks, lowest first.</summary>
    public static IReadOnlyList<string> Urgencies { get; } =
        ["routine", "urgent", "very-urgent", "express", "timed-express"];

    /// <summary>The days of the week, Monday first.</summary>
    public static IReadOnlyList<string> Days { get; } = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>The posts of an office.</summary>
    public static IReadOnlyList<string> Posts { get; } = ["clerk", "leadership", "staff"];

    /// <summary>The steps by the names that scenarios use, in the order of office procedure.</summary>
    public static IReadOnlyList<(string Name, Step Step, string Meaning)> Steps { get; } =
    [
        ("register", Step.Register,
            "The clerk registers an incoming directive; unregistered, it binds nobody."),
        ("assign", Step.Assign, "The leadership assigns it."),
        ("draft", Step.Draft, "The staff drafts the implementing document."),
        ("sign", Step.Sign, "The leadership signs it."),
        ("issue", Step.Issue, "The clerk numbers, dates and dispatches it."),
        ("carry-out", Step.CarryOut,
            "Somebody carries out an assignment; how long it takes, the assignment says."),
        ("compile", Step.Compile, "The staff compiles the report."),
        ("sign-report", Step.SignReport, "The leadership signs the report."),
        ("issue-report", Step.IssueReport, "The clerk dispatches the report."),
        ("register-report", Step.RegisterReport, "The clerk registers an incoming report."),
        ("register-reminder", Step.RegisterReminder, "The clerk registers an incoming reminder."),
        ("remind", Step.Remind, "The staff of the superior writes a reminder."),
        ("ask", Step.Ask, "The staff writes a request for approval."),
        ("register-question", Step.RegisterQuestion, "The clerk registers an incoming request for approval."),
        ("decide", Step.Decide, "The leadership of the superior decides on it."),
        ("register-answer", Step.RegisterAnswer, "The clerk registers the decision."),
    ];

    /// <summary>Says where the numbers beside it come from.</summary>
    public static Key Source { get; } = new(
        "source", Scalars.Text, "Where the numbers beside it come from; `assumed` if from nowhere.")
    {
        Example = "Decree 30/2020/NĐ-CP, Article 18",
    };

    /// <summary>A stretch of time in which an office is shut.</summary>
    public static Shape Closures { get; } = new ListShape(new ListShape(Scalars.Time, 2, 2), 0, 1000);

    private static Shape Hours { get; } = new ListShape(
        Scalars.Pattern("hours", Organisation.HoursText.Problem, "^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$"),
            0, 24);

    /// <summary>A working calendar.</summary>
    public static RecordShape Calendar { get; } = new(
        "calendar",
        new("covers", new ListShape(Scalars.Date, 2, 2),
            "The first and the last date for which the calendar is known; only one that is always open "
                + "needs none.")
        {
            Example = "[2021-01-01, 2021-12-31]",
        },
        new("working-day", Scalars.Elapsed, "How many hours one working day (`wd`) counts.")
        {
            IsRequired = true,
            Example = "8h",
        },
        new("hours",
            new MapShape("day or days (`mon`, `mon-fri`)", Organisation.HoursText.DaysProblem, Hours),
            "The hours of an ordinary week; a day left out is a day off.")
        {
            IsRequired = true,
            Example = "{ mon-fri: [\"07:30-11:30\", \"13:30-17:30\"] }",
        },
        new("holidays",
            new EitherShape
            {
                Map = new MapShape("date", Scalars.DateProblem, Scalars.TwoLanguages, 10_000),
                List = new ListShape(Scalars.Date, 0, 10_000)
            },
            "Dates not worked, with what is celebrated.")
        {
            Default = "none",
            Example = "{ 2021-04-30: Ngày Giải phóng miền Nam }",
        },
        new("make-up",
            new MapShape("date", Scalars.DateProblem,
                new EitherShape { Scalar = new WordShape([.. Days]), List = Hours }, 10_000),
            "Dates worked in exchange for others: like a day of the week, or at hours of their own.")
        {
            Default = "none",
            Example = "{ 2021-01-09: mon }",
        },
        new("closed", Closures,
            "Stretches of time in which everybody on this calendar is shut; a last date is included.")
        {
            Default = "none",
            Example = "[[2021-05-10, 2021-05-12]]",
        },
        Source);

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
        Source);

    private static RecordShape Post { get; } = new(
        "post",
        new("heads", Scalars.Whole(1, Resource.MostHeads), "How many people; part time is a calendar.")
        {
            IsRequired = true,
            Example = "2",
        },
        new("calendar", Scalars.Id, "When they work.")
        {
            Default = "always",
            Example = "office-hours",
        },
        new("piercing", Scalars.Id,
            "The calendar that holds in addition for urgent papers; `none` takes an inherited one away.")
        {
            Default = "none",
            Example = "duty-hours",
        },
        new("pierces-from", new WordShape([.. Urgencies]), "The lowest urgency that pierces.")
        {
            Default = "express",
            Example = "very-urgent",
        },
        new("attention", new WordShape("urgency-first", "first-come", "deadline-first"),
            "Which paper is taken up first.")
        {
            Default = "urgency-first",
            Example = "first-come",
        },
        Source);

    private static RecordShape Takes { get; } = new(
        "takes",
        [.. Urgencies.Select((urgency, i) =>
            new Key(urgency, Scalars.AnyLaw, $"How long it takes for a paper marked {urgency}.")
        {
            IsRequired = i == 0,
            Default = i == 0 ? null : $"as `{Urgencies[i - 1]}`",
            Example = "pert 1wh 2wh 6wh",
        })]);

    private static RecordShape StepRecord { get; } = new(
        "step",
        new("by", new WordShape([.. Posts, "nobody"]), "Who does it; what nobody does takes elapsed time.")
        {
            IsRequired = true,
            Example = "clerk",
        },
        new("takes", new EitherShape { Scalar = Scalars.AnyLaw, Map = Takes },
            "How long it takes, one law or one by urgency.")
        {
            Example = "pert 5wm 10wm 30wm",
        },
        new("per-addressee", Scalars.Working, "How much longer for each addressee; only for `issue`.")
        {
            Default = "0wm",
            Example = "1wm",
        },
        new("same-server", new WordShape("true", "false"),
            "Whether who did the step before keeps the paper and goes on with this one.")
        {
            Default = "false",
            Example = "true",
        },
        Source);

    private static RecordShape StepsRecord { get; } = new(
        "steps",
        [.. Steps.Select(step => new Key(
            step.Name, new EitherShape { Scalar = new WordShape("none"), Map = StepRecord }, step.Meaning)
        {
            Default = "no such step",
            Example = step.Step == Step.CarryOut ? "{ by: staff }" : "{ by: clerk, takes: 10wm }",
        })]);

    /// <summary>How a body behaves.</summary>
    public static RecordShape Conduct { get; } = new(
        "conduct",
        new("stall", Scalars.Probability, "How likely an assignment is laid aside until reminded.")
        {
            Default = "0%",
            Example = "5%",
        },
        new("ignore", Scalars.Probability, "How likely it is never done.")
        {
            Default = "0%",
            Example = "1%",
        },
        new("partly", Scalars.Probability, "How likely what is carried out is carried out only in part.")
        {
            Default = "0%",
            Example = "10%",
        },
        Source);

    /// <summary>How a superior follows up.</summary>
    public static RecordShape FollowUp { get; } = new(
        "follow-up",
        new("after-due", Scalars.Elapsed,
            "How long after the due date those who have not reported are reminded.")
        {
            Default = "no such reminder",
            Example = "2d",
        },
        new("after-issue", Scalars.Lasting, "The same after the issue, for papers without a due date.")
        {
            Default = "no such reminder",
            Example = "7d",
        },
        Source);

    /// <summary>A kind of body.</summary>
    public static RecordShape Kind { get; } = new(
        "kind",
        new("like", Scalars.Id, "Another kind, whose keys hold unless they are given here.")
        {
            Example = "province-committee",
        },
        new("name", Scalars.TwoLanguages, "What people call it.")
        {
            Default = "its id",
            Example = "{ vi: UBND cấp huyện, en: district People's Committee }",
        },
        new("about", Scalars.Text, "Anything to be said of it.")
        {
            Example = "A district's People's Committee and its office.",
        },
        new("level", Scalars.Id, "Its level, one of `levels`.")
        {
            IsRequired = true,
            Example = "district",
        },
        new("line", Scalars.Id, "Its line of command, one of `lines`.")
        {
            IsRequired = true,
            Example = "state",
        },
        new("clerk", Post, "The records clerks (văn thư).")
        {
            IsRequired = true,
            Example = "{ heads: 2, calendar: office-hours }",
        },
        new("leadership", Post, "Those who assign and sign.")
        {
            IsRequired = true,
            Example = "{ heads: 1, calendar: office-hours }",
        },
        new("staff", Post, "Those who draft and carry out.")
        {
            IsRequired = true,
            Example = "{ heads: 6, calendar: office-hours }",
        },
        new("steps", StepsRecord,
            "The steps of its procedure; one left out costs nothing and leaves no trace.")
        {
            Default = "none",
            Example = "{ register: { by: clerk, takes: 10wm } }",
        },
        new("relays-to", SelectorFormat.List, "Whom it relays a directive to.")
        {
            Default = "it does not relay",
            Example = "[subordinates]",
        },
        new("relay", new WordShape("own-document", "cover-letter"), "The form of its relay.")
        {
            Default = "own-document",
            Example = "cover-letter",
        },
        new("drafts-always", new WordShape("true", "false"),
            "Whether it drafts even when it has nobody to relay to.")
        {
            Default = "false",
            Example = "true",
        },
        new("channel", Scalars.Id, "The channel its papers leave by.")
        {
            IsRequired = true,
            Example = "axis",
        },
        new("conduct", Conduct, "How it behaves towards an assignment.")
        {
            Default = "it complies",
            Example = "{ stall: 5%, partly: 10% }",
        },
        new("follow-up", new EitherShape { Scalar = new WordShape("none"), Map = FollowUp },
            "How it follows up what it has relayed.")
        {
            Default = "it never reminds",
            Example = "{ after-due: 2d }",
        },
        new("numbers", new WordShape("by-year", "by-term"), "When the numbers of its papers restart.")
        {
            Default = "by-year",
            Example = "by-term",
        },
        new("symbol", Scalars.Text, "The symbol of its papers, with `{n}` for the number.")
        {
            Default = "{n}",
            Example = "\"{n}/UBND-VP\"",
        },
        Source);
}
