using System.Numerics;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;

namespace Simulator.Kernel.Interventions;

/// <summary>What a condition counts of one directive.</summary>
internal sealed class Tally
{
    private readonly bool[] among;
    private readonly Dictionary<int, int[]> pending = []; // by the update that has come, then by assignment
    private readonly Progress wanted;
    private int inState;
    private int onTime;
    private int late;
    private int assignments;

    internal Tally(CompiledModel model, int root, Condition condition, Standing[] beginning)
    {
        Condition = condition;
        wanted = condition.Measure switch
        {
            GoalMeasure.Reached => Progress.Reached,
            GoalMeasure.Registered => Progress.Registered,
            GoalMeasure.Complied => Progress.Complied,
            GoalMeasure.Reported => Progress.Reported,
            _ => Progress.None,
        };
        among = new bool[model.Facts.Length];
        foreach (var body in model.Roots[root].Reach.Where(body => model.Fits(body, condition.Among)))
        {
            among[body] = true;
            Bodies++;
            Add(beginning[body], 1);
        }
    }

    internal Condition Condition { get; }

    /// <summary>Bodies, or assignments, that count.</summary>
    internal int Among => wanted == Progress.None ? assignments : Bodies;

    private int Bodies { get; }

    internal int InState(CompiledModel now, int root, int tick) => Condition.Measure switch
    {
        GoalMeasure.DoneOnTime => onTime,
        GoalMeasure.DoneLate => late,
        GoalMeasure.Overdue => Pending(now, root, tick, isOverdue: true),
        GoalMeasure.InTerm => Pending(now, root, tick, isOverdue: false),
        _ => inState,
    };

    internal void Note(int body, in Standing before, in Standing after)
    {
        if (among[body])
        {
            Add(before, -1);
            Add(after, 1);
        }
    }

    private void Add(in Standing standing, int sign)
    {
        inState += standing.Is(wanted) ? sign : 0;
        late += sign * BitOperations.PopCount(standing.Own & standing.Late);
        onTime += sign * BitOperations.PopCount(standing.Own & standing.Done & ~standing.Late);
        assignments += sign * BitOperations.PopCount(standing.Own);
        for (var open = standing.Own & ~standing.Done; open != 0; open &= open - 1)
        {
            if (!pending.TryGetValue(standing.Update, out var counts))
            {
                pending[standing.Update] = counts = new int[Directive.MostAssignments];
            }

            counts[BitOperations.TrailingZeroCount(open)] += sign;
        }
    }

    private int Pending(CompiledModel now, int root, int tick, bool isOverdue)
    {
        var count = 0;
        foreach (var (update, counts) in pending)
        {
            var overdue = Standings.OverdueAt(now, root, update - 1, tick);
            for (var item = 0; item < counts.Length; item++)
            {
                count += (overdue >> item & 1) != 0 == isOverdue ? counts[item] : 0;
            }
        }

        return count;
    }
}
