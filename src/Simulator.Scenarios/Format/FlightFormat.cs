using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Format;

/// <summary>The keys of papers that touch each other on their way: relations, recalls, copies that come twice.</summary>
internal static class FlightFormat
{
    /// <summary>What a paper can be to an older one, by the keys that say it.</summary>
    public static IReadOnlyList<(string Key, Kernel.Documents.RelationKind Kind)> Relations { get; } =
    [
        ("implements", Kernel.Documents.RelationKind.Implements),
        ("supersedes", Kernel.Documents.RelationKind.Supersedes),
        ("replaces", Kernel.Documents.RelationKind.Replaces),
        ("updates", Kernel.Documents.RelationKind.Updates),
        ("corrects", Kernel.Documents.RelationKind.Corrects),
    ];

    private static RecordShape ChangeRecord { get; } = new(
        "change",
        new("assignment", Scalars.Id, "The assignment of the older directive.")
        {
            IsRequired = true,
            Example = "plans",
        },
        new("due", Scalars.TimeOrSpan(SpanUnits.Either),
            "When it is due from then on: a time (a date is its end), or a length of time after the issue of the update.")
        {
            Default = "as it was",
            Example = "2021-05-14",
        },
        new("takes", Scalars.WorkingLaw, "How long it takes where it has not begun.")
        {
            Default = "as it was",
            Example = "4wh",
        },
        OfficeFormat.Source);

    private static Key IfRegistered { get; } = new(
        "if-registered", new WordShape("yields", "stays"),
        "What becomes of an older paper that is registered: it yields, or stays as it is, as on the live exchange.")
    {
        Default = "yields for `supersedes`, else stays",
        Example = "yields",
    };

    private static Key WorkInHand { get; } = new(
        "work-in-hand", new WordShape("stops", "finishes"),
        "Whether work of the older that is in hand stops at once or is finished.")
    {
        Default = "stops",
        Example = "finishes",
    };

    /// <summary>The keys that a directive has.</summary>
    public static IReadOnlyList<Key> OfDirective { get; } =
    [
        Other("implements", "The older directive that it refers to and leaves as it is (căn cứ)."),
        Other("supersedes", "The older directive whose place it takes: where it is handled that one loses force (thay thế)."),
        Other("replaces", "The same of a paper sent once more with the right content (exchange kind 3)."),
        Other("updates", "The older directive of which it changes what `changes` says (exchange kind 2)."),
        Other("corrects", "The older directive in which it corrects a formal slip: only the clerks are busy with it."),
        IfRegistered,
        WorkInHand,
        new("changes", new ListShape(ChangeRecord, 0, Kernel.Documents.Directive.MostAssignments), "What an update changes.")
        {
            Default = "nothing",
            Example = "[{ assignment: plans, due: 2021-05-14 }]",
        },
        new("mistyped", Scalars.Probability, "The share of copies that name the older directive wrongly.")
        {
            Default = "0%",
            Example = "5%",
        },
        new("unresolved", new WordShape("clarify", "goes-on"),
            "What a clerk does to whom the older directive is not known: ask the sender before registering, or go on.")
        {
            Default = "goes-on",
            Example = "clarify",
        },
        new("duplicates", Scalars.Probability, "The share of copies that are sent a second time.")
        {
            Default = "0%",
            Example = "10%",
        },
    ];

    /// <summary>A recall.</summary>
    public static RecordShape Recall { get; } = new(
        "recall",
        new("directive", Scalars.Id, "The directive that its issuer takes back.")
        {
            IsRequired = true,
            Example = "telegram",
        },
        new("at", Scalars.Time, "When the recall leaves the issuer, in local time.")
        {
            IsRequired = true,
            Example = "2021-05-03T09:00",
        },
        IfRegistered with { Default = "stays" },
        WorkInHand,
        OfficeFormat.Source);

    private static Key Other(string name, string about) => new(name, Scalars.Id, about)
    {
        Default = "none",
        Example = "telegram",
    };
}
