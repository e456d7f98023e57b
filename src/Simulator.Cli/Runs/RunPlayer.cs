using Simulator.Analysis.Traces;
using Simulator.Cli.Commands;
using Simulator.Cli.Engines;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Cli.Runs;

/// <summary>Has an engine play one run, with its journal both on disk and at hand.</summary>
internal static class RunPlayer
{
    /// <returns>
    /// What came of it, and what was played: the order, with what others have brought into the run meanwhile.
    /// </returns>
    internal static async Task<(RunResult Result, RunTrace Trace, RunOrder Played)> Play(
        IEngine engine, RunOrder order, IJournalSink journal, ProgressLine progress)
    {
        var kept = new JournalList();
        var until = order.Options.Until?.Value ?? order.Model.Until;
        try
        {
            var result = await engine.Run(
                order, new Both(journal, kept), new ProgressObserver(progress, "run", until), Interruption.Token);
            var played = result.Text is { } text
                ? order with { Text = text, Model = EngineChoice.Ports.Models.Load(text) }
                : order;
            return (result, new RunTrace(played.Model, kept.ToArray()), played);
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
