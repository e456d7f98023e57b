namespace Simulator.Benchmarks.Cascade;

/// <summary>
/// The purpose of a draw. The delivery slots belong to the arrow between a body and its superior, and
/// are drawn by the lower end: the directive to it, its report, the reminder to it.
/// </summary>
internal static class Slot
{
    public const int Register = 0;
    public const int Assign = 1;
    public const int Draft = 2;
    public const int OwnWork = 3;
    public const int Complies = 4;
    public const int Stalls = 5;
    public const int DirectiveDelivery = 6;
    public const int ReportDelivery = 7;
    public const int ReminderDelivery = 8;
}
