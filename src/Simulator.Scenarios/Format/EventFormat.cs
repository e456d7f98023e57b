using Simulator.Kernel.Conduct;

namespace Simulator.Scenarios.Format;

/// <summary>The keys of what befalls bodies from outside.</summary>
internal static class EventFormat
{
    /// <summary>What an event can be, by the names that scenarios use.</summary>
    public static IReadOnlyList<(string Name, EventKind Kind)> Kinds { get; } =
    [
        ("outbreak", EventKind.Outbreak), ("inspection", EventKind.Inspection), ("sanction", EventKind.Sanction),
    ];

    /// <summary>An event.</summary>
    public static RecordShape Event { get; } = new(
        "event",
        new("id", Scalars.Id, "Its id.")
        {
            IsRequired = true,
            Example = "outbreak-1",
        },
        new("at", Scalars.Time, "When it happens, in local time.")
        {
            IsRequired = true,
            Example = "2021-05-10T08:00",
        },
        new("is", new WordShape([.. Kinds.Select(kind => kind.Name)]), "What it is.")
        {
            IsRequired = true,
            Example = "outbreak",
        },
        new("bodies", SelectorFormat.List, "Whom it befalls, wherever they stand.")
        {
            IsRequired = true,
            Example = "[level commune]",
        },
        new("title", Scalars.TwoLanguages, "What people call it.")
        {
            Example = "The first cases in the city",
        },
        OfficeFormat.Source);
}
