using Simulator.Kernel.Organisation;

namespace Simulator.Scenarios.Format;

/// <summary>The keys of changes of the organisation, as of the start.</summary>
internal static class RestructuringFormat
{
    /// <summary>Where the people of a tier can go, by the names that scenarios use.</summary>
    public static IReadOnlyList<(string Name, HeadsRule Rule)> TierStaff { get; } =
    [
        ("to-subordinates", HeadsRule.ToSubordinates), ("to-superior", HeadsRule.ToSuperior), ("lost", HeadsRule.Lost),
    ];

    /// <summary>Where the people of a merged body can go.</summary>
    public static IReadOnlyList<(string Name, HeadsRule Rule)> MergerStaff { get; } =
        [("sum", HeadsRule.ToSuccessor), ("lost", HeadsRule.Lost)];

    private static RecordShape RemoveTier { get; } = new(
        "remove-tier",
        new("level", Scalars.Id, "The level whose bodies are dissolved.")
        {
            Default = "any; the kind is given",
            Example = "district",
        },
        new("kind", Scalars.Id, "The kind of those who are dissolved.")
        {
            Default = "any; the level is given",
            Example = "district-committee",
        },
        new("of", Scalars.BodyReference, "Only those below this body.")
        {
            Default = "everywhere",
            Example = "provinces/54",
        },
        new("staff", new WordShape([.. TierStaff.Select(each => each.Name)]),
            "Where their clerks, leaders and staff go: dealt out one by one to those directly below, all to the superior, "
                + "or nowhere.")
        {
            Default = "to-subordinates",
            Example = "to-superior",
        },
        new("duties", new WordShape("to-superior", "to-subordinates"),
            "Who carries out what they would have been assigned.")
        {
            Default = "to-superior",
            Example = "to-subordinates",
        },
        OfficeFormat.Source);

    private static RecordShape Merge { get; } = new(
        "merge",
        new("bodies", SelectorFormat.List, "Who becomes part of the other, wherever they stand.")
        {
            IsRequired = true,
            Example = "[communes/01, communes/02]",
        },
        new("into", Scalars.BodyReference, "The body that they become part of; it may be one of them.")
        {
            IsRequired = true,
            Example = "communes/01",
        },
        new("staff", new WordShape([.. MergerStaff.Select(each => each.Name)]), "Whether their people come along.")
        {
            Default = "sum",
            Example = "lost",
        },
        OfficeFormat.Source);

    private static RecordShape Move { get; } = new(
        "move",
        new("bodies", SelectorFormat.List, "Who is moved, wherever they stand, with all below them.")
        {
            IsRequired = true,
            Example = "[communes/01]",
        },
        new("under", Scalars.BodyReference, "The new superior.")
        {
            IsRequired = true,
            Example = "districts/2",
        },
        new("line", Scalars.Id, "The line of command that is changed; who has no superior on it gets one more there.")
        {
            Default = "the first that each has",
            Example = "police",
        },
        OfficeFormat.Source);

    /// <summary>The three keys, in a variant or one by one in a list.</summary>
    public static Key[] Keys { get; } =
    [
        new("remove-tier", OneOrMore(RemoveTier), "Dissolves a tier; what stood below comes under its superior.")
        {
            Default = "none",
            Example = "{ level: district, staff: to-subordinates }",
        },
        new("merge", OneOrMore(Merge), "Makes bodies part of another.")
        {
            Default = "none",
            Example = "{ bodies: [communes/01, communes/02], into: communes/01 }",
        },
        new("move", OneOrMore(Move), "Brings bodies under another superior.")
        {
            Default = "none",
            Example = "{ bodies: [communes/01], under: districts/2 }",
        },
    ];

    /// <summary>Changes one after another, as of the start.</summary>
    public static Key Restructuring { get; } = new(
        "restructuring", new ListShape(new RecordShape("restructuring", Keys), 0, 1000),
        "Changes of the organisation as of the start, one after another; those of a variant come last.")
    {
        Default = "none",
        Example = "[{ remove-tier: { level: district } }]",
    };

    private static EitherShape OneOrMore(RecordShape one) =>
        new() { Map = one, List = new ListShape(one, 1, 1000) };
}
