namespace Simulator.Kernel.Compilation;

/// <summary>
/// Who rules where a body has two orders that exclude each other: the nearest common superior of the two senders, for
/// whoever stands above both is the first who can bind both.
/// </summary>
public static class Rulings
{
    /// <summary>
    /// The body that is asked: of those that stand above both senders, on any line or as their leader, the one with the
    /// fewest steps to both together; a sender who stands above the other is one of them. If there is none but who asks,
    /// it is that one's own superior on its first line.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="body">Who asks.</param>
    /// <param name="one">The sender of the one paper; -1: who asks has issued it.</param>
    /// <param name="other">The sender of the other.</param>
    public static int RulerOf(CompiledModel model, int body, int one, int other)
    {
        ArgumentNullException.ThrowIfNull(model);
        var stepsToOne = Above(model, one < 0 ? body : one);
        var (ruler, fewest) = (-1, int.MaxValue);
        foreach (var (above, steps) in Above(model, other < 0 ? body : other))
        {
            if (above != body && stepsToOne.TryGetValue(above, out var others)
                && (steps + others < fewest || (steps + others == fewest && above < ruler)))
            {
                (ruler, fewest) = (above, steps + others);
            }
        }

        return ruler >= 0 ? ruler : model.Superior[body];
    }

    /// <summary>A body and all that stand above it, with the steps on the shortest way.</summary>
    private static Dictionary<int, int> Above(CompiledModel model, int body)
    {
        var found = new Dictionary<int, int> { [body] = 0 };
        List<int> reached = [body];
        for (var steps = 1; reached.Count > 0; steps++)
        {
            reached = [.. reached.SelectMany(index => model.Above![index]).Where(index => found.TryAdd(index, steps))];
        }

        return found;
    }
}
