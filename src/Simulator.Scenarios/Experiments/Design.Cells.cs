using System.Globalization;
using Simulator.Kernel.Chance;

namespace Simulator.Scenarios.Experiments;

public sealed partial record Design
{
    /// <summary>The scenario as it stands, which is where nothing is said of variants.</summary>
    public const string Unchanged = Composition.Variants.Base;

    // As many levels as Morris uses in his examples; an even number makes all of them as likely.
    private const int MorrisLevels = 4;

    /// <summary>The cells, or a sentence that says why there are none.</summary>
    /// <param name="variants">The variants, each of which has all cells; none: the scenario as it stands.</param>
    /// <param name="factors">What is varied.</param>
    public (Layout? Layout, string? Problem) LayOut(IReadOnlyList<string> variants, IReadOnlyList<Factor> factors)
    {
        ArgumentNullException.ThrowIfNull(variants);
        ArgumentNullException.ThrowIfNull(factors);
        if (Problem(variants, factors) is { } problem)
        {
            return (null, problem);
        }

        // The points are the same in every variant, so that variants differ in nothing else.
        var points = Kind switch
        {
            DesignKind.Factorial => Factorial(factors),
            DesignKind.OneAtATime => OneAtATime(factors),
            DesignKind.LatinHypercube => Hypercube(factors),
            _ => Trajectories(factors),
        };
        var (cells, places) = (new List<Cell>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var trajectories = new List<Trajectory>();
        foreach (string variant in variants.DefaultIfEmpty(Unchanged))
        {
            var way = points.Select(point => Place(variant, point)).ToList();
            trajectories.AddRange(Kind == DesignKind.Morris
                ? way.Chunk(factors.Count + 1).Select(chunk => new Trajectory(variant, chunk)) : []);
        }

        return (new Layout(cells, trajectories), null);

        int Place(string variant, Point point)
        {
            var cell = new Cell(
                cells.Count,
                variant,
                [.. factors.Zip(point.Values).Where(pair => pair.Second is not null)
                    .Select(pair => new FactorValue(pair.First.Path, pair.Second!))],
                point.Coordinates);
            string whole = string.Join('\n', [variant, .. cell.Sets]);
            if (places.TryAdd(whole, cells.Count))
            {
                cells.Add(cell);
            }

            return places[whole];
        }
    }

    private string? Problem(IReadOnlyList<string> variants, IReadOnlyList<Factor> factors)
    {
        bool isSampled = Kind is DesignKind.LatinHypercube or DesignKind.Morris;
        if (factors.GroupBy(factor => factor.Path).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return $"'{twice.Key}' is varied twice.";
        }

        if (factors.FirstOrDefault(factor => factor.Levels.Distinct().Count() < factor.Levels.Count) is { } repeated)
        {
            return $"A value of '{repeated.Path}' is there twice.";
        }

        if (variants.GroupBy(variant => variant).FirstOrDefault(group => group.Count() > 1) is { } again)
        {
            return $"The variant '{again.Key}' is named twice.";
        }

        if (isSampled && factors.Count == 0)
        {
            return $"A design such as '{this}' needs something that is varied.";
        }

        if (!isSampled && factors.FirstOrDefault(factor => factor.IsContinuous) is { } range)
        {
            return $"The range of '{range.Path}' does not say how many values it has; write them after a slash, such as "
                + $"{range.Range!.Levels(2)[0]}..{range.Range.Levels(2)[1]}/5, or take a design that samples.";
        }

        if (Kind == DesignKind.Morris && factors.FirstOrDefault(factor => factor.LevelsOr(MorrisLevels).Count < 2) is { } fixedOne)
        {
            return $"'{fixedOne.Path}' has one value, and a trajectory changes each.";
        }

        double cells = Math.Max(1, variants.Count) * Kind switch
        {
            DesignKind.Factorial => factors.Aggregate(1.0, (product, factor) => product * factor.Levels.Count),
            DesignKind.OneAtATime => 1.0 + factors.Sum(factor => factor.Levels.Count),
            DesignKind.LatinHypercube => Count,
            _ => (double)Count * (factors.Count + 1),
        };
        return cells <= MostCells ? null
            : string.Create(CultureInfo.InvariantCulture, $"The design has {cells:0} cells, and at most {MostCells} are allowed.");
    }

    private static List<Point> Factorial(IReadOnlyList<Factor> factors)
    {
        var points = new List<Point> { new([], []) };
        foreach (var factor in factors)
        {
            points =
            [
                .. points.SelectMany(point => factor.Levels.Select((level, n) => new Point(
                    [.. point.Values, level], [.. point.Coordinates, factor.Coordinate(n, factor.Levels.Count)]))),
            ];
        }

        return points;
    }

    private static List<Point> OneAtATime(IReadOnlyList<Factor> factors)
    {
        var alone = new Point(new string?[factors.Count], [.. factors.Select(_ => double.NaN)]);
        var points = new List<Point> { alone };
        for (int factor = 0; factor < factors.Count; factor++)
        {
            var levels = factors[factor].Levels;
            for (int n = 0; n < levels.Count; n++)
            {
                points.Add(alone.With(factor, levels[n], factors[factor].Coordinate(n, levels.Count)));
            }
        }

        return points;
    }

    /// <summary>
    /// Each factor's range is cut into as many strata as there are points, each holds one of them at a place by
    /// chance, and the strata of the factors are matched by chance (McKay, Beckman and Conover, Technometrics
    /// 21, 1979, 239-245). Of a list of values each has as many points as another, but for one.
    /// </summary>
    private List<Point> Hypercube(IReadOnlyList<Factor> factors)
    {
        var draws = new DrawSequence(Seed);
        var columns = factors.Select(factor =>
        {
            var strata = draws.Order(Count);
            return strata.Select(stratum => Chosen(factor, (stratum + draws.Unit()) / Count)).ToList();
        }).ToList();
        return
        [
            .. Enumerable.Range(0, Count).Select(n => new Point(
                [.. columns.Select(column => column[n].Value)], [.. columns.Select(column => column[n].Coordinate)])),
        ];
    }

    private static (string? Value, double Coordinate) Chosen(Factor factor, double share)
    {
        if (factor.IsContinuous)
        {
            return factor.Range!.Sample(share);
        }

        int level = (int)(share * factor.Levels.Count);
        return (factor.Levels[level], factor.Coordinate(level, factor.Levels.Count));
    }

    /// <summary>
    /// From a base by chance one factor after another, in an order by chance, takes one step of half of its
    /// levels up or down (Morris, Technometrics 33, 1991, 161-174, section 3).
    /// </summary>
    private List<Point> Trajectories(IReadOnlyList<Factor> factors)
    {
        var draws = new DrawSequence(Seed);
        var levels = factors.Select(factor => factor.LevelsOr(MorrisLevels)).ToList();
        var points = new List<Point>();
        for (int trajectory = 0; trajectory < Count; trajectory++)
        {
            var steps = levels.Select(each => (From: draws.Below(each.Count - (each.Count / 2)), By: each.Count / 2))
                .Select(step => draws.Below(2) == 0 ? step : (From: step.From + step.By, By: -step.By)).ToList();
            var point = new Point(
                [.. steps.Select((step, factor) => levels[factor][step.From])],
                [.. steps.Select((step, factor) => factors[factor].Coordinate(step.From, levels[factor].Count))]);
            points.Add(point);
            foreach (int factor in draws.Order(factors.Count))
            {
                int to = steps[factor].From + steps[factor].By;
                point = point.With(factor, levels[factor][to], factors[factor].Coordinate(to, levels[factor].Count));
                points.Add(point);
            }
        }

        return points;
    }

    private sealed record Point(IReadOnlyList<string?> Values, IReadOnlyList<double> Coordinates)
    {
        public Point With(int factor, string value, double coordinate)
        {
            string?[] values = [.. Values];
            double[] coordinates = [.. Coordinates];
            (values[factor], coordinates[factor]) = (value, coordinate);
            return new Point(values, coordinates);
        }
    }
}
