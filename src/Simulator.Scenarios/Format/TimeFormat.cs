namespace Simulator.Scenarios.Format;

/// <summary>The keys of a scenario that say when it begins and ends, and what of that time counts.</summary>
internal static class TimeFormat
{
    /// <summary>How long from the start directives that are issued again and again do not count.</summary>
    public const string WarmUp = "warm-up";

    /// <summary>How long before the end they do not count.</summary>
    public const string CoolDown = "cool-down";

    /// <summary>The keys, in the order in which they are listed.</summary>
    public static IReadOnlyList<Key> Keys { get; } =
    [
        new("start", Scalars.Time, "The local time at which it begins.")
        {
            IsRequired = true,
            Example = "2021-05-02T08:00",
        },
        new("utc-offset", Scalars.Offset, "How far local time is from UTC.")
        {
            Default = "+07:00",
            Example = "+07:00",
        },
        new("until", Scalars.Lasting, "How long it lasts.")
        {
            IsRequired = true,
            Example = "21d",
        },
        new(WarmUp, Scalars.Elapsed,
            "How long from the start directives that are issued again and again do not count in goals and sums of them all.")
        {
            Default = "0d",
            Example = "30d",
        },
        new(CoolDown, Scalars.Elapsed,
            "How long before the end, or before the moment that a goal asks about, they do not count.")
        {
            Default = "0d",
            Example = "10d",
        },
    ];
}
