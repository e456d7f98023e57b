namespace Simulator.Analysis.Exports.Otlp;

/// <summary>Where spans are sent, and how.</summary>
public sealed record OtlpTarget
{
    /// <summary>The whole address of the request.</summary>
    public required Uri Address { get; init; }

    /// <summary>How.</summary>
    public required OtlpProtocol Protocol { get; init; }

    /// <summary>Headers, or metadata, that go with every request.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>How long one request may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether requests are compressed by gzip.</summary>
    public bool IsCompressed { get; init; }
}
