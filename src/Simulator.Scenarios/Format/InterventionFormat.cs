using System.Globalization;

namespace Simulator.Scenarios.Format;

/// <summary>The keys of what a director does to a run, in a scenario, a variant or an inject file.</summary>
internal static class InterventionFormat
{
    /// <summary>The keys that say what is done.</summary>
    public static IReadOnlyList<string> Acts { get; } =
        ["posts", "absent", "close", "outage", "holiday", "set", "issue", "remind", "inspect", "remove-tier", "merge", "move"];

    private static Shape Signed { get; } = Scalars.Pattern(
        "whole number, more or fewer",
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            && number != 0 && number is >= -64 and <= 64
                ? null
                : "It takes a whole number from -64 to 64 that is not 0, such as +1.",
        "^[+-]?[0-9]{1,2}$");

    private static Shape People { get; } = Scalars.Whole(1, 64);

    private static RecordShape Posts { get; } = new(
        "posts",
        new("of", SelectorFormat.List, "In which bodies, wherever they stand.") { IsRequired = true, Example = "[level district]" },
        new("clerk", Signed, "How many more records clerks, or fewer; one stays.") { Default = "0", Example = "+1" },
        new("leadership", Signed, "The same of leaders.") { Default = "0", Example = "+1" },
        new("staff", Signed, "The same of staff.") { Default = "0", Example = "-2" });

    private static RecordShape Absent { get; } = new(
        "absent",
        new("of", SelectorFormat.List, "In which bodies, wherever they stand.") { IsRequired = true, Example = "[level district]" },
        new("clerk", People, "How many records clerks take nothing up; all, if there are not so many.")
        {
            Default = "none",
            Example = "1",
        },
        new("leadership", People, "The same of leaders.") { Default = "none", Example = "1" },
        new("staff", People, "The same of staff.") { Default = "none", Example = "3" });

    private static RecordShape Outage { get; } = new(
        "outage",
        new("channel", Scalars.Id, "The channel that takes nothing.") { IsRequired = true, Example = "axis" },
        new("papers", new WordShape("wait", "lost"), "What becomes of papers that would leave meanwhile.")
        {
            Default = "wait",
            Example = "lost",
        });

    private static RecordShape Holiday { get; } = new(
        "holiday",
        new("first", Scalars.Date, "The first day.") { Default = "the day after it begins", Example = "2021-05-20" },
        new("days", Scalars.Whole(1, 366), "How many days.") { Default = "1", Example = "2" },
        new("calendars", new ListShape(Scalars.Id, 1, 100), "Which calendars are closed.")
        {
            Default = "those by which any post works, piercing ones left out",
            Example = "[office]",
        });

    private static RecordShape Remind { get; } = new(
        "remind",
        new("by", SelectorFormat.List, "Which superiors urge those who have not reported to them.")
        {
            IsRequired = true,
            Example = "[level district]",
        },
        new("about", Scalars.Id, "About which directive.") { Default = "all of them", Example = "telegram" });

    private static RecordShape Inspect { get; } = new(
        "inspect",
        new("bodies", SelectorFormat.List, "Who is inspected, by those whose papers he has.")
        {
            IsRequired = true,
            Example = "[level commune]",
        },
        new("about", Scalars.Id, "About which directive.") { Default = "all of them", Example = "telegram" },
        new("sanctions", new WordShape("true", "false"), "Whether a sanction follows where something is found ignored.")
        {
            Default = "false",
            Example = "true",
        });

