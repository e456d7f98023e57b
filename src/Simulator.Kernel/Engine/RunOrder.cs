using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Engine;

/// <summary>
/// What an engine is asked to play. The scenario goes along as text, for a machine far away makes the
/// model of it anew, with an <see cref="IModelSource"/>.
/// </summary>
public sealed record RunOrder
{
    /// <summary>The scenario as resolved: one text, with all that it includes.</summary>
    public required string Text { get; init; }

    /// <summary>The model that the text gives.</summary>
    public required CompiledModel Model { get; init; }

    /// <summary>Seed, replication, end, threads.</summary>
    public required RunOptions Options { get; init; }
}
