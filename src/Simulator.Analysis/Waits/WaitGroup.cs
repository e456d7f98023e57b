using Simulator.Kernel.Compilation;

namespace Simulator.Analysis.Waits;

/// <summary>The waits of the bodies of one level or of one kind; for documents, of those to whom they go.</summary>
/// <param name="Name">The level or the kind.</param>
/// <param name="Ended">Those that have ended.</param>
/// <param name="Open">Those that have not.</param>
public sealed record WaitGroup(string Name, IReadOnlyList<Wait> Ended, IReadOnlyList<Wait> Open)
{
    /// <summary>Waits by level, the highest first.</summary>
    /// <param name="model">The model of the run.</param>
    /// <param name="waits">The waits.</param>
    public static IReadOnlyList<WaitGroup> ByLevel(CompiledModel model, IEnumerable<Wait> waits)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(waits);
        return Groups(waits, body => model.FactsOf(body).Level, level => model.Source.Levels[level]);
    }

    /// <summary>Waits by kind, in the order of the model.</summary>
    /// <param name="model">The model of the run.</param>
    /// <param name="waits">The waits.</param>
    public static IReadOnlyList<WaitGroup> ByKind(CompiledModel model, IEnumerable<Wait> waits)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(waits);
        return Groups(waits, body => model.FactsOf(body).Kind, kind => model.Source.Kinds[kind].Id);
    }

    private static IReadOnlyList<WaitGroup> Groups(IEnumerable<Wait> waits, Func<int, int> place, Func<int, string> name) =>
    [
        .. waits.GroupBy(wait => place(wait.Body)).OrderBy(group => group.Key).Select(group => new WaitGroup(
            name(group.Key), [.. group.Where(wait => wait.Open is null)], [.. group.Where(wait => wait.Open is not null)])),
    ];
}
