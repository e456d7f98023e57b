namespace Simulator.Analysis.Blame;

/// <summary>What is asked about the waits of a run.</summary>
public sealed record BlameRequest
{
    /// <summary>Place of the directive in the model.</summary>
    public required int Root { get; init; }

    /// <summary>The milestone that decides what is worse than what.</summary>
    public Milestone By { get; init; } = Milestone.Complied;

    /// <summary>
    /// How many runs are played at most, beside one that is played to see whether it is the same and one for the first
    /// two at once; <c>null</c>: as many as take some ten seconds on two cores, by how much there is to play.
    /// </summary>
    public int? MostRuns { get; init; }

    /// <summary>How many are played at a time; no effect on any result.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How many removals are made one after another, each with those before it in force.</summary>
    public int Rounds { get; init; } = 1;
}
