namespace Simulator.Analysis.Calibration;

/// <summary>
/// A family of laws that can be fitted: which parameters it has, between which limits they are sought, and the law
/// that they make. All parameters are above zero and are sought on the scale of their logarithms.
/// </summary>
internal sealed class DelayShape
{
    private readonly Func<double[], IDelayLaw> law;

    private DelayShape(
        DelayFamily family, TimeBasis basis, (string Name, double Least, double Most)[] parameters,
        Func<double[], IDelayLaw> law, Func<double, double[]> start)
    {
        Family = family;
        Basis = basis;
        Parameters = parameters;
        this.law = law;
        Start = start;
    }

    internal DelayFamily Family { get; }

    internal TimeBasis Basis { get; }

    internal (string Name, double Least, double Most)[] Parameters { get; }

    /// <summary>Where the search begins, given how long delays are about, in minutes.</summary>
    internal Func<double, double[]> Start { get; }

    internal IDelayLaw Law(double[] parameters) => law(parameters);

    /// <summary>The usual families.</summary>
    internal static IEnumerable<DelayShape> Usual(TimeBasis basis)
    {
        const double longest = 50_000_000;
        yield return Of(
            DelayFamily.Lognormal, basis, middle => [0.7 * middle, 1], ("median", 1, longest), ("sigma", 0.02, 10));
        yield return Of(DelayFamily.Gamma, basis, middle => [1, middle], ("shape", 0.05, 1000), ("mean", 1, longest));
        yield return Of(DelayFamily.Weibull, basis, middle => [1, middle], ("shape", 0.05, 100), ("scale", 1, longest));
        yield return Of(DelayFamily.Exponential, basis, middle => [middle], ("mean", 1, longest));
    }

    /// <summary>The steps of an office, with one factor for their sigmas too.</summary>
    internal static DelayShape Steps(StepChain chain) => new(
        DelayFamily.Steps, TimeBasis.Working, [("scale", 0.002, 500), ("spread", 0.05, 8)],
        each => chain.Law(each[0], each[1]), _ => [1, 1]);

    /// <summary>The steps of an office with the sigmas that they have.</summary>
    internal static DelayShape StepsWithTheirSpread(StepChain chain) => new(
        DelayFamily.Steps, TimeBasis.Working, [("scale", 0.002, 500)], each => chain.Law(each[0], 1), _ => [1]);

    private static DelayShape Of(
        DelayFamily family, TimeBasis basis, Func<double, double[]> start,
        params (string, double, double)[] parameters) =>
        new(family, basis, parameters, each => new FamilyLaw(family, each), start);
}