    /// <summary>An intervention.</summary>
    public static RecordShape Intervention { get; } = new(
        "intervention",
        [
        new("id", Scalars.Id, "Its id.") { IsRequired = true, Example = "working-group" },
        new("title", Scalars.TwoLanguages, "What people call it.") { Example = "A working group is set up" },
        new("note", Scalars.Text, "What whoever directs the run wants to remember.") { Example = "the trainees have asked" },
        new("at", Scalars.TimeOrSpan(Units.SpanUnits.Elapsed), "When it begins: a local time, or so long after the start.")
        {
            Default = "the start, or what `when` says",
            Example = "2021-05-10T08:00",
        },
        new("when",
            Scalars.Pattern("condition", Directives.ConditionText.Problem, "[<>]"),
            "What must come to hold for it to begin, a minute after: `[of DIRECTIVE] MEASURE(SELECTOR) > SHARE`, also with "
                + "`>=`, `<` or `<=`, with `> SPAN` of times and `> NUMBER` of `backlog` and `hand-overs`; the measures are "
                + $"{string.Join(", ", Directives.ConditionText.Measures)}.")
        {
            Default = "nothing",
            Example = "overdue(level commune) > 20%",
        },
        new("from", Scalars.TimeOrSpan(Units.SpanUnits.Elapsed), "Since when the condition is looked at.")
        {
            Default = "the start",
            Example = "2021-05-10T08:00",
        },
        new("repeat", new WordShape("true", "false"), "Whether it begins each time that the condition comes to hold.")
        {
            Default = "false",
            Example = "true",
        },
        new("for", Scalars.Lasting, "How long until what it changes is as before.") { Default = "for good", Example = "5d" },
        new("posts", OneOrMore(Posts), "More or fewer people.")
        {
            Default = "none",
            Example = "{ of: [level district], staff: +1 }",
        },
        new("absent", OneOrMore(Absent), "People who are away.")
        {
            Default = "none",
            Example = "{ of: [level district], leadership: 1 }",
        },
        new("close", SelectorFormat.List, "Offices that are shut, also for urgent papers.")
        {
            Default = "none",
            Example = "[kind district-office]",
        },
        new("outage", OneOrMore(Outage), "A channel that takes nothing.")
        {
            Default = "none",
            Example = "{ channel: axis }",
        },
        new("holiday", Holiday, "Days on which offices do not work.")
        {
            Default = "none",
            Example = "{ first: 2021-05-20 }",
        },
        new("set",
            new MapShape("path", _ => null, new AnyShape("value, or a change such as +1, -2d or x 0.5")),
            "Values in place of others, by path, as in a variant.")
        {
            Default = "none",
            Example = "{ kinds.commune-committee.steps.register.takes: x 2 }",
        },
        new("issue", Scalars.Id, "A directive that is issued, of those with `issued: by intervention`.")
        {
            Default = "none",
            Example = "telegram",
        },
        new("remind", OneOrMore(Remind), "Superiors who urge at once.")
        {
            Default = "none",
            Example = "{ by: [level district] }",
        },
        new("inspect", OneOrMore(Inspect), "Bodies that are inspected at once.")
        {
            Default = "none",
            Example = "{ bodies: [level commune] }",
        },
        .. RestructuringFormat.Keys,
        new("hand-over", Scalars.Lasting, "How long the papers of whoever is dissolved are under way to whoever takes them over.")
        {
            Default = "1d",
            Example = "3d",
        },
        OfficeFormat.Source,
        ])
    {
        Called = "An intervention",
    };

    /// <summary>Interventions.</summary>
    public static Shape List { get; } = new ListShape(Intervention, 0, 1000);

    /// <summary>An inject file.</summary>
    public static RecordShape InjectFile { get; } = new(
        "inject-file",
        new("format", Scalars.Whole(1, 1), "The format.") { IsRequired = true, Example = "1" },
        new("scenario", Scalars.Path,
            "The scenario that it is written for, from the folder of this file: `validate` holds it against that.")
        {
            IsRequired = true,
            Example = "../bac-kan-570.yaml",
        },
        new("injects", new ListShape(Intervention, 1, 1000), "What is done to the run.")
        {
            IsRequired = true,
            Example = "[{ id: flu, at: 3d, absent: { of: [level district], leadership: 1 } }]",
        });

    /// <summary>What a variant adds and leaves out.</summary>
    public static Key[] OfVariant { get; } =
    [
        new("interventions", List, "More interventions; without `at` and `when`, as of the start.")
        {
            Default = "none",
            Example = "[{ id: help, posts: { of: [level district], staff: +1 } }]",
        },
        new("leave-out", new ListShape(Scalars.Id, 1, 1000), "Interventions of the scenario that do not take place.")
        {
            Default = "none",
            Example = "[working-group]",
        },
    ];

    private static EitherShape OneOrMore(RecordShape record) => new() { Map = record, List = new ListShape(record, 1, 100) };
}
