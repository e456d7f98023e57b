using Simulator.Analysis.Exports.Otlp;

namespace Simulator.Tests.Analysis.Exports.Otlp;

/// <summary>A sender whose first request gets no answer, and whose others arrive.</summary>
internal sealed class LateSender(TimeSpan limit) : ISpanSender
{
    public List<SendAnswer> Answers { get; } = [];

    public async Task<SendAnswer> Send(byte[] request, CancellationToken cancellation)
    {
        var isFirst = Answers.Count == 0;
        Answers.Add(await Transport.Within(
            isFirst ? limit : TimeSpan.FromMinutes(1),
            async token =>
            {
                await Task.Delay(isFirst ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, token);
                return new SendAnswer(SendOutcome.Arrived);
            },
            cancellation));
        return Answers[^1];
    }

    public void Dispose()
    {
    }
}
