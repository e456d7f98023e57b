using Simulator.Analysis.Statistics;

namespace Simulator.Analysis.Experiments;

/// <summary>What a cell that combines others does beyond what they do one by one.</summary>
/// <param name="Cell">The combined cell.</param>
/// <param name="Parts">The cells that it combines.</param>
/// <param name="Alone">By part: its main effect, itself less the first cell.</param>
/// <param name="Together">All of them, less the first cell.</param>
/// <param name="Beyond">
/// The interaction: together, less the sum of the parts alone. Zero: the effects add up. Of the opposite sign of the effects:
/// one does part of the other's work.
/// </param>
public sealed record Combination(
    string Cell, IReadOnlyList<string> Parts, IReadOnlyList<Estimate> Alone, Estimate Together, Estimate Beyond)
{
    /// <summary>The combination, taken replication by replication, so that the intervals are of pairs.</summary>
    /// <param name="cell">The combined cell's name.</param>
    /// <param name="parts">The names of its parts, two or more.</param>
    /// <param name="first">The answers of the first cell.</param>
    /// <param name="alone">Those of the parts.</param>
    /// <param name="together">Those of the combined cell.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    internal static Combination Of(
        string cell, IReadOnlyList<string> parts, IReadOnlyList<double> first, IReadOnlyList<IReadOnlyList<double>> alone,
        IReadOnlyList<double> together, double confidence)
    {
        var beyond = first.Select((before, run) =>
            together[run] - before - alone.Sum(part => part[run] - before));
        return new Combination(
            cell, parts,
            [.. alone.Select(part => PairedDifference.Of(first, part, confidence).Difference)],
            PairedDifference.Of(first, together, confidence).Difference,
            Means.Interval(beyond, confidence));
    }
}
