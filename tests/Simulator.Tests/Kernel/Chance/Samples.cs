namespace Simulator.Tests.Kernel.Chance;

/// <summary>Numbers between 0 and 1 from the base library's generator, which knows nothing of ours.</summary>
internal static class Samples
{
    public static IEnumerable<(double First, double Second)> Pairs(int seed, int count)
    {
        var random = new Random(seed);
        TestContext.Current.TestOutputHelper?.WriteLine($"Samples from seed {seed}.");
        for (int i = 0; i < count; i++)
            yield return (random.NextDouble(), random.NextDouble());
    }
}
