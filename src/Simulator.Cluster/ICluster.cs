using Simulator.Kernel.Engine;

namespace Simulator.Cluster;

/// <summary>
/// What can be done with a cluster, in words that say nothing of Orleans, so that whoever calls it compiles
/// where Orleans is not.
/// </summary>
public interface ICluster
{
    /// <summary>Starts one silo in this process, which stops when the engine is disposed of.</summary>
    /// <param name="ports">What the silo is to know of scenarios and measures.</param>
    /// <param name="regions">Into how many regions a run is cut.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ClusterException">The silo does not start.</exception>
    Task<IEngine> StartHere(ClusterPorts ports, int regions, CancellationToken cancellation);

    /// <summary>Becomes a client of silos that run elsewhere.</summary>
    /// <param name="address">Where the silos are.</param>
    /// <param name="regions">Into how many regions on each silo a run is cut.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ClusterException">
    /// Nobody is there, or whoever is there does not let us in.
    /// </exception>
    Task<IEngine> Connect(ClusterAddress address, int regions, CancellationToken cancellation);

    /// <summary>
    /// Brings something into a run that is under way on silos elsewhere. It counts from the first tick on of
    /// which nothing is known yet, and is durable when this returns.
    /// </summary>
    /// <param name="address">Where the silos are.</param>
    /// <param name="run">The run's name, as <see cref="IRunObserver.Named"/> tells it.</param>
    /// <param name="injects">The text of the inject file.</param>
    /// <param name="cancellation">Gives up waiting; it may have been brought in all the same.</param>
    /// <exception cref="ClusterException">
    /// Nobody is there, or whoever is there does not let us in.
    /// </exception>
    Task<InjectOutcome> Inject(
        ClusterAddress address, string run, string injects, CancellationToken cancellation);

    /// <summary>Is a silo of a cluster until it is cancelled.</summary>
    /// <param name="ports">What the silo is to know of scenarios and measures.</param>
    /// <param name="options">Where it listens and whom it joins.</param>
    /// <param name="ready">Told, once, that the silo is there and where.</param>
    /// <param name="cancellation">Leaves the cluster in good order.</param>
    /// <exception cref="ClusterException">The silo does not start or cannot stay.</exception>
    Task Serve(ClusterPorts ports, SiloOptions options, Action<string> ready, CancellationToken cancellation);
}
