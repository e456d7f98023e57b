namespace Simulator.Scenarios.Format;

/// <summary>The keys of kinds of body.</summary>
internal static class KindFormat
{
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
        new("clerk", OfficeFormat.Post, "The records clerks (văn thư).")
        {
            IsRequired = true,
            Example = "{ heads: 2, calendar: office-hours }",
        },
        new("leadership", OfficeFormat.Post, "Those who assign and sign.")
        {
            IsRequired = true,
            Example = "{ heads: 1, calendar: office-hours }",
        },
        new("staff", OfficeFormat.Post, "Those who draft and carry out.")
        {
            IsRequired = true,
            Example = "{ heads: 6, calendar: office-hours }",
        },
        new("steps", OfficeFormat.StepsRecord,
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
        ContentFormat.Relay,
        ContentFormat.OfKind,
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
        new("conduct", ConductFormat.Conduct, "How it behaves towards an assignment.")
        {
            Default = "it complies",
            Example = "{ stall: 5%, partly: 10% }",
        },
        new("diligence", ConductOverTimeFormat.DiligenceOrNone,
            "How diligent it is, which slackens and is lifted; `none` takes away what was taken over.")
        {
            Default = "always fully",
            Example = "{ start: 95%, floor: 40%, half-life: 21d }",
        },
        new("follow-up", new EitherShape { Scalar = new WordShape("none"), Map = ConductFormat.FollowUp },
            "How it follows up what it has relayed.")
        {
            Default = "it never reminds",
            Example = "{ after-due: 2d }",
        },
        ReportingFormat.OfKind,
        QuestionFormat.OfKind,
        SigningFormat.OfKind,
        LinesFormat.OnConflict,
        LinesFormat.RulesFor,
        new("load", LoadFormat.Load, "The other papers of the day, which take the same people.")
        {
            Default = "none",
            Example = "{ incoming: 20.6, outgoing: 6, settles: pert 10wm 20wm 2wh }",
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
        OfficeFormat.Source);
}
