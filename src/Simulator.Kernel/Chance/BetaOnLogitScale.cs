namespace Simulator.Kernel.Chance;

/// <summary>
/// The law of log(x / (1 - x)) of a beta variate x, which is log-concave for all parameters.
/// </summary>
internal readonly struct BetaOnLogitScale(double alpha, double beta, double logOfBeta) : ILogConcaveLaw
{
    /// <inheritdoc/>
    public void At(double y, out double lower, out double upper, out double density, out double slope)
    {
        double small = Real.Exp(-Math.Abs(y));
        double x = y < 0.0 ? small / (1.0 + small) : 1.0 / (1.0 + small);
        double rest = y < 0.0 ? 1.0 / (1.0 + small) : small / (1.0 + small);
        density = Real.Exp(alpha * Real.Log(x) + beta * Real.Log(rest) - logOfBeta);
        slope = alpha * rest - beta * x;
        BetaLaw.Shares(alpha, beta, x, rest, density, out lower, out upper);
    }
}
