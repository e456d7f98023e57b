using Simulator.Kernel.Documents;

namespace Simulator.Scenarios.Directives;

/// <summary>A line of a distribution list, a label.</summary>
/// <param name="To">Who, as the paper says it.</param>
/// <param name="Purpose">What for.</param>
public sealed record Recipient(Text To, Purpose Purpose);
