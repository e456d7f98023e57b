namespace Simulator.Analysis.Exports.Otlp;

/// <summary>Something that happened at a moment of a span.</summary>
/// <param name="At">The tick.</param>
/// <param name="Name">What.</param>
/// <param name="Attributes">More about it.</param>
internal sealed record SpanEvent(long At, string Name, IReadOnlyList<SpanAttribute> Attributes);
