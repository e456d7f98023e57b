using Simulator.Kernel.Office;

namespace Simulator.Kernel.Compilation;

/// <summary>A choice among papers that wait, where an attention rule leaves it to chance.</summary>
public sealed class CompiledChoice
{
    private CompiledChoice(int length, double follows)
    {
        Length = length;
        Follows = follows;
    }

    /// <summary>How many of those that wait can be chosen, the first come first.</summary>
    public int Length { get; }

    /// <summary>How likely it is the one of the highest priority; else any one is.</summary>
    public double Follows { get; }

    /// <summary>Whether priorities order the queue itself, or are looked at when a paper is taken up.</summary>
    internal bool IsSorted => Length == int.MaxValue;

    /// <summary>
    /// Of an attention rule; <c>null</c>: the first of the queue is taken. Random order is a list without end
    /// whose priorities nobody follows.
    /// </summary>
    internal static CompiledChoice? Of(Attention attention, PriorityList list)
    {
        if (attention == Attention.Random)
        {
            return new CompiledChoice(int.MaxValue, 0);
        }

        if (attention != Attention.PriorityList || list is { Length: null, Follows: 1 })
        {
            return null;
        }

        return list is { Length: null or > 0, Follows: >= 0 and <= 1 }
            ? new CompiledChoice(list.Length ?? int.MaxValue, list.Follows)
            : throw new ModelException(
                $"A priority list holds 1 paper or more and is followed with a chance of 0 to 1, not {list}.");
    }
}
