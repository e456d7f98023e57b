using Simulator.Kernel.Time;

namespace Simulator.Kernel.Engine;

/// <summary>What tells one run of a model from another, and how it is carried out.</summary>
public sealed record RunOptions
{
    /// <summary>The seed of all draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Which replication: 0 is the one whose journal is kept.</summary>
    public int Replication { get; init; }

    /// <summary>The last tick that is played; <c>null</c>: the model's.</summary>
    public Tick? Until { get; init; }

    /// <summary>How many threads carry the run; no effect on any result.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// Into how many regions the hierarchy is cut; 0: one for each thread. No effect on any result.
    /// </summary>
    public int Regions { get; init; }

    /// <summary>
    /// How many bodies must have had something to do in the round before for a round to be shared
    /// among threads; below it the hand-over would cost more than it saves. No effect on any result.
    /// </summary>
    public int ParallelFrom { get; init; } = 256;
}
