namespace Simulator.Scenarios.Format;

/// <summary>The keys of a scenario, of the libraries it includes and of its bodies and variants.</summary>
internal static class ScenarioFormat
{
    /// <summary>The version of the format.</summary>
    public const string Version = "1";

    private const int MostHeads = Kernel.Office.Resource.MostHeads;

    private static Key FormatKey { get; } =
        new("format", new WordShape(Version), "The version of the format.")
        {
            IsRequired = true,
            Example = Version,
        };

    private static Key About { get; } = new("about", Scalars.Text, "Anything to be said of it.")
    {
        Example = "What is known and what is assumed.",
    };

    private static Key Include { get; } = new(
        "include",
        new EitherShape { Scalar = Scalars.Path, List = new ListShape(Scalars.Path, 0, 32) },
        "Libraries in the program, or files under the scenario's root; what comes later wins.")
    {
        Default = "none",
        Example = "[vn/2021]",
    };

    private static Key[] Parts { get; } =
    [
        new("levels", new ListShape(Scalars.Id, 1, 64), "The levels, highest first.")
        {
            IsRequired = true,
            Example = "[central, province, district, commune]",
        },
        new("lines", new ListShape(Scalars.Id, 1, 64), "The lines of command.")
        {
            IsRequired = true,
            Example = "[state, party]",
        },
        new("terms", new ListShape(Scalars.Date, 0, 100),
            "The first days of the terms of party committees, ascending, where their numbers restart.")
        {
            Default = "none",
            Example = "[2020-10-01, 2025-10-01]",
        },
        new("calendars", new MapShape("id", Ids.Problem, CalendarFormat.Calendar, 100), "The working calendars.")
        {
            Default = "none",
            Example = "{ duty: { working-day: 24h, hours: { mon-sun: [\"00:00-24:00\"] } } }",
        },
        new("channels", new MapShape("id", Ids.Problem, ChannelFormat.Channel, 100),
            "The ways that papers travel.")
        {
            Default = "none",
            Example = "{ axis: { delay: 5m } }",
        },
        new("kinds", new MapShape("id", Ids.Problem, KindFormat.Kind, 1000), "The kinds of body.")
        {
            Default = "none",
            Example = "{ commune-committee: { level: commune } }",
        },
    ];

    // What one body may have of its own, be it alone or the member of a group.
    private static Key[] Own { get; } =
    [
        new("name", Scalars.TwoLanguages,
            "What people call it; for several, a pattern with `{n}`, `{key}`, `{parent}` or `{generated}`, a made-up name.")
        {
            Default = "its id",
            Example = "UBND thành phố Bắc Kạn",
        },
        new("under",
            new EitherShape { Scalar = Scalars.BodyReference,
                Map = new MapShape("line", Ids.Problem, Scalars.BodyReference) },
            "Its superior, on the kind's line or by line; the first is the territorial one. A group: so "
                + "many under each of its members.")
        {
            Default = "nobody",
            Example = "{ state: district, education: department }",
        },
        new("leads",
            new EitherShape { Scalar = Scalars.BodyReference,
                List = new ListShape(Scalars.BodyReference, 0, 1000) },
            "Bodies of its own level that it leads; for several, the group whose member of the same key "
                + "each leads.")
        {
            Default = "nobody",
            Example = "city",
        },
        new("groups", new EitherShape { Scalar = Scalars.Id, List = new ListShape(Scalars.Id, 0, 100) },
            "Groups it belongs to.")
        {
            Default = "none",
            Example = "[front-line]",
        },
        new("clerk", Scalars.Whole(1, MostHeads), "How many records clerks.")
        {
            Default = "as its kind",
            Example = "2",
        },
        new("leadership", Scalars.Whole(1, MostHeads), "How many who assign and sign.")
        {
            Default = "as its kind",
            Example = "1",
        },
        new("staff", Scalars.Whole(1, MostHeads), "How many staff.")
        {
            Default = "as its kind",
            Example = "6",
        },
        new("last-number", Scalars.Whole(0, 16_000_000), "The number of its newest paper before the run.")
        {
            Default = "0",
            Example = "755",
        },
        new("closed", CalendarFormat.Closures,
            "Stretches of time in which the whole office is shut; a last date is included.")
        {
            Default = "none",
            Example = "[[2021-05-10, 2021-05-12]]",
        },
        new("conduct", ConductFormat.Conduct, "How it behaves where that differs from its kind.")
        {
            Default = "as its kind",
            Example = "{ stall: 20% }",
        },
        new("diligence", ConductOverTimeFormat.DiligenceOrNone,
            "How diligent it is where that differs from its kind, key by key; `none`: always fully.")
        {
            Default = "as its kind",
            Example = "{ floor: 20% }",
        },
        new("channel", Scalars.Id, "The channel its papers leave by.")
        {
            Default = "as its kind",
            Example = "post",
        },
        new("symbol", Scalars.Text, "The symbol of its papers, with `{n}` for the number.")
        {
            Default = "as its kind",
            Example = "\"{n}/UBND-VXNV\"",
        },
        OfficeFormat.Source,
    ];

