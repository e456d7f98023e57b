using Simulator.Analysis.Traces;
using Simulator.Cli.Commands;
using Simulator.Cli.Engines;
using Simulator.Kernel.Engine;

namespace Simulator.Cli.Runs;

/// <summary>Has an engine play one run, with its journal on disk, and then at hand.</summary>
internal static class RunPlayer
{
    /// <returns>
    /// What came of it, and what was played: the order, with what others have brought into the run meanwhile.
    /// </returns>
    internal static async Task<(RunResult Result, RunTrace Trace, RunOrder Played)> Play(
        IEngine engine, RunOrder order, RunKeeper keeper, ProgressLine progress)
    {
        var until = order.Options.Until?.Value ?? order.Model.Until;
        try
        {
            var result = await engine.Run(
                order, keeper.Journal, new ProgressObserver(progress, "run", until), Interruption.Token);
            var played = result.Text is { } text
                ? order with { Text = text, Model = EngineChoice.Ports.Models.Load(text) }
                : order;
            return (result, new RunTrace(played.Model, keeper.ReadBack()), played);
        }
        catch (RunException failure)
        {
            throw new UsageException($"The run failed. {failure.Message}", ExitCode.Failed);
        }
    }
}
