namespace Simulator.Scenarios.Format;

/// <summary>The keys of selectors.</summary>
internal static class SelectorFormat
{
    private static RecordShape SelectorRecord { get; } = new(
        "selector",
        new("level", Scalars.Id, "Bodies of this level.")
        {
            Default = "any",
            Example = "commune",
        },
        new("kind", Scalars.Id, "Bodies of this kind.")
        {
            Default = "any",
            Example = "commune-committee",
        },
        new("line", Scalars.Id, "Bodies of this line of command.")
        {
            Default = "any",
            Example = "party",
        },
        new("among", new WordShape("subordinates", "led"),
            "Only those directly below the issuer, or only those it leads.")
        {
            Default = "all below it or led by it",
            Example = "subordinates",
        },
        new Key("in", Scalars.BodyReference,
            "Only this body or the members of this group.")
        { Default = "any", Example = "communes" });

    private static Shape Selector { get; } = new EitherShape
    {
        Scalar = Scalars.Pattern("selector", Organisation.SelectorText.Problem, @"^\S.*$"),
        Map = SelectorRecord,
    };

    /// <summary>One selector or several.</summary>
    public static Shape List { get; } = new EitherShape
    {
        Scalar = ((EitherShape)Selector).Scalar,
        List = new ListShape(Selector, 0, 100),
        Map = SelectorRecord,
    };
}
