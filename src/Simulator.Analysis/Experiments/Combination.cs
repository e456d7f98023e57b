using Simulator.Analysis.Statistics;

namespace Simulator.Analysis.Experiments;

/// <summary>What a cell that combines others does beyond what they do one by one.</summary>
/// <param name="Cell">The combined cell.</param>
/// <param name="Parts">The cells that it combines.</param>
/// <param name="Alone">By part: its main effect, itself less the first cell.</param>
/// <param name="Together">All of them, less the first cell.</param>
/// <param name="Beyond">
/// The interaction: together, less the sum of the parts alone. Zero: the effects add up. Of the opposite sign of the effects:
/// one does part of the other's work. It is taken alone, with Student's interval, and not corrected for others.
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
        // Only replications in which all of them answer, so that the numbers add up.
        IReadOnlyList<double>[] all = [first, together, .. alone];
        var runs = Enumerable.Range(0, first.Count).Where(run => all.All(values => !double.IsNaN(values[run]))).ToList();
        Estimate Mean(Func<int, double> difference) => Means.Interval(runs.Select(difference), confidence);
        return new Combination(
            cell, parts,
            [.. alone.Select(part => Mean(run => part[run] - first[run]))],
            Mean(run => together[run] - first[run]),
            Mean(run => together[run] - first[run] - alone.Sum(part => part[run] - first[run])));
    }
}
