namespace Simulator.Scenarios.Units;

/// <summary>A length of time as written, before it is known how long a working day is.</summary>
/// <param name="Minutes">Minutes, elapsed or working.</param>
/// <param name="WorkingDays">Working days, each as long as the nominal day of a calendar.</param>
/// <param name="IsWorking">Whether it is working time.</param>
internal readonly record struct Amount(double Minutes, double WorkingDays, bool IsWorking)
{
    /// <summary>The longest length that is taken seriously, ten years.</summary>
    public const double MostMinutes = 3660 * 1440.0;

    /// <summary>Minutes, given the working minutes of a nominal day.</summary>
    public double In(int nominalDay) => Minutes + (WorkingDays * nominalDay);

    /// <summary>Whole minutes, rounded half up.</summary>
    public int WholeMinutes(int nominalDay) => (int)Math.Floor(In(nominalDay) + 0.5);
}
