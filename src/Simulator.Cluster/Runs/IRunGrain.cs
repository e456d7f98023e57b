using Orleans.Concurrency;

namespace Simulator.Cluster.Runs;

/// <summary>
/// A run and its clock. Its key is the run's name. All but the clock itself only look or leave word, so
/// that calls may interleave with it.
/// </summary>
[Alias("simulator.run.v1")]
internal interface IRunGrain : IGrainWithStringKey
{
    /// <summary>Begins the run and returns at once, when it is sure to be begun.</summary>
    /// <returns>Why it cannot be begun; <c>null</c>: it has been.</returns>
    [Alias("start")]
    Task<string?> Start(RunManifest manifest);

    /// <summary>Brings something into the run, from the first tick on of which nothing is released.</summary>
    /// <remarks>It is durable when this returns. Asked again with the same call, it is not done again.</remarks>
    [Alias("inject"), AlwaysInterleave]
    Task<InjectAnswer> Inject(InjectRequest request);

    /// <summary>The scenario as resolved, with what was brought in.</summary>
    [Alias("text"), AlwaysInterleave]
    Task<string> Text();

    /// <summary>Whether an attempt is the present one; the regions of any other are of no use.</summary>
    [Alias("is-present"), AlwaysInterleave]
    Task<bool> IsPresent(int epoch);

    /// <summary>
    /// Acknowledges the blocks that the reader has, and gives the next; waits for them for some seconds.
    /// </summary>
    /// <remarks>
    /// A clock that is lost is noticed by the silence after a poll, so that it may take but little longer
    /// than <see cref="RunLimits.Poll"/>; asked again, a clock that is only slow gives the same blocks.
    /// </remarks>
    [Alias("poll"), AlwaysInterleave, ResponseTimeout("00:00:07")]
    Task<PollAnswer> Poll(PollRequest request);

    /// <summary>Holds the clock after the present slice.</summary>
    [Alias("pause"), AlwaysInterleave]
    Task Pause();

    /// <summary>Lets the clock go on.</summary>
    [Alias("resume"), AlwaysInterleave]
    Task Resume();

    /// <summary>Gives the run up, or lets go of one that has ended: nothing of it is kept.</summary>
    [Alias("drop"), AlwaysInterleave]
    Task Drop();
}
