using Simulator.Analysis.Hindcast;
using Simulator.Analysis.Outcomes;
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
/// <param name="Cluster">
/// The silos elsewhere that carry it; <c>null</c>: it is carried in this process.
/// </param>
internal sealed record EngineChoice(string Name, string? Notice, ClusterAddress? Cluster = null)
{
    internal const string Orleans = "orleans";
    internal const string InProcess = LocalEngine.EngineName;

    /// <summary>What a silo of this program knows of scenarios and measures.</summary>
    internal static ClusterPorts Ports { get; } = new(
        new ScenarioModelSource(), [ObservedPapers.Instance, OutcomeReducer.Instance, SeriesReducer.Instance]);

    /// <summary>The choice on this machine.</summary>
    /// <param name="wanted">The name asked for, or <c>null</c>.</param>
    /// <param name="cluster">The cluster asked for, or <c>null</c>.</param>
    internal static EngineChoice Of(string? wanted, ClusterAddress? cluster = null) => cluster switch
    {
        null => Of(wanted, ClusterAvailability.IsHere, ClusterAvailability.Reason),
        _ when wanted == InProcess => throw new UsageException(
            $"--cluster asks for silos and --engine {InProcess} for none: leave one of them out."),
        _ when !ClusterAvailability.IsHere => throw new UsageException(
            $"--cluster needs Orleans, which was not built in: {ClusterAvailability.Reason}. Without it the run is "
            + "carried in this process, with the same results."),
        _ => Of(Orleans, ClusterAvailability.IsHere, ClusterAvailability.Reason) with
        {
            Cluster = cluster,
            Notice = cluster.Database is null
                ? "Without --database the run is lost if its silo is; with one, it survives."
                : null,
        },
    };

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
    /// <param name="regions">Into how many regions on each silo a run is cut.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ClusterException">The silo does not start.</exception>
    internal async Task<IEngine> Open(int regions, CancellationToken cancellation) => this switch
    {
        { Cluster: { } elsewhere } => await ClusterAvailability.Open().Connect(elsewhere, regions, cancellation),
        { Name: Orleans } => await ClusterAvailability.Open().StartHere(Ports, regions, cancellation),
        _ => new LocalEngine(),
    };
}
