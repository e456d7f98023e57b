using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Outcome = Simulator.Kernel.Conduct.Outcome;
using Entry = Simulator.Kernel.Journal.Entry;

namespace Simulator.Benchmarks.Replications;

/// <summary>
/// Reduces a replication of the cascade to what a planner asks of it: how many registered and complied, how many
/// reports came, what the root knew when it closed, and when that was.
/// </summary>
internal sealed class CascadeReducer : IRunReducer
{
    public string Name => "cascade";

    public IRunReduction Begin(CompiledModel model) => new Reduction();

    /// <summary>The same row from what a whole journal was counted to.</summary>
    public static double[] RowOf(Cascade.Tally tally) =>
    [
        tally.Counts[Cascade.Kind.Registered], tally.Complied, tally.Counts[Cascade.Kind.Report], tally.RootCompliance,
        tally.RootDone[0],
    ];

    private sealed class Reduction : IRunReduction
    {
        private static readonly ulong s_government = Hash64.Of("government");
        private static readonly ulong s_root = Hash64.Of(Cascade.Restated.CascadeModel.BodyId(0));
        private int _registered;
        private int _complied;
        private int _reports;
        private int _known;
        private int _closedAt = -1;

        public void Append(ReadOnlySpan<Entry> entries)
        {
            foreach (ref readonly var entry in entries)
            {
                if (entry.Body != s_government)
                    Take(entry);
            }
        }

        public double[] Row(RunResult result) => [_registered, _complied, _reports, _known, _closedAt];

        private void Take(in Entry entry)
        {
            switch (entry.Kind)
            {
                case EntryKind.StepEnded when entry.Step == Step.Register:
                    _registered++;
                    break;
                case EntryKind.StepEnded when entry.Step == Step.CarryOut && entry.B == (int)Outcome.Complied:
                    _complied++;
                    break;
                case EntryKind.Arrived when entry.What == (byte)PaperClass.Report:
                    _reports++;
                    break;
                case EntryKind.Closed when entry.Body == s_root:
                    (_known, _closedAt) = (entry.B, entry.Tick);
                    break;
            }
        }
    }
}
