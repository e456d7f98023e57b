using System.Numerics;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;

namespace Simulator.Kernel.Interventions;

/// <summary>What a condition counts of one directive.</summary>
internal sealed class Tally
{
    private readonly bool[] among;
    private readonly int[] pending = new int[Directive.MostAssignments];
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

    internal int InState(int[] due, int tick) => Condition.Measure switch
    {
        GoalMeasure.DoneOnTime => onTime,
        GoalMeasure.DoneLate => late,
        GoalMeasure.Overdue => Pending(due, tick, isOverdue: true),
        GoalMeasure.InTerm => Pending(due, tick, isOverdue: false),
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
            pending[BitOperations.TrailingZeroCount(open)] += sign;
        }
    }

    private int Pending(int[] due, int tick, bool isOverdue)
    {
        var count = 0;
        for (var item = 0; item < due.Length; item++)
        {
            count += due[item] < tick == isOverdue ? pending[item] : 0;
        }

        return count;
    }
}
