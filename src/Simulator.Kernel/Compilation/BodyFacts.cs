namespace Simulator.Kernel.Compilation;

/// <summary>
/// What never changes about a body, in the 32 bytes that every delivery to it reads. Bodies are indexed
/// in hierarchy order; an index is a place in memory and enters no key, entry or digest.
/// </summary>
public readonly record struct BodyFacts
{
    /// <summary>Hash of its id.</summary>
    public ulong Hash { get; init; }

    /// <summary>Its place among all bodies in the order of their ids.</summary>
    public int Rank { get; init; }

    /// <summary>Where its relay addressees start in <see cref="CompiledModel.RelayTargets"/>.</summary>
    internal int FirstRelay { get; init; }

    /// <summary>Place of its kind in <see cref="CompiledModel.Kinds"/>.</summary>
    public ushort Kind { get; init; }

    /// <summary>Place of its office in <see cref="CompiledModel.Offices"/>.</summary>
    public ushort Office { get; init; }

    /// <summary>Its audience: bodies of one audience are told the same by every assignment.</summary>
    public ushort Audience { get; init; }

    /// <summary>Place of its channel in <see cref="CompiledModel.Channels"/>.</summary>
    public ushort Channel { get; init; }

    /// <summary>Place of its conduct in <see cref="CompiledModel.Conducts"/>.</summary>
    public ushort Conduct { get; init; }

    /// <summary>How many papers of root directives can reach or leave it, by all routes.</summary>
    public ushort Papers { get; init; }

    /// <summary>How many addressees its relays have, where the directive says nothing else.</summary>
    internal ushort Relays { get; init; }

    /// <summary>Place of its level in <see cref="Organisation.Model.Levels"/>.</summary>
    public byte Level { get; init; }
}
