using Simulator.Kernel.Time;

namespace Simulator.Kernel.Documents;

/// <summary>How long a quantile of bodies may take, or at least takes, to get somewhere.</summary>
/// <param name="Span">The limit.</param>
/// <param name="InHours">Whether only minutes count in which the office of the body is at work.</param>
/// <param name="IsOwn">Whether only the body's own part counts, from what enabled it there, and not from the issue.</param>
public sealed record TimeLimit(TickSpan Span, bool InHours, bool IsOwn);
