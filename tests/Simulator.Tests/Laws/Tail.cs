using Simulator.Kernel.Journal;

namespace Simulator.Tests.Laws;

/// <summary>The tails of waits: how heavy they are, and who never comes to an end.</summary>
internal static class Tail
{
    /// <summary>The share of waits that are longer.</summary>
    public static double Share(List<double> waits, double than) =>
        waits.Count(wait => wait > than) / (double)waits.Count;

    /// <summary>The exponent of a power law by maximum likelihood from the waits between two bounds.</summary>
    public static double Exponent(IEnumerable<double> waits, double from, double to)
    {
        var mean = waits.Where(wait => wait >= from && wait < to).Average(Math.Log);
        return Solve(exponent => MeanLog(exponent, Math.Log(from), Math.Log(to)), mean);
    }

    /// <summary>The same for whole numbers from 1 to a bound.</summary>
    public static double WholeExponent(IEnumerable<double> steps, int to)
    {
        var mean = steps.Where(step => step <= to).Average(Math.Log);
        return Solve(
            exponent =>
            {
                var (sum, logs) = (0.0, 0.0);
                for (var step = 1; step <= to; step++)
                {
                    var weight = Math.Pow(step, -exponent);
                    sum += weight;
                    logs += weight * Math.Log(step);
                }

                return logs / sum;
            },
            mean);
    }

    /// <summary>
    /// How many decisions each paper was on the list for, with all papers there from the beginning: paper i
    /// enters when i less the length of the list have been taken, and is first looked at in the next decision.
    /// The first are left out, for which the list has not settled, and the last, whom too few come after.
    /// </summary>
    public static List<int> StepsOnList(Registry registry, int runs, int length)
    {
        var steps = new List<int>();
        for (var run = 0; run < runs; run++)
        {
            var visits = registry.PlayFull(run);
            for (var place = Registry.WarmUp; place < visits.Count - Registry.WarmUp; place++)
            {
                var decision = (int)Math.Round((visits[place].Started - visits[0].Arrived) / Registry.Service);
                steps.Add(decision - (place - length));
            }
        }

        return steps;
    }

    /// <summary>
    /// Of the papers that came in the second quarter of a run, the share that nobody has taken up by its end.
    /// </summary>
    public static double NeverAnswered(Registry registry, double rho, int run)
    {
        var entries = registry.Play(rho, run);
        var arrivals = entries.Where(entry => entry.Kind == EntryKind.Arrived).ToList();
        var (quarter, half) = (arrivals[arrivals.Count / 4].Tick, arrivals[arrivals.Count / 2].Tick);
        var end = arrivals[^1].Tick;
        var visits = Registry.Visits(entries)
            .Where(visit => visit.Arrived >= quarter && visit.Arrived < half)
            .ToList();
        return visits.Count(visit => visit.Started > end) / (double)visits.Count;
    }

    private static double MeanLog(double exponent, double from, double to)
    {
        var power = 1 - exponent;
        if (Math.Abs(power) < 1e-9)
        {
            return (from + to) / 2;
        }

        var (low, high) = (Math.Exp(power * from), Math.Exp(power * to));
        return (((to * high) - (from * low)) / (high - low)) - (1 / power);
    }

    /// <summary>The exponent for which the mean logarithm, which falls with it, is what was seen.</summary>
    private static double Solve(Func<double, double> meanLog, double seen)
    {
        var (low, high) = (-4.0, 8.0);
        for (var halving = 0; halving < 60; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = meanLog(middle) > seen ? (middle, high) : (low, middle);
        }

        return low;
    }
}
