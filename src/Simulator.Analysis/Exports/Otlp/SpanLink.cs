namespace Simulator.Analysis.Exports.Otlp;

/// <summary>Another span that a span has to do with, in this trace or another, without being its part.</summary>
/// <param name="Trace">Its trace.</param>
/// <param name="Span">It.</param>
/// <param name="How">What connects them.</param>
internal readonly record struct SpanLink(UInt128 Trace, ulong Span, string How);
