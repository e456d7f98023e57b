using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;

namespace Simulator.Analysis.Experiments;

/// <summary>
/// What one value of a factor does to an outcome, less the factor's first value: the mean over all settings of the others,
/// taken replication by replication on common draws. Of two factors together: what they do beyond adding up.
/// </summary>
/// <param name="Variant">The variant in which.</param>
/// <param name="Values">The value, or the two values, as <c>path=value</c>.</param>
/// <param name="Effect">The effect, in the outcome's unit, with Student's interval.</param>
public sealed record FactorEffect(string Variant, IReadOnlyList<string> Values, Estimate Effect)
{
    /// <summary>Whether it is what two values do together beyond what they do alone.</summary>
    public bool IsInteraction => Values.Count > 1;

    /// <summary>The effects of all values, and the interactions of factors of two values each.</summary>
    /// <param name="cells">By cell of a design: its variant, what is set in it by path, and its replications.</param>
    /// <param name="outcome">Which outcome.</param>
    /// <param name="confidence">The confidence of each interval, between 0 and 1.</param>
    public static IReadOnlyList<FactorEffect> Of(
        IReadOnlyList<(string Variant, IReadOnlyDictionary<string, string> Settings, CellRuns Runs)> cells, Outcome outcome,
        double confidence = Estimate.UsualConfidence)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(outcome);
        var paths = cells.SelectMany(cell => cell.Settings.Keys).Distinct().ToList();
        var effects = new List<FactorEffect>();
        foreach (var variant in cells.GroupBy(cell => cell.Variant))
        {
            var points = variant.Where(cell => cell.Runs.Values(outcome.Name) is not null)
                .Select(cell => new Point(
                    [.. paths.Select(path => cell.Settings.GetValueOrDefault(path) ?? "")], cell.Runs.Values(outcome.Name)!))
                .ToList();
            var levels = paths.Select((_, factor) => points.Select(point => point.Values[factor]).Distinct().ToList()).ToList();
            for (var factor = 0; factor < paths.Count; factor++)
            {
                effects.AddRange(levels[factor].Skip(1).Select(value => new FactorEffect(
                    variant.Key, [$"{paths[factor]}={value}"], Alone(points, factor, levels[factor][0], value, confidence))));
            }

            effects.AddRange(Together(variant.Key, paths, points, levels, confidence));
        }

        return [.. effects.Where(effect => effect.Effect.Count > 0)];
    }

    private static Estimate Alone(List<Point> points, int factor, string first, string value, double confidence) => Mean(
        points.Where(point => point.Values[factor] == value)
            .Select(point => (Point: point, Before: Find(points, point, (factor, first))))
            .Where(pair => pair.Before is not null)
            .Select(pair => Sum((pair.Point, 1), (pair.Before!, -1))),
        confidence);

    private static IEnumerable<FactorEffect> Together(
        string variant, List<string> paths, List<Point> points, List<List<string>> levels, double confidence)
    {
        for (var left = 0; left < paths.Count; left++)
        {
            for (var right = left + 1; right < paths.Count; right++)
            {
                if (levels[left].Count != 2 || levels[right].Count != 2)
                {
                    continue;
                }

                var (a, b) = ((left, levels[left][0]), (right, levels[right][0]));
                var squares = points
                    .Where(point => point.Values[left] == levels[left][1] && point.Values[right] == levels[right][1])
                    .Select(point => (
                        Both: point, Right: Find(points, point, a), Left: Find(points, point, b), None: Find(points, point, a, b)))
                    .Where(square => square is { Right: not null, Left: not null, None: not null })
                    .Select(square => Sum((square.Both, 1), (square.Left!, -1), (square.Right!, -1), (square.None!, 1)));
                yield return new FactorEffect(
                    variant, [$"{paths[left]}={levels[left][1]}", $"{paths[right]}={levels[right][1]}"], Mean(squares, confidence));
            }
        }
    }

    private static Point? Find(List<Point> points, Point like, params (int Factor, string Value)[] but)
    {
        var wanted = like.Values.ToArray();
        foreach (var (factor, value) in but)
        {
            wanted[factor] = value;
        }

        return points.FirstOrDefault(point => point.Values.SequenceEqual(wanted));
    }

    private static double[] Sum(params (Point Point, int Sign)[] terms) =>
        [.. terms[0].Point.Answers.Select((_, run) => terms.Sum(term => term.Sign * term.Point.Answers[run]))];

    /// <summary>The mean over settings first, in each replication, then over replications.</summary>
    private static Estimate Mean(IEnumerable<double[]> differences, double confidence)
    {
        var all = differences.ToList();
        return all.Count == 0
            ? Estimate.WithoutInterval(double.NaN, 0, confidence)
            : Means.Interval(Enumerable.Range(0, all[0].Length).Select(run => all.Average(each => each[run])), confidence);
    }

    private sealed record Point(string[] Values, IReadOnlyList<double> Answers);
}
