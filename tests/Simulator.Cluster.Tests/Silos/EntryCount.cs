using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Tests.Silos;

/// <summary>
/// Reduces a replication to how many entries it has, when it ended and a part of its digest.
/// </summary>
internal sealed class EntryCount : IRunReducer
{
    public string Name => "entry count";

    public IRunReduction Begin(CompiledModel model) => new Reduction();

    private sealed class Reduction : IRunReduction
    {
        private int entries;

        public void Append(ReadOnlySpan<Entry> entries) => this.entries += entries.Length;

        public double[] Row(RunResult result) =>
            [entries, result.EndedAt.Value, (uint)(result.Digest.Value & uint.MaxValue)];
    }
}
