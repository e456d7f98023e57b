namespace Simulator.Kernel.Compilation;

/// <summary>
/// The periodic reports of a directive, laid out: which there are, and when each level closes its figures. A
/// report's number, from 1, is the same for all bodies: that of its day.
/// </summary>
public sealed class CompiledPeriodic
{
    /// <summary>The most reports that one directive can ask for: their number stands in a byte.</summary>
    public const int MostReports = 254;

    internal CompiledPeriodic(int place, int[] days, int[] figuresAt, int[] dueAt)
    {
        Place = place;
        Days = days;
        FiguresAt = figuresAt;
        DueAt = dueAt;
    }

    /// <summary>How many reports there are.</summary>
    public int Count => Days.Length;

    /// <summary>Its place among the directives that ask for periodic reports.</summary>
    internal int Place { get; }

    /// <summary>By report: the tick of the midnight with which its day begins.</summary>
    internal int[] Days { get; }

    /// <summary>By level: the minute of the day at which figures are closed, or -1.</summary>
    internal int[] FiguresAt { get; }

    /// <summary>By level: the minute of the day by which reports are due, or -1.</summary>
    internal int[] DueAt { get; }

    /// <summary>Whether bodies of a level send periodic reports.</summary>
    public bool Concerns(int level) => DueAt[level] >= 0;

    /// <summary>The tick at which a level closes the figures of a report.</summary>
    /// <param name="level">Place of a level that it concerns.</param>
    /// <param name="number">The report's number, from 1.</param>
    public int FiguresOf(int level, int number) => Days[number - 1] + FiguresAt[level];

    /// <summary>The tick by which a level's report is due; it is in time if it arrives at that very minute.</summary>
    /// <param name="level">Place of a level.</param>
    /// <param name="number">The report's number, from 1.</param>
    public int DueOf(int level, int number) =>
        Concerns(level) ? Days[number - 1] + DueAt[level] : int.MaxValue;

    /// <summary>The first report whose figures a level closes after a tick; 0: none.</summary>
    internal byte FirstAfter(int level, int tick)
    {
        for (var number = 1; Concerns(level) && number <= Days.Length; number++)
        {
            if (FiguresOf(level, number) > tick)
            {
                return (byte)number;
            }
        }

        return 0;
    }
}
