namespace Simulator.Kernel.Documents;

/// <summary>
/// Urgency marks (Decree 30/2020/NĐ-CP, Annex I, III.2b) with the numbers of the national document
/// exchange: routine (thường), urgent (khẩn), very urgent (thượng khẩn), express (hỏa tốc), timed express.
/// </summary>
public enum Urgency : byte
{
    /// <summary>No mark (thường).</summary>
    Routine = 0,

    /// <summary>Khẩn.</summary>
    Urgent = 1,

    /// <summary>Thượng khẩn.</summary>
    VeryUrgent = 2,

    /// <summary>Hỏa tốc.</summary>
    Express = 3,

    /// <summary>Hỏa tốc hẹn giờ.</summary>
    TimedExpress = 4,
}
