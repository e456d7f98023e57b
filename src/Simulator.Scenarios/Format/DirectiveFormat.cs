using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Format;

/// <summary>The keys of directives and of what is observed.</summary>
internal static class DirectiveFormat
{
    /// <summary>What stands for the moment of a directive that an intervention issues.</summary>
    public const string ByIntervention = "by intervention";

    private static Shape Issue { get; } = Scalars.Pattern(
        "time or by intervention",
        IssueProblem,
        $"^([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}([T ][0-9]{{2}}:[0-9]{{2}})?|{ByIntervention})$");

    private static RecordShape AssignmentRecord { get; } = new(
        "assignment",
        new("id", Scalars.Id, "Its id, unique in the directive; its chance depends on it.")
        {
            IsRequired = true,
            Example = "plans",
        },
        new("do", Scalars.TwoLanguages, "What is to be done, in a few words.")
        {
            Example = "bring local plans up to date",
        },
        new("by", SelectorFormat.List, "Who carries it out.")
        {
            Example = "each addressee",
        },
        new("lead", SelectorFormat.List, "The same as `by`, where others coordinate (chủ trì).")
        {
            Example = "health-centre",
        },
        new("with", SelectorFormat.List, "Who coordinates with the lead (phối hợp).")
        {
            Default = "nobody",
            Example = "[police, offices]",
        },
        CoordinationFormat.WaitForInputs,
        new("takes", Scalars.WorkingLaw, "How much working time of the staff it takes.")
        {
            IsRequired = true,
            Example = "lognormal median 2wd sigma 0.6",
        },
        new("due", Scalars.TimeOrSpan(SpanUnits.Either),
            "When it is due: a time (a date is its end, 24:00), or a length of time after the issue; "
                + "working time is that of the issuer's clerk.")
        {
            Default = "none",
            Example = "2021-05-10T16:00",
        },
        QuestionFormat.OfAssignment,
        new("report", new WordShape("prompt", "consolidated"),
            "Whether its end is reported at once, beside the consolidated report.")
        {
            Default = "consolidated",
            Example = "prompt",
        },
        new("mood", new WordShape("order", "request"),
            "Whether it is worded as an order (yêu cầu) or as a request (đề nghị).")
        {
            Default = "as the line of the addressee has it",
            Example = "request",
        },
        ContentFormat.Strength,
        ContentFormat.Vague,
        ContentFormat.AddedBy,
        OfficeFormat.Source);

    private static RecordShape RelayRecord { get; } = new(
        "relay",
        new("by", SelectorFormat.List, "Which bodies.")
        {
            IsRequired = true,
            Example = "[level: province]",
        },
        new Key("to", SelectorFormat.List,
            "Whom they relay it to; an empty list: nobody.")
        {
            IsRequired = true,
            Example = "[subordinates]"
        });

    private static RecordShape ReportRecord { get; } = new(
        "report",
        new("cut-off",
            new EitherShape
            {
                Scalar = Scalars.TimeOrSpan(SpanUnits.Elapsed),
                Map = new MapShape("level", Ids.Problem, Scalars.TimeOrSpan(SpanUnits.Elapsed))
            },
            "When a body reports what is there, without waiting for more: at a time, or so long after its "
                + "own issue or relay; for all levels or by level.")
        {
            Default = "it waits for all",
            Example = "{ district: 3d }",
        },
        ReportDutyFormat.Periodic,
        ReportDutyFormat.Flash,
        CoordinationFormat.CollectedBy,
        OfficeFormat.Source);

    private static RecordShape RecipientRecord { get; } = new(
        "recipient",
        new("to", Scalars.TwoLanguages, "Who, as the paper says it (Nơi nhận).")
        {
            IsRequired = true,
            Example = "Thường trực Thành ủy",
        },
        new Key("purpose",
            new WordShape("action", "report", "information", "coordinate", "publish", "file"),
                "What for.")
        { Default = "information", Example = "report" });

    private static Shape FollowUpByLevel { get; } = new EitherShape
    {
        Map = new FollowUpShape(),
    };

