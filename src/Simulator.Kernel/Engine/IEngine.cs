using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Engine;

/// <summary>
/// Carries runs, in this process or on a cluster. Whoever asks sees no difference in any result: the same
/// order gives the same journal, byte for byte, on every engine.
/// </summary>
public interface IEngine : IAsyncDisposable
{
    /// <summary>The engine's name as users write it: <c>inprocess</c> or <c>orleans</c>.</summary>
    string Name { get; }

    /// <summary>Plays one run and gives its entries to the journal, in the order of their key.</summary>
    /// <param name="order">What is to be played.</param>
    /// <param name="journal">Where the entries go.</param>
    /// <param name="observer">Who wants to hear how far it is; <c>null</c>: nobody.</param>
    /// <param name="cancellation">Gives the run up.</param>
    /// <exception cref="RunException">A body cannot go on.</exception>
    /// <exception cref="OperationCanceledException">The run was given up.</exception>
    Task<RunResult> Run(
        RunOrder order, IJournalSink journal, IRunObserver? observer, CancellationToken cancellation);

    /// <summary>Plays replications, each reduced to a row; journals are not kept. One that fails stops no other.</summary>
    /// <param name="order">What is to be played; the number of its replication says nothing here.</param>
    /// <param name="replications">The numbers of those wanted, each once.</param>
    /// <param name="reducer">Makes a row of each.</param>
    /// <param name="observer">Gets each as it ends.</param>
    /// <param name="cancellation">Gives up those that have not ended.</param>
    /// <exception cref="OperationCanceledException">Some were given up.</exception>
    Task Replicate(
        RunOrder order, IReadOnlyList<int> replications, IRunReducer reducer, IReplicationObserver observer,
        CancellationToken cancellation);
}
