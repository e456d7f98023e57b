namespace Simulator.Benchmarks.Cascade.Restated;

/// <summary>
/// The line that every program prints for a run of the restated model, times in minutes. Programs whose
/// lines differ have not run the same model, and their times must not be compared.
/// </summary>
internal static class Fingerprint
{
    public static string Line(int depth, int directives, ulong seed, Tally tally) =>
        $"RF d={depth} K={directives} seed={seed} ev={tally.Events} c={string.Join(',', tally.Counts)} "
        + $"wait={tally.WaitSum} {tally.Outcome()}";
}
