namespace Simulator.Analysis.Measures.Coverage;

/// <summary>Looks something up that stands as it is until the next step.</summary>
internal static class Stairs
{
    /// <summary>The last step not later than a tick; <c>default</c> before the first.</summary>
    internal static T At<T>(IReadOnlyList<T> steps, int tick, Func<T, int> moment)
        where T : struct
    {
        var (low, high) = (0, steps.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = moment(steps[middle]) <= tick ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? default : steps[low - 1];
    }
}
