namespace Simulator.Benchmarks.Cascade;

/// <summary>What can happen at a body; the numbers are those of the fingerprint's counters.</summary>
internal static class Kind
{
    public const int Arrive = 0;
    public const int Registered = 1;
    public const int Assigned = 2;
    public const int Drafted = 3;
    public const int OwnDone = 4;
    public const int Report = 5;
    public const int ReminderDue = 6;
    public const int Reminder = 7;
    public const int CutOff = 8;
    public const int Count = 9;
}
