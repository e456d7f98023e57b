using Simulator.Analysis.Traces;
using Simulator.Cli.Commands;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Cli.Runs;

/// <summary>Plays one run in process, with its journal both on disk and at hand.</summary>
internal static class RunPlayer
{
    private const int Slices = 200;

    internal static (RunResult Result, RunTrace Trace) Play(
        CompiledModel model, RunOptions options, IJournalSink journal, ProgressLine progress)
    {
        var kept = new JournalList();
        using var engine = new InProcessEngine(model, options, new Both(journal, kept));
        var until = options.Until?.Value ?? model.Until;
        try
        {
            for (var slice = 1; slice <= Slices; slice++)
            {
                engine.AdvanceTo((int)((long)until * slice / Slices), Interruption.Token);
                progress.Show("run", slice, Slices);
            }
        }
        catch (RunException failure)
        {
            throw new UsageException($"The run failed. {failure.Message}", ExitCode.Failed);
        }

        return (engine.Result(), new RunTrace(model, kept.ToArray()));
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
