namespace Simulator.Kernel.Interventions;

/// <summary>Finds the tick at which something that time alone brings about has come about.</summary>
internal static class Bisection
{
    /// <summary>The first tick behind one, and not behind another, at which it is so and stays so; the largest number: none.</summary>
    internal static int FirstAfter(int tick, int last, Func<int, bool> isSo)
    {
        if (last <= tick || !isSo(last))
        {
            return int.MaxValue;
        }

        var (before, at) = (tick, last);
        while (at - before > 1)
        {
            var middle = before + ((at - before) / 2);
            (before, at) = isSo(middle) ? (before, middle) : (middle, at);
        }

        return at;
    }
}
