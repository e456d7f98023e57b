using Simulator.Cluster.Models;
using Simulator.Kernel.Compilation;

namespace Simulator.Cluster.Runs;

/// <summary>What is brought into a run while it is under way.</summary>
internal sealed partial class RunCarrier
{
    /// <summary>
    /// Brings something in from the first tick on of which neither this clock nor one before it has released
    /// anything. The clock stands meanwhile. When it is durable, the run is played again with it.
    /// </summary>
    private async Task<InjectAnswer> TakeIn(InjectRequest asked)
    {
        if (Failure is { } failure)
        {
            return InjectAnswer.Refused($"The run has failed: {failure}");
        }

        var record = ledger.Record;
        var tick = Math.Max(
            Math.Max(record.Unreleased, reader.Unreleased), Math.Max(unreleased, Attempt?.Unreleased ?? 0));
        var before = await Script.Text();
        if (Array.Find(record.Injects, inject => inject.Call == asked.Call) is { } taken)
        {
            var there = await shelf.Get(ModelKey.Of(before), () => Task.FromResult(before));
            return InjectAnswer.CountsFrom(taken.Tick, there);
        }

        if (WhyNothingIsTakenIn(tick) is { } why)
        {
            return InjectAnswer.Refused(why);
        }

        string text;
        CompiledModel model;
        try
        {
            text = await shelf.Inject(before, asked.Text, tick);
            model = await shelf.Get(ModelKey.Of(text), () => Task.FromResult(text));
        }
        catch (ModelException refused)
        {
            return InjectAnswer.Refused(refused.Message);
        }

        await ledger.Write(ledger.Record with
        {
            Injects = [.. record.Injects, new RunInject(asked.Call, asked.Text, tick)],
            Unreleased = tick,
        });
        Script.Became(text);
        GiveUpAttempt();
        Phase = RunPhase.Recovering;
        var answer = InjectAnswer.CountsFrom(tick, model);
        reader.Tell($"an inject counts from {answer.At} on; the run is played again up to there");
        return answer;
    }

    /// <summary>
    /// Whether it is known what has been released: what a clock before this one has given out since it was last
    /// durable, only the reader knows.
    /// </summary>
    private bool IsKnownHowFar(bool otherwise) =>
        !mustHearReader || reader.IsKnown || Failure is not null || ledger.Record.HasEnded || otherwise;

    private string? WhyNothingIsTakenIn(int tick) =>
        ledger.Record.HasEnded || Attempt is { HasEnded: true } || tick > ledger.Manifest!.Until
            ? "The run has come to its end."
            : IsKnownHowFar(false)
            ? null
            : "The client of the run is silent, and nobody else knows how far its journal has come.";
}
