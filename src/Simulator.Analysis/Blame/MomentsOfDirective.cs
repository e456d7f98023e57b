using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Blame;

/// <summary>
/// Reduces a run to the <see cref="DirectiveMoments"/> of one directive. The journal is held until the run has ended,
/// and read as that of any other run, so that both are counted alike.
/// </summary>
/// <param name="root">Place of the directive.</param>
/// <param name="reach">Indices of the bodies that it is for.</param>
internal sealed class MomentsOfDirective(int root, IReadOnlyList<int> reach) : IRunReducer
{
    /// <inheritdoc/>
    public string Name => $"moments-of-directive-{root}";

    /// <inheritdoc/>
    public IRunReduction Begin(CompiledModel model) => new Reduction(model, root, reach);

    private sealed class Reduction(CompiledModel model, int root, IReadOnlyList<int> reach) : IRunReduction
    {
        private readonly JournalList journal = new();

        public void Append(ReadOnlySpan<Entry> entries) => journal.Append(entries);

        public double[] Row(RunResult result) =>
            DirectiveMoments.Read(new RunTrace(model, journal.ToArray()), root, reach).ToRow();
    }
}
