namespace Simulator.Analysis.Exports.Otlp;

/// <summary>What a span is to others. The numbers are those of the protocol.</summary>
internal enum SpanKind
{
    /// <summary>Work within one body.</summary>
    Internal = 1,

    /// <summary>What a body does with a paper that somebody else has sent.</summary>
    Consumer = 5,
}
