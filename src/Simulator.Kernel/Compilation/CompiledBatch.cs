using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// The hours of the day at which the papers for a step are taken up together: the clerk who posts once a
/// day, the leader who signs before noon and before he goes home.
/// </summary>
public sealed class CompiledBatch
{
    private readonly int[] at;
    private readonly int atOnceFrom;

    private CompiledBatch(int[] at, Urgency? atOnceFrom)
    {
        this.at = at;
        this.atOnceFrom = atOnceFrom is { } urgency ? (int)urgency : int.MaxValue;
    }

    /// <summary>The hours in minutes of the day, ascending.</summary>
    public IReadOnlyList<int> At => at;

    /// <summary>The lowest urgency that does not wait, as a number; above all marks: none is so urgent.</summary>
    internal int AtOnceFrom => atOnceFrom;

    /// <summary>Whether a paper of this urgency waits for an hour.</summary>
    public bool Holds(Urgency urgency) => (int)urgency < atOnceFrom;

    /// <summary>Whether it does at a post.</summary>
    internal bool Holds(Urgency urgency, CompiledPost post) => (int)urgency < Math.Min(atOnceFrom, post.AtOnceFrom);

    /// <summary>
    /// The first hour from a moment on, on a day on which the post works: the moment itself if it is one,
    /// <see cref="int.MaxValue"/> if none is left.
    /// </summary>
    /// <param name="tick">The moment.</param>
    /// <param name="hours">The hours in which such a paper is worked on.</param>
    /// <param name="start">The minute of the day at tick 0.</param>
    public int NextFrom(int tick, WorkingCalendar hours, int start)
    {
        ArgumentNullException.ThrowIfNull(hours);
        var from = tick;
        while (from != int.MaxValue)
        {
            var midnight = from - ((from + start) % CivilTime.MinutesPerDay);
            if (hours.NextOpen(midnight) < midnight + CivilTime.MinutesPerDay)
            {
                foreach (var minute in at)
                {
                    if (midnight + minute >= tick)
                    {
                        return midnight + minute;
                    }
                }
            }

            from = hours.NextOpen(midnight + CivilTime.MinutesPerDay);
        }

        return int.MaxValue;
    }

    /// <exception cref="ModelException">An hour is none, or papers cannot wait for the step.</exception>
    internal static CompiledBatch? Of(StepRule rule)
    {
        if (rule.At.Count == 0)
        {
            return null;
        }

        if (rule.By is null || rule.SameServer)
        {
            throw new ModelException(
                $"The step {rule.Step} waits for nobody, so that its papers cannot wait for an hour.");
        }

        int[] at = [.. rule.At.Distinct().Order()];
        return at[0] >= 0 && at[^1] < CivilTime.MinutesPerDay
            ? new CompiledBatch(at, rule.AtOnceFrom)
            : throw new ModelException($"An hour of the step {rule.Step} is not a minute of the day, 0 to 1439.");
    }
}
