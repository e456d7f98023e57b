using Simulator.Kernel.Chance;

namespace Simulator.Scenarios.Units;

/// <summary>
/// A law of chance as written, before it is known how long a working day is.
/// </summary>
/// <param name="Family">The first word of its pattern and, for lognormal, the second.</param>
/// <param name="Amounts">Its lengths of time, in the order written.</param>
/// <param name="Numbers">Its numbers without unit, in the order written; shares are 0 to 1.</param>
internal sealed record DistributionForm(
    string Family, IReadOnlyList<Amount> Amounts, IReadOnlyList<double> Numbers)
{
    /// <summary>Whether it is in working time.</summary>
    public bool IsWorking => Amounts[0].IsWorking;

    /// <summary>Whether it needs to be told how long a working day is.</summary>
    public bool UsesWorkingDays => Amounts.Any(amount => amount.WorkingDays > 0);

    /// <summary>The law in minutes, or a sentence that says why there is none.</summary>
    /// <param name="nominalDay">Working minutes of a working day.</param>
    public (Distribution? Distribution, string? Problem) In(int nominalDay)
    {
        double[] minutes = [.. Amounts.Select(amount => amount.In(nominalDay))];
        try
        {
            return (Made(minutes), null);
        }
        catch (ArgumentException fault)
        {
            int parameter = fault.Message.IndexOf(" (Parameter", StringComparison.Ordinal);
            return (null, parameter < 0 ? fault.Message : fault.Message[..parameter]);
        }
    }

    private Distribution Made(double[] minutes) => Family switch
    {
        "constant" => Distribution.Constant(minutes[0]),
        "uniform" => Distribution.Uniform(minutes[0], minutes[1]),
        "triangular" => Distribution.Triangular(minutes[0], minutes[1], minutes[2]),
        "pert" => Distribution.Pert(minutes[0], minutes[1], minutes[2]),
        "exponential" => Distribution.Exponential(minutes[0]),
        "lognormal median" => Distribution.Lognormal(minutes[0], Numbers[0]),
        "lognormal" => Distribution.Lognormal(Numbers[0], minutes[0], Numbers[1], minutes[1]),
        "gamma" => Distribution.GammaWithMean(Numbers[0], minutes[0]),
        "weibull" => Distribution.Weibull(Numbers[0], minutes[0]),
        "pareto" => Distribution.Pareto(Numbers[0], minutes[0]),
        "empirical" => Distribution.Empirical(minutes),
        _ => throw new ArgumentException($"There is no family '{Family}'."),
    };
}