    /// <summary>A member of a group.</summary>
    public static RecordShape Member { get; } = new("member", Own);

    /// <summary>A body, or several.</summary>
    public static RecordShape Body { get; } = new(
        "body",
        [
            new("kind", Scalars.Id, "Its kind.")
            {
                IsRequired = true,
                Example = "district-committee",
            },
            .. Own,
            new("count", Scalars.Whole(1, 1_000_000), "So many bodies, with the ids `key/1`, `key/2`, …")
            {
                Example = "12",
            },
            new("in-all", Scalars.Whole(1, 1_000_000),
                "So many bodies in all, spread evenly over the members of the group that they are under; the first have one more.")
            {
                Example = "98455",
            },
            new("names", new ListShape(Scalars.TwoLanguages, 1, 100_000),
                "One body for each name, with the ids `key/1`, `key/2`, …")
            {
                Example = "[Phòng Nội vụ, Phòng Tư pháp]",
            },
            new("members", new MapShape("key", Ids.Problem, Member),
                "One body for each entry, with the id `key/entry`; beside `count` or `names`, what "
                    + "differs for some of them.")
            {
                Example = "{ song-cau: { name: UBND phường Sông Cầu } }",
            },
            new("from", Scalars.Path, "One body for each row of a CSV file under the scenario's root.")
            {
                Example = "data/communes.csv",
            },
            new("where",
                new MapShape("column", _ =>
                    null, new EitherShape { Scalar = Scalars.Text,
                        List = new ListShape(Scalars.Text, 1, 10_000) }),
                "Only rows with these values in these columns.")
            {
                Default = "all rows",
                Example = "{ district_code: \"058\" }",
            },
            new("id-column", Scalars.Text, "The column that a row's id is taken from.")
            {
                Default = "`id`; without it 1, 2, 3, …",
                Example = "commune_code",
            },
            new("name-column", Scalars.Text, "The column that a row's name is taken from.")
            {
                Default = "name",
                Example = "commune",
            },
            new("name-prefix", Scalars.Text, "What is put before the name of a row.")
            {
                Default = "nothing",
                Example = "\"UBND \"",
            },
        ]);

    private static RecordShape Variant { get; } = new(
        "variant",
        [
            About,
            new("shift", Scalars.Shift,
                "Moves start, issues, due dates, cut-offs and events; calendars and what was observed stay.")
            {
                Default = "0d",
                Example = "2d",
            },
            new("set",
                new MapShape("path", _ => null, new AnyShape("value, or a change such as +1, -2d or x 0.5")),
                "Values in place of others, by path.")
            {
                Default = "none",
                Example = "{ communes.clerk: +1 }",
            },
            .. RestructuringFormat.Keys,
            .. InterventionFormat.OfVariant,
            OfficeFormat.Source,
        ]);

