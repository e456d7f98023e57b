using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

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
        return new Reduction(model);
    }

    private sealed class Reduction(CompiledModel model) : IRunReduction
    {
        private readonly JournalList journal = new();

        public void Append(ReadOnlySpan<Entry> entries) => journal.Append(entries);

        public double[] Row(RunResult result)
        {
            var reading = new OutcomeReading(new RunTrace(model, journal.ToArray()));
            return [.. OutcomeTable.ColumnsOf(model).Select(column => column.Find(reading))];
        }
    }
}
