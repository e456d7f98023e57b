using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Simulator.Analysis.Calibration;

/// <summary>
/// Finds the most likely parameters of a law (simplex of Nelder and Mead, The Computer Journal 7, 1965, 308-313, begun
/// anew once) and the intervals of each by profile likelihood.
/// </summary>
internal static class MaximumLikelihood
{
    /// <summary>The 95% quantile of chi-square with one degree of freedom.</summary>
    internal const double Refuted = 3.841458820694124;

    private const double Unlikely = -1e9;
    private const int MostSteps = 2000;

    // Of the log likelihood, relative.
    private const double Fine = 1e-9;

    /// <summary>The fit of a shape, with intervals.</summary>
    internal static DelayFit Fit(DelayShape shape, GroupLikelihood likelihood)
    {
        var best = Best(shape, likelihood);
        DelayParameter Parameter(int i)
        {
            var (low, high) = Interval(shape, likelihood, best, i);
            return new DelayParameter(shape.Parameters[i].Name, Math.Exp(best.At[i]), low, high)
            {
                IsOfWeibull = shape.Family == DelayFamily.Weibull,
            };
        }

        return new DelayFit
        {
            Family = shape.Family,
            Basis = shape.Basis,
            LogLikelihood = best.Value,
            Law = shape.Law(Exp(best.At)),
            Parameters = [.. Enumerable.Range(0, shape.Parameters.Length).Select(Parameter)],
        };
    }

    /// <summary>The logarithms of the most likely parameters, and the log likelihood that they have.</summary>
    internal static (double[] At, double Value) Best(DelayShape shape, GroupLikelihood likelihood, double[]? start = null) =>
        Search(
            logs => Of(shape, likelihood, logs),
            start ?? [.. shape.Start(likelihood.MiddleMinutes).Select(each => Math.Log(each))],
            Fine,
            0.4,
            0.07);

    /// <summary>The same without care for the last digits, for the many fits to drawn samples.</summary>
    internal static (double[] At, double Value) Quick(DelayShape shape, GroupLikelihood likelihood, double[] start) =>
        Search(logs => Of(shape, likelihood, logs), start, 1e-6, 0.25);

    private static double Of(DelayShape shape, GroupLikelihood likelihood, double[] logs)
    {
        var outside = 0.0;
        for (var i = 0; i < logs.Length; i++)
        {
            var (_, least, most) = shape.Parameters[i];
            outside += Math.Max(0, Math.Log(least) - logs[i]) + Math.Max(0, logs[i] - Math.Log(most));
        }

        return outside > 0 ? Unlikely * (1 + outside) : likelihood.LogOf(shape.Law(Exp(logs)));
    }

    private static double[] Exp(double[] logs) => [.. logs.Select(each => Math.Exp(each))];

    private static (double[] At, double Value) Search(
        Func<double[], double> value, double[] start, double tolerance, params double[] searches)
    {
        var objective = ObjectiveFunction.Value(at => -value(at.AsArray() ?? at.ToArray()));
        var at = Vector<double>.Build.DenseOfArray(start);
        foreach (var width in searches)
        {
            // A simplex of equal heights on both sides of the top would look as if it had arrived.
            var widths = Vector<double>.Build.Dense(start.Length, i => width * (1 + (0.3 * i)));
            at = NelderMeadSimplex.Minimum(objective, at, widths, tolerance, MostSteps).MinimizingPoint;
        }

        var found = at.ToArray();
        return (found, value(found));
    }

    // Halving: a profile that was searched for is not smooth enough for anything faster.
    private static double Between(Func<double, double> excess, double inside, double outside)
    {
        while (Math.Abs(outside - inside) > 1e-4)
        {
            var middle = (inside + outside) / 2;
            (inside, outside) = excess(middle) > 0 ? (inside, middle) : (middle, outside);
        }

        return (inside + outside) / 2;
    }

    private static (double Low, double High) Interval(
        DelayShape shape, GroupLikelihood likelihood, (double[] At, double Value) best, int parameter)
    {
        var warm = best.At;
        double Profile(double fixedAt)
        {
            if (best.At.Length == 1)
            {
                return Of(shape, likelihood, [fixedAt]);
            }

            double[] With(double[] others) =>
                [.. others[..parameter], fixedAt, .. others[parameter..]];
            double[] without = [.. warm.Where((_, i) => i != parameter)];
            var (at, value) = Search(others => Of(shape, likelihood, With(others)), without, Fine, 0.2);
            warm = With(at);
            return value;
        }

        double Excess(double at) => (2 * (best.Value - Profile(at))) - Refuted;
        double End(int sign, double limit)
        {
            warm = best.At;
            var (inside, width) = (best.At[parameter], 0.1);
            while (true)
            {
                var outside = inside + (sign * width);
                if (sign * (limit - outside) <= 0)
                {
                    return double.NaN;
                }

                if (Excess(outside) > 0)
                {
                    return Between(Excess, inside, outside);
                }

                (inside, width) = (outside, width * 1.7);
            }
        }

        var low = End(-1, Math.Log(shape.Parameters[parameter].Least));
        var high = End(1, Math.Log(shape.Parameters[parameter].Most));
        return (
            double.IsNaN(low) ? 0 : Math.Exp(low),
            double.IsNaN(high) ? double.PositiveInfinity : Math.Exp(high));
    }
}
