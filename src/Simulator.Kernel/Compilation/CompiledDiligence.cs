using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// Diligence in millionths. It is computed from where it was last lifted, never step by step:
/// floor + (level - floor) * 2^(-elapsed / half-life).
/// </summary>
public sealed class CompiledDiligence
{
    /// <summary>Full diligence.</summary>
    public const int Full = 1_000_000;

    private readonly int[] lifts;

    internal CompiledDiligence(DiligenceRule rule)
    {
        if (rule.HalfLife.Minutes <= 0)
        {
            throw new ModelException("Diligence needs a half-life above zero.");
        }

        Start = Millionths(rule.Start);
        Floor = Millionths(rule.Floor);
        HalfLife = rule.HalfLife.Minutes;
        lifts =
        [
            Millionths(rule.Lifts.Directive), Millionths(rule.Lifts.Reminder), Millionths(rule.Lifts.Inspection),
            Millionths(rule.Lifts.Sanction), Millionths(rule.Lifts.Outbreak),
            Millionths(rule.Lifts.RemindSanction ?? rule.Lifts.Sanction),
            Millionths(rule.Lifts.Reprimand ?? rule.Lifts.Sanction),
            Millionths(rule.Lifts.Discipline ?? rule.Lifts.Sanction),
        ];
    }

    /// <summary>When the run starts.</summary>
    public int Start { get; }

    /// <summary>Where it ends if nothing lifts it.</summary>
    public int Floor { get; }

    /// <summary>Elapsed minutes in which the distance to the floor halves.</summary>
    public int HalfLife { get; }

    /// <summary>By <see cref="DiligenceCause"/>: -1,000,000 to 1,000,000.</summary>
    public IReadOnlyList<int> Lifts => lifts;

    /// <summary>The level after a time without lifts.</summary>
    /// <param name="level">The level before.</param>
    /// <param name="minutes">Elapsed minutes since then.</param>
    public int After(int level, int minutes) =>
        (int)Math.Floor(Floor + ((level - Floor) * Real.Pow(2, -(double)minutes / HalfLife)) + 0.5);

    /// <summary>The level after a lift.</summary>
    /// <param name="level">The level before.</param>
    /// <param name="cause">What lifts it.</param>
    public int Lifted(int level, DiligenceCause cause)
    {
        var lift = lifts[(int)cause];
        return lift >= 0
            ? level + (int)((((long)(Full - level) * lift) + (Full / 2)) / Full)
            : (int)((((long)level * (Full + lift)) + (Full / 2)) / Full);
    }

    private static int Millionths(double share) => (int)Math.Floor((share * Full) + 0.5);
}
