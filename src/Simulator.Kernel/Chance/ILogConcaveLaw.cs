namespace Simulator.Kernel.Chance;

/// <summary>
/// A law on the whole real line whose density's logarithm is concave, with its derivative at hand.
/// </summary>
internal interface ILogConcaveLaw
{
    /// <summary>The law at <paramref name="y"/>.</summary>
    /// <param name="y">The place.</param>
    /// <param name="lower">The share below it.</param>
    /// <param name="upper">The share above it.</param>
    /// <param name="density">The density there.</param>
    /// <param name="slope">The derivative of the density's logarithm there.</param>
    void At(double y, out double lower, out double upper, out double density, out double slope);
}
