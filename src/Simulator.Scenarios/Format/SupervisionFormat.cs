namespace Simulator.Scenarios.Format;

/// <summary>The keys of inspections at random and of sanctions of rising force.</summary>
internal static class SupervisionFormat
{
    /// <summary>The value by which sanctions rise.</summary>
    public const string Rising = "rising";

    private static RecordShape Share { get; } = new(
        "inspects",
        new Key("share", Scalars.Probability, "How likely each addressee is inspected, silent or not.")
        {
            IsRequired = true,
            Example = "20%",
        },
        OfficeFormat.Source);

    private static RecordShape Escalation { get; } = new(
        "escalate",
        new Key("after-reminders", Scalars.Whole(1, 255), "After how many reminders, when reports are still missing.")
        {
            IsRequired = true,
            Example = "2",
        },
        new("after", Scalars.Lasting, "How long after the last of them.")
        {
            Default = "as `again`",
            Example = "5d",
        },
        new("to", new WordShape("1", "2"), "How many levels up it is to come.")
        {
            Default = "1",
            Example = "2",
        },
        OfficeFormat.Source);

    /// <summary>When the level above is told who is silent.</summary>
    public static Key Escalate { get; } = new(
        "escalate",
        new EitherShape { Scalar = new WordShape("none"), Map = Escalation },
        "When it tells the body whose paper it has who is silent; that one then reminds them itself.")
    {
        Default = "none",
        Example = "{ after-reminders: 2, after: 5d, to: 1 }",
    };

    /// <summary>How likely a reminder from above is heeded.</summary>
    public static Key HeedsFromAbove { get; } = new(
        "heeds-from-above", Scalars.Probability,
        "The same for a reminder by the superior's superior, whom somebody has told (`escalate`).")
    {
        Default = "100%",
        Example = "95%",
    };

    /// <summary>Who is inspected.</summary>
    public static Key Inspects { get; } = new(
        "inspects",
        new EitherShape { Scalar = new WordShape("silent", "all"), Map = Share },
        "Whom: those who have not reported, all addressees, or some of them by chance.")
    {
        Default = "silent",
        Example = "{ share: 20% }",
    };

    /// <summary>Whether there are sanctions.</summary>
    public static Key Sanctions { get; } = new(
        "sanctions", new WordShape("true", "false", Rising),
        "Whether whoever is found to have ignored something is held to account; `rising`: harder each time.")
    {
        Default = "false",
        Example = "true",
    };

    /// <summary>What rising sanctions lift diligence by.</summary>
    public static IReadOnlyList<Key> Lifts { get; } =
    [
        Lift("remind-sanction", "at the first of rising sanctions, being reminded of its duty", "30%"),
        Lift("reprimand", "at the second, a reprimand", "60%"),
        Lift("discipline", "at the third and all later ones, being disciplined", "90%"),
    ];

    private static Key Lift(string name, string when, string example) => new(
        name, Scalars.Lift, $"By how much {when}: of what is missing, or, if negative, of what is there.")
    {
        Default = "as `sanction`",
        Example = example,
    };
}
