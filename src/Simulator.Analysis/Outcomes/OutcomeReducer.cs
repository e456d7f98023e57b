using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Analysis.Outcomes;

/// <summary>Reduces a run to its outcomes: a row with a number for each that <see cref="OutcomeTable"/> names, in its order.</summary>
public sealed class OutcomeReducer : IRunReducer
{
    private OutcomeReducer()
    {
    }

    /// <summary>The only instance.</summary>
    public static OutcomeReducer Instance { get; } = new();

    /// <inheritdoc/>
    public string Name => "outcomes";

    /// <inheritdoc/>
    public IRunReduction Begin(CompiledModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new TraceReduction(model, trace =>
        {
            var reading = new OutcomeReading(trace);
            return [.. OutcomeTable.ColumnsOf(model).Select(column => column.Find(reading))];
        });
    }
}
