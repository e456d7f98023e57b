using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Outcomes;

/// <summary>Keeps the journal of a replication until it has ended, and makes the row of the whole of it.</summary>
/// <param name="model">The model of the run.</param>
/// <param name="row">The row of a run.</param>
internal sealed class TraceReduction(CompiledModel model, Func<RunTrace, double[]> row) : IRunReduction
{
    private readonly JournalList journal = new();

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<Entry> entries) => journal.Append(entries);

    /// <inheritdoc/>
    public double[] Row(RunResult result) => row(new RunTrace(model, journal.ToArray()));
}
