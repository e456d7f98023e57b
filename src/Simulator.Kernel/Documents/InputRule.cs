using Simulator.Kernel.Time;

namespace Simulator.Kernel.Documents;

/// <summary>
/// That the lead of an assignment (chủ trì) waits for the inputs of those who coordinate (phối hợp) before it
/// carries the assignment out.
/// </summary>
public sealed record InputRule
{
    /// <summary>
    /// Elapsed minutes for which it waits at most, from the moment at which it would have begun; <c>null</c>:
    /// until all are there.
    /// </summary>
    public TickSpan? AtMost { get; init; }
}
