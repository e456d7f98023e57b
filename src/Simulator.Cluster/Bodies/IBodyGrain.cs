namespace Simulator.Cluster.Bodies;

/// <summary>
/// An administrative body. Its key is run, epoch and the body's id; only the region that it lies in calls
/// it, one call at a time.
/// </summary>
[Alias("simulator.body.v1")]
internal interface IBodyGrain : IGrainWithStringKey
{
    /// <summary>Opens the office, empty, before tick 0.</summary>
    [Alias("open")]
    Task Open(BodyOrder order);

    /// <summary>
    /// Plays what is due at one tick. A value task, for millions of them are awaited, each once.
    /// </summary>
    [Alias("play")]
    ValueTask<BodyAnswer> Play(BodyCall call);

    /// <summary>Closes the office for good.</summary>
    [Alias("drop")]
    Task Drop();
}
