using Simulator.Kernel.Office;

namespace Simulator.Kernel.Documents;

/// <summary>What a goal on desks asks about, where it is no share of addressed bodies.</summary>
/// <param name="Post">Which post of the bodies; <c>null</c>: the whole office.</param>
/// <param name="Papers">How many papers are the limit; <c>null</c>: the limit is a share (<see cref="Goal.BasisPoints"/>).</param>
public sealed record DeskLimit(Post? Post, int? Papers);
