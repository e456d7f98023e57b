using Simulator.Cluster.Runs;
using Simulator.Cluster.Sweeps;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Hosting;

/// <summary>
/// The engine of which the bodies are grains: asks a cluster for runs and replications, and follows them.
/// </summary>
internal sealed class ClusterEngine(
    IClusterClient client, int regionsPerSilo, Func<ValueTask> close, bool isElsewhere = false) : IEngine
{
    /// <inheritdoc/>
    public string Name => "orleans";

    /// <inheritdoc/>
    public async Task<RunResult> Run(
        RunOrder order, IJournalSink journal, IRunObserver? observer, CancellationToken cancellation)
    {
        var caller = new PatientCaller(observer is null ? null : observer.Told, cancellation);
        var name = NameOf(order);
        var run = client.GetGrain<IRunGrain>(name);
        var manifest = new RunManifest
        {
            Version = ProgramVersion.Text,
            Text = order.Text,
            ModelHash = order.Model.Hash.ToString(),
            Seed = order.Options.Seed,
            Replication = order.Options.Replication,
            Until = order.Options.Until?.Value ?? order.Model.Until,
            RegionsPerSilo = regionsPerSilo,
        };
        try
        {
            if (await caller.Reach(() => run.Start(manifest)) is { } refusal)
            {
                throw new ClusterException(refusal);
            }

            if (isElsewhere)
            {
                observer?.Named(name);
            }

            return await new RunFollower(run, caller, journal, observer).Follow();
        }
        finally
        {
            await Forget(run.Drop());
        }
    }

    /// <inheritdoc/>
    public Task Replicate(
        RunOrder order, IReadOnlyList<int> replications, IRunReducer reducer, IReplicationObserver observer,
        CancellationToken cancellation)
    {
        var sweep = new SweepOrder
        {
            Version = ProgramVersion.Text,
            Text = order.Text,
            Seed = order.Options.Seed,
            Until = order.Options.Until?.Value ?? order.Model.Until,
            Reducer = reducer.Name,
        };
        var caller = new PatientCaller(observer.Told, cancellation);
        ISweepGrain Next() => client.GetGrain<ISweepGrain>(NameOf(order));
        return new SweepFollower(Next, caller, sweep, replications, observer).Follow();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => close();

    /// <summary>Brings something into a run that is under way, whoever has begun it.</summary>
    internal async Task<InjectOutcome> Inject(string run, string injects, CancellationToken cancellation)
    {
        var grain = client.GetGrain<IRunGrain>(run);
        var request = new InjectRequest(ProgramVersion.Text, Guid.NewGuid(), injects);
        var answer = await new PatientCaller(null, cancellation).Reach(() => grain.Inject(request));
        return new InjectOutcome(answer.Tick, answer.At, answer.Refusal);
    }

    /// <summary>
    /// Tells the cluster that something is not wanted any more; if it does not hear, it will notice.
    /// </summary>
    internal static async Task Forget(Task dropping)
    {
        await Task.WhenAny(dropping, Task.Delay(TimeSpan.FromSeconds(10)));
        dropping.Ignore();
    }

    /// <summary>A name that people can tell from others in a log, and that no other run has.</summary>
    private static string NameOf(RunOrder order) =>
        $"{order.Model.Source.Scenario}-{order.Model.Source.Variant}-s{order.Options.Seed}-{Guid.NewGuid():n}"
            .Replace('/', '-'); // which ends a run's name in the keys of its grains
}
