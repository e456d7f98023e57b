using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Hindcast;

/// <summary>Watches a run for the moments of the observed papers, and keeps nothing else of it.</summary>
internal sealed class PaperWatch : IRunReduction
{
    private readonly (ulong Body, uint Root, EntryKind Kind)[] wanted;
    private readonly double[] ticks;

    /// <summary>A watch for the papers that a model says were observed.</summary>
    internal PaperWatch(CompiledModel model)
    {
        wanted =
        [
            .. model.Source.Observed.Select(paper => (
                Hash64.Of(paper.Body), Hash64.Upper(paper.Directive),
                paper.IsArrival ? EntryKind.Arrived : EntryKind.Issued)),
        ];
        ticks = new double[wanted.Length];
        Array.Fill(ticks, double.NaN);
    }

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<Entry> entries)
    {
        foreach (ref readonly var entry in entries)
        {
            if (entry.Kind is not (EntryKind.Issued or EntryKind.Arrived))
            {
                continue;
            }

            for (var paper = 0; paper < wanted.Length; paper++)
            {
                if (double.IsNaN(ticks[paper]) && entry.Body == wanted[paper].Body && entry.Root == wanted[paper].Root
                    && entry.Kind == wanted[paper].Kind
                    && (entry.Kind == EntryKind.Issued || entry.BringsDirective))
                {
                    ticks[paper] = entry.Tick;
                }
            }
        }
    }

    /// <inheritdoc/>
    public double[] Row(RunResult result) => ticks;
}
