using Simulator.Kernel.Time;

namespace Simulator.Kernel.Documents;

/// <summary>
/// A duty to report again and again (báo cáo định kỳ), at hours that are cascaded up the levels: the lowest
/// closes its figures, and each next one closes its own when the reports of the level below are due. Hải Phòng
/// asked for it so on 23 February 2021 (1086/UBND-KTGS1): teams close at 15:00, to the commune before 15:30, to
/// the district before 16:00, to the city before 16:30, every day. Hours are minutes after midnight.
/// </summary>
public sealed record PeriodicReport
{
    /// <summary>From one report to the next, in whole days.</summary>
    public TickSpan Every { get; init; } = TickSpan.FromDays(1);

    /// <summary>The hour at which the lowest of the levels closes its figures.</summary>
    public required int Figures { get; init; }

    /// <summary>By level: the hour by which its reports are to be where they go. Other levels send none.</summary>
    public required IReadOnlyDictionary<string, int> Due { get; init; }

    /// <summary>Whether days on which the issuer's clerk does not work are left out.</summary>
    public bool WorkingDaysOnly { get; init; }

    /// <summary>The day of the first report; <c>null</c>: the day of the issue.</summary>
    public CivilDate? First { get; init; }

    /// <summary>The last day that may have a report; <c>null</c>: to the end of the scenario.</summary>
    public CivilDate? Until { get; init; }
}