    /// <summary>A scenario.</summary>
    public static RecordShape Scenario { get; } = new(
        "scenario",
        [
            FormatKey,
            new("scenario", Scalars.Id, "Its name.")
            {
                IsRequired = true,
                Example = "bac-kan-570",
            },
            new("title", Scalars.TwoLanguages, "What it is about, in a line.")
            {
                Example = "Telegram 570 on its way to the communes",
            },
            About,
            new("variant", Scalars.Id, "The variant that a resolved scenario already is.")
            {
                Default = "base",
                Example = "weekday",
            },
            .. TimeFormat.Keys,
            new("seed", Scalars.Whole(0, ulong.MaxValue), "The seed of its chance.")
            {
                Default = "1",
                Example = "570",
            },
            Include,
            new("extends", Scalars.Path,
                "Another scenario under the root, whose keys hold unless they are given here.")
            {
                Example = "bac-kan-570.yaml",
            },
            .. Parts,
            new("bodies", new MapShape("id", Ids.BodyProblem, Body), "Who there is.")
            {
                IsRequired = true,
                Example = "{ pm: { kind: prime-minister } }",
            },
            RestructuringFormat.Restructuring,
            new("directives", new ListShape(DirectiveFormat.Directive, 0, RepetitionFormat.MostDirectives), "What is issued.")
            {
                Default = "none",
                Example = "[{ id: telegram, from: pm, issued: 2021-05-02T17:00, to: [level: province] }]",
            },
            new("recalls", new ListShape(FlightFormat.Recall, 0, 1000), "Directives that their issuers take back.")
            {
                Default = "none",
                Example = "[{ directive: telegram, at: 2021-05-03T09:00 }]",
            },
            new("events", new ListShape(EventFormat.Event, 0, 1000), "What befalls bodies from outside.")
            {
                Default = "none",
                Example = "[{ id: cases, at: 2021-05-10T08:00, is: outbreak, bodies: [level commune] }]",
            },
            new("interventions", InterventionFormat.List, "What is done to the run while it lasts.")
            {
                Default = "none",
                Example = "[{ id: help, at: 5d, posts: { of: [level district], staff: +1 } }]",
            },
            new("observed", new ListShape(DirectiveFormat.Observed, 0, 10_000), "Papers known from reality.")
            {
                Default = "none",
                Example = "[{ symbol: 2479/UBND-VXNV, from: province, issued: 2021-05-03 }]",
            },
            new("goals", new ListShape(Scalars.Pattern("goal", Directives.GoalText.Problem, "[<>]="), 0, 100),
                "The answers wanted: `[of DIRECTIVE] MEASURE(SELECTOR) >= SHARE [within SPAN]`, such as "
                    + "`of d1 registered(level commune) >= 95% within 3d`, or a limit with `<=`; "
                    + "with `at TIME` in place of `within SPAN` it is asked at that moment; the measures are "
                    + $"{string.Join(", ", Directives.GoalText.Measures)}. Times (`time-to-…`) are asked as a quantile with a limit, "
                    + "`MEASURE(SELECTOR) p90 [own] [in-hours] <= SPAN`, such as `time-to-comply(level commune) p90 in-hours <= 16wh`.")
            {
                Default = "none",
                Example = "[\"registered(level commune) >= 95% within 3d\"]",
            },
            new("variants",
                new MapShape("name", Ids.Problem,
                    new EitherShape { List = new ListShape(Scalars.Id, 1, 32), Map = Variant }, 1000),
                "Changes to be compared; a list combines others.")
            {
                Default = "none",
                Example = "{ weekday: { shift: 2d } }",
            },
            ExperimentFormat.OfScenario,
            OfficeFormat.Source,
        ]);

    /// <summary>A library or an included file.</summary>
    public static RecordShape LibraryFile { get; } = new(
        "library",
        [
            FormatKey,
            new("library", Scalars.LibraryName, "Its name.")
            {
                IsRequired = true,
                Example = "vn/2021",
            },
            About,
            Include,
            .. Parts.Select(part => part with { IsRequired = false, Default = "none" }),
            OfficeFormat.Source,
        ]);
}
