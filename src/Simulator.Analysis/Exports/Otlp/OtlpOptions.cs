namespace Simulator.Analysis.Exports.Otlp;

/// <summary>What is sent, and where.</summary>
public sealed record OtlpOptions
{
    /// <summary>How many spans a request has unless it is asked otherwise: what exporters of OpenTelemetry send.</summary>
    public const int UsualBatch = 512;

    /// <summary>Where, and how.</summary>
    public required OtlpTarget Target { get; init; }

    /// <summary>How simulated time becomes moments of the world's clock.</summary>
    public required SpanClock Clock { get; init; }

    /// <summary>How many spans a request has at most.</summary>
    public int Batch { get; init; } = UsualBatch;

    /// <summary>The one directive to be sent; <c>null</c>: all.</summary>
    public string? Directive { get; init; }
}
