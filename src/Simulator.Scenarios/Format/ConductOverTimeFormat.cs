namespace Simulator.Scenarios.Format;

/// <summary>The keys of diligence, of what conduct depends on, and of following up again and on the spot.</summary>
internal static class ConductOverTimeFormat
{
    private const int MostReminders = 255;

    private static RecordShape OnRequest { get; } = new("on-request", [.. Shares("as when ordered"), OfficeFormat.Source]);

    private static RecordShape FromLine { get; } = new(
        "from-line",
        [
            .. Shares("as for all lines"),
            new Key("on-request", OnRequest, "What holds instead where the assignment is a request.")
            {
                Default = "no different",
                Example = "{ stall: 30% }",
            },
            OfficeFormat.Source,
        ]);

    private static RecordShape Relay { get; } = new(
        "relay-conduct",
        new("stall", Scalars.Probability, "How likely a paper is laid aside before it is relayed, until reminded.")
        {
            Default = "0%",
            Example = "20%",
        },
        new("ignore", Scalars.Probability, "How likely it is not relayed, unless inspected.")
        {
            Default = "0%",
            Example = "1%",
        },
        OfficeFormat.Source);

    private static RecordShape Lifts { get; } = new(
        "lifts",
        [
            Lift("directive", "when a directive has been handled", "20%"),
            Lift("reminder", "when a reminder is registered", "30%"),
            Lift("inspection", "when it is inspected", "60%"),
            Lift("sanction", "when it is held to account", "80%"),
            Lift("outbreak", "when an outbreak strikes it", "50%"),
            .. SupervisionFormat.Lifts,
            OfficeFormat.Source,
        ]);

    /// <summary>How diligent bodies are.</summary>
    public static RecordShape Diligence { get; } = new(
        "diligence",
        new("start", Scalars.Probability, "Diligence when the scenario starts.")
        {
            Default = "100%",
            Example = "95%",
        },
        new("floor", Scalars.Probability, "Where it ends if nothing lifts it.")
        {
            Default = "0%",
            Example = "40%",
        },
        new("half-life", Scalars.Lasting, "How long it takes for the distance to the floor to halve.")
        {
            Default = "**required** of a kind",
            Example = "21d",
        },
        new("lifts", Lifts, "What lifts it, and by how much.")
        {
            Default = "nothing does",
            Example = "{ directive: 20%, reminder: 30%, outbreak: 50% }",
        },
        OfficeFormat.Source);

    /// <summary>How diligent they are, or that they are so at all times.</summary>
    public static Shape DiligenceOrNone { get; } =
        new EitherShape { Scalar = new WordShape("none"), Map = Diligence };

    /// <summary>What conduct depends on, beside its shares.</summary>
    public static IReadOnlyList<Key> Keys { get; } =
    [
        new("on-request", OnRequest, "What holds instead where the assignment is a request.")
        {
            Default = "no different",
            Example = "{ stall: 20%, ignore: 5% }",
        },
        new("from", new MapShape("line", Ids.Problem, FromLine),
            "What holds instead for papers from bodies of these lines.")
        {
            Default = "no different",
            Example = "{ party: { stall: 1% }, health: { stall: 15% } }",
        },
        new("relay", Relay, "How it behaves towards relaying a directive.")
        {
            Default = "it relays at once",
            Example = "{ stall: 20% }",
        },
        new("heeds", Scalars.Probability,
            "How likely a reminder gets going what lies aside; each reminder is another chance.")
        {
            Default = "100%",
            Example = "80%",
        },
        SupervisionFormat.HeedsFromAbove,
        LinesFormat.RecognisesSecondRoute,
    ];

    /// <summary>What following up can be, beside one reminder.</summary>
    public static IReadOnlyList<Key> FollowUpKeys { get; } =
    [
        new("again", Scalars.Lasting, "How long after a reminder the next one follows; with `at-most`.")
        {
            Default = "there is only one",
            Example = "5d",
        },
        new("at-most", Scalars.Whole(1, MostReminders), "How many reminders there are at most for one paper.")
        {
            Default = "1",
            Example = "3",
        },
        new("inspect-after", Scalars.Lasting,
            "How long after the due date, or the issue of a paper without one, addressees are inspected.")
        {
            Default = "no inspection",
            Example = "10d",
        },
        SupervisionFormat.Inspects,
        SupervisionFormat.Escalate,
        SupervisionFormat.Sanctions,
    ];

    /// <summary>The three shares of conduct.</summary>
    /// <param name="without">What holds without them.</param>
    public static IReadOnlyList<Key> Shares(string without) =>
    [
        new("stall", Scalars.Probability, "How likely an assignment is laid aside until reminded.")
        {
            Default = without,
            Example = "5%",
        },
        new("ignore", Scalars.Probability, "How likely it is not done, unless inspected.")
        {
            Default = without,
            Example = "1%",
        },
        new("partly", Scalars.Probability, "How likely what is carried out is carried out only in part.")
        {
            Default = without,
            Example = "10%",
        },
    ];

    private static Key Lift(string name, string when, string example) => new(
        name, Scalars.Lift,
        $"By how much {when}: of what is missing, or, if negative, of what is there.")
    {
        Default = "0%",
        Example = example,
    };
}
