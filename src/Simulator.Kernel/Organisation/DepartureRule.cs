using Simulator.Kernel.Time;

namespace Simulator.Kernel.Organisation;

/// <summary>
/// When papers leave that do not leave at once: the post at its hours of collection, what is handed over at a
/// meeting when that is held. Papers that are ready at such a moment leave with it.
/// </summary>
public sealed record DepartureRule
{
    /// <summary>Minutes of the day, 0 to 1439.</summary>
    public IReadOnlyList<int> At { get; init; } = [];

    /// <summary>The only day of the week on which they leave; <c>null</c>: any.</summary>
    public DayOfWeek? Day { get; init; }

    /// <summary>The calendar on whose working days they leave; <c>null</c>: every day.</summary>
    public string? Calendar { get; init; }

    /// <summary>Single moments, instead of all that.</summary>
    public IReadOnlyList<CivilTime> Moments { get; init; } = [];
}
