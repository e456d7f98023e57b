namespace Simulator.Analysis.Blame;

/// <summary>What the waits of a run have caused, each figure the difference of two runs.</summary>
public sealed record Blamed
{
    /// <summary>Indices of the bodies that the directive is for, in the order of all places.</summary>
    public required IReadOnlyList<int> Reach { get; init; }

    /// <summary>The run as it was.</summary>
    public required DirectiveMoments AsItWas { get; init; }

    /// <summary>Removals at one place that make a difference, the worst first.</summary>
    public required IReadOnlyList<Effect> Places { get; init; }

    /// <summary>Removals for kinds, levels and everybody, where they come to more than any one place among them.</summary>
    public required IReadOnlyList<Effect> Groups { get; init; }

    /// <summary>The first place that lies elsewhere than the very first; <c>null</c>: there is none.</summary>
    public Effect? Second { get; init; }

    /// <summary>That and the very first at once; <c>null</c>: there are not two.</summary>
    public Effect? FirstTwo { get; init; }

    /// <summary>How many runs were played.</summary>
    public required int Runs { get; init; }

    /// <summary>What was left when no more runs were to be played, the most promising first.</summary>
    public required IReadOnlyList<Removal> NotLookedInto { get; init; }

    /// <summary>
    /// With more than one round: the removals one after another, each beside the run with those before it.
    /// </summary>
    public IReadOnlyList<Effect> Sequence { get; init; } = [];

    /// <summary>All of these at once, beside the run as it was.</summary>
    public Effect? SequenceTogether { get; init; }
}
