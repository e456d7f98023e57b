using Simulator.Kernel.Time;

namespace Simulator.Kernel.Organisation;

/// <summary>
/// A receiver's clerk who registers a directive says so to the sender (status 03), whose clerk looks later whether that
/// has come. The receiver is to do it on the day of arrival (Decree 30/2020/NĐ-CP, Article 21).
/// </summary>
public sealed record AcknowledgementRule
{
    /// <summary>
    /// How long after sending the sender's clerk looks, as soon as he is at work; <c>null</c>: when the day is over,
    /// which is when he is next at work after midnight.
    /// </summary>
    public TickSpan? Within { get; init; }

    /// <summary>How often he sends the paper again while no acknowledgement comes; 0: he only knows that none has come.</summary>
    public int Resends { get; init; } = 1;

    /// <summary>The largest number of resends.</summary>
    public const int MostResends = 60;
}