    /// <summary>A root directive.</summary>
    public static RecordShape Directive { get; } = new(
        "directive",
        [
            new("id", Scalars.Id, "Its id; its chance depends on it.")
            {
                IsRequired = true,
                Example = "telegram",
            },
            new("symbol", Scalars.Text, "Number and symbol, a label; a paper may have none.")
            {
                Example = "570/CĐ-TTg",
            },
            new("title", Scalars.TwoLanguages, "What it is about.")
            {
                Example = "{ vi: chống dịch, en: epidemic control }",
            },
            new("about", Scalars.Text, "Anything to be said of it.")
            {
                Example = "The hour of issue is assumed.",
            },
            new("form", Scalars.TwoLanguages, "Its form, a label.")
            {
                Example = "telegram",
            },
            new("from", Scalars.BodyReference, "The body that issues it.")
            {
                IsRequired = true,
                Example = "pm",
            },
            new("issued", Issue, $"When it leaves the issuer's clerk; or `{ByIntervention}`, where one has it as `issue`.")
            {
                IsRequired = true,
                Example = "2021-05-02T17:00",
            },
            .. RepetitionFormat.OfDirective,
            new("urgency", new WordShape([.. OfficeFormat.Urgencies]),
                "Its urgency mark, which its implementing papers inherit.")
            {
                Default = "routine",
                Example = "express",
            },
            new("to", SelectorFormat.List, "Whom it is addressed to (Kính gửi).")
            {
                IsRequired = true,
                Example = "[level: province]",
            },
            new("assignments", new ListShape(AssignmentRecord, 0, Kernel.Documents.Directive.MostAssignments),
                "What it asks for.")
            {
                Default = "nothing",
                Example = "[{ id: plans, by: each addressee, takes: 2wd }]",
            },
            new("relays", new ListShape(RelayRecord, 0, 100),
                "Relays that differ for this directive from what the kinds do; the first that fits.")
            {
                Default = "as the kinds do",
                Example = "[{ by: [level: province], to: [subordinates] }]",
            },
            new("report", ReportRecord, "How long bodies wait for reports, and which they send beside the last one.")
            {
                Default = "they wait for all",
                Example = "{ cut-off: 3d }",
            },
            new("follow-up", FollowUpByLevel,
                "How it is followed up where that differs from the kinds: for all levels or by level of the "
                    + "superior.")
            {
                Default = "as the kinds do",
                Example = "{ province: { after-issue: 5d } }",
            },
            CoordinationFormat.Copies,
            new("distribution", new ListShape(RecipientRecord, 0, 1000),
                "The distribution list of the real paper, as labels.")
            {
                Default = "none",
                Example = "[{ to: Thường trực Thành ủy, purpose: report }]",
            },
            .. FlightFormat.OfDirective,
            OfficeFormat.Source,
        ]);

    private static Shape DateOrDates { get; } =
        new EitherShape { Scalar = Scalars.Time, List = new ListShape(Scalars.Time, 2, 2) };

    /// <summary>A paper known from reality.</summary>
    public static RecordShape Observed { get; } = new(
        "observed",
        new("symbol", Scalars.Text, "Number and symbol, lent to the simulated paper.")
        {
            Example = "2479/UBND-VXNV",
        },
        new("directive", Scalars.Id, "The root directive it belongs to.")
        {
            Default = "the only one",
            Example = "telegram",
        },
        new("from", Scalars.BodyReference, "The body that issued it.")
        {
            Example = "province",
        },
        new("at", Scalars.BodyReference, "The body at which it arrived, where only that is known.")
        {
            Example = "province-party",
        },
        new("implements", Scalars.Text, "Symbol of the paper that it implements, a label.")
        {
            Example = "570/CĐ-TTg",
        },
        new("issued", DateOrDates,
            "The day of its issue, the moment, or the first and the last day that are possible.")
        {
            Example = "2021-05-03",
        },
        new("arrived", DateOrDates, "The same of its arrival, with `at`.")
        {
            Example = "2021-05-07",
        },
        new("pin", new WordShape("true", "false"),
            "Whether a run issues it then instead of when it is ready; a day alone is the first working "
                + "minute of the clerk.")
        {
            Default = "false",
            Example = "true",
        },
        OfficeFormat.Source);

    private static string? IssueProblem(string text)
    {
        if (text == ByIntervention || CivilTime.TryParse(text, out _, out string? problem))
        {
            return null;
        }

        return $"{problem} A directive that an intervention issues has '{ByIntervention}'.";
    }
}
