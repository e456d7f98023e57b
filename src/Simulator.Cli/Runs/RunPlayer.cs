using Simulator.Analysis.Traces;
using Simulator.Cli.Commands;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Cli.Runs;

/// <summary>Has an engine play one run, with its journal both on disk and at hand.</summary>
internal static class RunPlayer
{
    internal static async Task<(RunResult Result, RunTrace Trace)> Play(
        IEngine engine, RunOrder order, IJournalSink journal, ProgressLine progress)
    {
        var kept = new JournalList();
        var until = order.Options.Until?.Value ?? order.Model.Until;
        try
        {
            var result = await engine.Run(
                order, new Both(journal, kept), new ProgressObserver(progress, "run", until), Interruption.Token);
            return (result, new RunTrace(order.Model, kept.ToArray()));
        }
        catch (RunException failure)
        {
            throw new UsageException($"The run failed. {failure.Message}", ExitCode.Failed);
        }
    }

    private sealed class Both(IJournalSink first, IJournalSink second) : IJournalSink
    {
        public void Append(ReadOnlySpan<Entry> entries)
        {
            first.Append(entries);
            second.Append(entries);
        }
    }
}
