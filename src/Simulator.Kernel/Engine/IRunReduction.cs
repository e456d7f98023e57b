using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Engine;

/// <summary>
/// One replication being reduced: it is given the entries in order, then asked for the row.
/// </summary>
public interface IRunReduction : IJournalSink
{
    /// <summary>
    /// The row, of the same length and meaning for every replication of the model; <see cref="double.NaN"/>
    /// stands for what did not happen.
    /// </summary>
    /// <param name="result">What is known of the replication now that it has ended.</param>
    double[] Row(RunResult result);
}
