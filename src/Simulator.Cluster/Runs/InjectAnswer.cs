using Simulator.Kernel.Compilation;
using Simulator.Kernel.Time;

namespace Simulator.Cluster.Runs;

/// <summary>What became of an inject: it is durable, or it has changed nothing.</summary>
[GenerateSerializer, Immutable, Alias("simulator.inject-answer.v1")]
internal sealed record InjectAnswer
{
    /// <summary>The tick from which on it counts.</summary>
    [Id(0)]
    public int Tick { get; init; }

    /// <summary>That tick as a local time.</summary>
    [Id(1)]
    public string At { get; init; } = "";

    /// <summary>Why it was refused; <c>null</c>: it was not.</summary>
    [Id(2)]
    public string? Refusal { get; init; }

    internal static InjectAnswer CountsFrom(int tick, CompiledModel model) =>
        new() { Tick = tick, At = model.Source.Axis.ToCivil(new Tick(tick)).ToString() };

    internal static InjectAnswer Refused(string why) => new() { Refusal = why };
}
