namespace Simulator.Scenarios.Format;

/// <summary>The keys of a directive that is issued again and again.</summary>
internal static class RepetitionFormat
{
    /// <summary>From one issue to the next.</summary>
    public const string Every = "every";

    /// <summary>How many there are.</summary>
    public const string Times = "times";

    /// <summary>The largest number of directives of a scenario, those that are issued again and again counted each time.</summary>
    public const int MostDirectives = 1_000;

    /// <summary>The keys, in the order in which they are listed.</summary>
    public static IReadOnlyList<Key> OfDirective { get; } =
    [
        new(Every, Scalars.Lasting,
            "How long after one issue the next one follows, where it is issued again and again; with `times`.")
        {
            Default = "it is issued once",
            Example = "14d",
        },
        new(Times, Scalars.Whole(2, MostDirectives), "How often it is issued in all; with `every`.")
        {
            Default = "1",
            Example = "26",
        },
    ];
}
