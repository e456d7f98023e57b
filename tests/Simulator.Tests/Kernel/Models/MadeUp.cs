namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// How many made-up models a law is held to: every third of them in each run of the tests, all of them with
/// <c>SIMULATOR_SEEDS=all</c> in the environment.
/// </summary>
internal static class MadeUp
{
    private const int Step = 3;

    /// <summary>Together with every third, all that the kernel does is done: here a paper is signed by authorisation.</summary>
    private const int ByAuthorisation = 30;

    private static readonly bool s_all = Environment.GetEnvironmentVariable("SIMULATOR_SEEDS") == "all";

    /// <summary>The seeds from 1 to the last that are played this time.</summary>
    internal static IEnumerable<int> Seeds(int last) =>
        Enumerable.Range(1, last).Where(seed => s_all || seed % Step == 1 || seed == ByAuthorisation);
}
