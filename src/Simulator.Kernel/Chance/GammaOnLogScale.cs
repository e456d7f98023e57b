namespace Simulator.Kernel.Chance;

/// <summary>The law of the logarithm of a gamma variate, which is log-concave for every shape.</summary>
internal readonly struct GammaOnLogScale(double shape, double logOfGamma) : ILogConcaveLaw
{
    /// <inheritdoc/>
    public void At(double y, out double lower, out double upper, out double density, out double slope)
    {
        double x = Real.Exp(y);
        density = Real.Exp(shape * y - x - logOfGamma);
        slope = shape - x;
        GammaLaw.Shares(shape, x, density, out lower, out upper);
    }
}
