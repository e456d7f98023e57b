using Simulator.Kernel.Conduct;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// An event in arrays. In entries it stands where a root directive does, by a hash of its id that is made
/// so that an event and a directive may have the same id.
/// </summary>
public sealed class CompiledEvent
{
    /// <summary>As declared.</summary>
    public required ExternalEvent Source { get; init; }

    /// <summary>Hash of its id.</summary>
    public required ulong Hash { get; init; }

    /// <summary>The short hash: stands in entries.</summary>
    public uint ShortHash => (uint)(Hash >> 32);

    /// <summary>When it happens.</summary>
    public required int At { get; init; }

    /// <summary>The bodies that it befalls, in index order.</summary>
    public required IReadOnlyList<int> Bodies { get; init; }
}
