namespace Simulator.Analysis.Exports.Otlp;

/// <summary>
/// Sends batches one after the other, each again as the rule says. Where a request can never arrive, no further one is made:
/// the rest is counted as not arrived.
/// </summary>
/// <param name="sender">What sends.</param>
/// <param name="rule">When again.</param>
/// <param name="target">Where; for sentences.</param>
/// <param name="wait">How time is let pass.</param>
internal sealed class BatchSending(
    ISpanSender sender, RetryRule rule, OtlpTarget target, Func<TimeSpan, CancellationToken, Task> wait)
{
    private SendAnswer? stopped;
    private bool hasReached;

    /// <summary>What became of the spans.</summary>
    internal SendTally Tally { get; } = new();

    /// <summary>Whether nothing more is sent.</summary>
    internal bool HasStopped => stopped is not null;

    /// <summary>Sends a batch.</summary>
    /// <exception cref="OtlpException">Nobody listens.</exception>
    internal async Task Send(int spans, byte[] request, CancellationToken cancellation)
    {
        if (stopped is null)
        {
            var answer = await Try(request, cancellation);
            if (answer.Outcome is not (SendOutcome.Arrived or SendOutcome.Refused))
            {
                stopped = answer;
            }

            Tally.Batch(spans, answer);
        }
        else
        {
            Tally.Batch(spans, stopped);
        }
    }

    private async Task<SendAnswer> Try(byte[] request, CancellationToken cancellation)
    {
        for (var made = 1; ; made++)
        {
            Tally.Request(again: made > 1);
            var answer = await sender.Send(request, cancellation);
            if (answer.Outcome == SendOutcome.Unreached && !hasReached)
            {
                throw new OtlpException(
                    $"Nothing listens at {target.Address}: {answer.Why}. Start a receiver, such as Jaeger: docker run --rm "
                    + "-p 16686:16686 -p 4317:4317 -p 4318:4318 jaegertracing/all-in-one:1.76.0. Or say where one is: --endpoint URL");
            }

            hasReached = true;
            if (answer.Outcome is not (SendOutcome.Busy or SendOutcome.Unreached) || rule.Wait(made, answer.After) is not { } pause)
            {
                return answer.Outcome is SendOutcome.Busy or SendOutcome.Unreached
                    ? answer with { Why = $"{answer.Why}, {made} times" }
                    : answer;
            }

            await wait(pause, cancellation);
        }
    }
}
