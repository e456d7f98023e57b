using Simulator.Kernel.Time;

namespace Simulator.Kernel.Documents;

/// <summary>
/// Which directives of a series (<see cref="Directive.Series"/>) count in its goals and sums. The office is empty when a
/// run starts, so that the first meet no queue; the last cannot be carried out before it ends. All of them are played:
/// the window changes what is counted, not what happens. <c>default</c>: all count.
/// </summary>
/// <param name="WarmUp">Elapsed time from the start; what is issued before it is over does not count.</param>
/// <param name="CoolDown">Elapsed time before the end; what is issued after it has begun does not count.</param>
public readonly record struct SeriesWindow(TickSpan WarmUp, TickSpan CoolDown)
{
    /// <summary>Whether a directive of a series counts.</summary>
    /// <param name="issued">When it is issued.</param>
    /// <param name="end">The last moment that is looked at: the end of the run, or the moment that a goal asks about.</param>
    public bool Counts(Tick issued, Tick end) => !IsBefore(issued) && !IsAfter(issued, end);

    /// <summary>Whether it is issued in the warm-up.</summary>
    public bool IsBefore(Tick issued) => issued.Value < WarmUp.Minutes;

    /// <summary>Whether it is issued in the cool-down; without one, nothing is.</summary>
    public bool IsAfter(Tick issued, Tick end) => CoolDown.Minutes > 0 && issued.Value > (long)end.Value - CoolDown.Minutes;
}
