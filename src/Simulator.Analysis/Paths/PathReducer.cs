using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Paths;

/// <summary>
/// Makes of a run: how long it was from the issue to the closing; of each body whether the path ran through it; and of
/// each addressed one how long it was until it had complied, or its report had arrived. Minutes; NaN: not in that run.
/// </summary>
/// <param name="root">Place of the directive.</param>
/// <param name="end">Where the path ends.</param>
/// <param name="bodies">Indices of the bodies that are looked for on the path.</param>
/// <param name="reach">Indices of the addressed bodies.</param>
internal sealed class PathReducer(int root, PathEnd end, IReadOnlyList<int> bodies, IReadOnlyList<int> reach) : IRunReducer
{
    /// <inheritdoc/>
    public string Name => $"critical-path-{root}-{end}";

    /// <inheritdoc/>
    public IRunReduction Begin(CompiledModel model) => new Reduction(this, model);

    /// <summary>The row of a run whose journal is there.</summary>
    internal double[] RowOf(RunTrace trace)
    {
        var issued = trace.Model.Directives[root].Issued;
        var progress = ProgressReader.Read(trace)[root];
        var path = CriticalPath.Find(trace, root, end);
        var through = path?.Through ?? new HashSet<int>();
        double Since(int? tick) => tick is >= 0 ? tick.Value - issued : double.NaN;
        return
        [
            Since(progress.GetValueOrDefault(trace.IssuerOf(root))?.ClosedAt),
            .. bodies.Select(body => path is null ? double.NaN : through.Contains(body) ? 1 : 0),
            .. reach.Select(body => Since(progress.GetValueOrDefault(body) is not { ArrivedAt: >= 0 } own ? null
                : end == PathEnd.Complied ? own.CompliedAt : own.ReportArrivedAt)),
        ];
    }

    private sealed class Reduction(PathReducer reducer, CompiledModel model) : IRunReduction
    {
        private readonly JournalList journal = new();

        public void Append(ReadOnlySpan<Entry> entries) => journal.Append(entries);

        public double[] Row(RunResult result) => reducer.RowOf(new RunTrace(model, journal.ToArray()));
    }
}
