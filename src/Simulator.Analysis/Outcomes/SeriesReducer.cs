using Simulator.Analysis.Measures;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Analysis.Outcomes;

/// <summary>
/// Reduces a run to a number for each directive of each series that a goal asks about, goal by goal in the order of
/// <see cref="SeriesGoal.Of"/>. It is apart from <see cref="OutcomeReducer"/>, whose rows are kept: only a search for the
/// warm-up needs these.
/// </summary>
public sealed class SeriesReducer : IRunReducer
{
    private SeriesReducer()
    {
    }

    /// <summary>The only instance.</summary>
    public static SeriesReducer Instance { get; } = new();

    /// <inheritdoc/>
    public string Name => "series";

    /// <inheritdoc/>
    public IRunReduction Begin(CompiledModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new TraceReduction(model, trace =>
        {
            var progress = ProgressReader.Read(trace);
            return
            [
                .. SeriesGoal.Of(model).SelectMany(goal => goal.Members.Select(root => goal.NumberOf(model, root, progress[root]))),
            ];
        });
    }
}
