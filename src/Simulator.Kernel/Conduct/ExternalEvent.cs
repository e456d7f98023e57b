using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Conduct;

/// <summary>
/// Something that befalls bodies from outside, at a fixed moment and whatever they do: an outbreak, a visit
/// of inspectors, a sanction. It belongs to no directive.
/// </summary>
public sealed record ExternalEvent
{
    /// <summary>The id it is declared with.</summary>
    public required string Id { get; init; }

    /// <summary>When it happens.</summary>
    public required Tick At { get; init; }

    /// <summary>What it is.</summary>
    public required EventKind Is { get; init; }

    /// <summary>Whom it befalls: all that fit, wherever they stand.</summary>
    public required IReadOnlyList<Selector> Bodies { get; init; }

    /// <summary>What people call it.</summary>
    public Text Title { get; init; } = Text.None;
}

/// <summary>What an event is. Numbers are fixed: they stand in journals.</summary>
public enum EventKind : byte
{
    /// <summary>An outbreak, a flood, or whatever else shows that the matter is serious.</summary>
    Outbreak = 0,

    /// <summary>Inspectors come who are no body of the scenario (thanh tra).</summary>
    Inspection = 1,

    /// <summary>Somebody is held to account (kiểm điểm, kỷ luật).</summary>
    Sanction = 2,
}
