using Simulator.Analysis.Hindcast;
using Simulator.Cli.Commands;
using Simulator.Cluster;
using Simulator.Kernel.Engine;
using Simulator.Scenarios;

namespace Simulator.Cli.Engines;

/// <summary>
/// Which engine carries a run: the one asked for, else Orleans where the program was built with it. Here the
/// parts that know nothing of each other are put together: engines get scenarios and reducers through ports.
/// </summary>
/// <param name="Name">The engine's name.</param>
/// <param name="Notice">What people should know of the choice, one line; <c>null</c>: nothing.</param>
internal sealed record EngineChoice(string Name, string? Notice)
{
    internal const string Orleans = "orleans";
    internal const string InProcess = LocalEngine.EngineName;

    /// <summary>What a silo of this program knows of scenarios and measures.</summary>
    internal static ClusterPorts Ports { get; } = new(new ScenarioModelSource(), [ObservedPapers.Instance]);

    /// <summary>The choice on this machine.</summary>
    /// <param name="wanted">The name asked for, or <c>null</c>.</param>
    internal static EngineChoice Of(string? wanted) =>
        Of(wanted, ClusterAvailability.IsHere, ClusterAvailability.Reason);

    internal static EngineChoice Of(string? wanted, bool isHere, string reason) => wanted switch
    {
        InProcess => new(InProcess, null),
        Orleans when !isHere => throw new UsageException(
            $"--engine {Orleans} cannot be had, for Orleans was not built in: {reason}. "
            + $"--engine {InProcess} gives the same results."),
        null when !isHere => new(
            InProcess, $"Orleans was not built in: {reason}. The in-process engine carries the run."),
        _ => new(Orleans, null),
    };

    /// <summary>The engine, ready.</summary>
    /// <param name="regions">Into how many regions a silo in this process cuts a run.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ClusterException">The silo does not start.</exception>
    internal async Task<IEngine> Open(int regions, CancellationToken cancellation) => Name == Orleans
        ? await ClusterAvailability.Open().StartHere(Ports, regions, cancellation)
        : new LocalEngine();
}
