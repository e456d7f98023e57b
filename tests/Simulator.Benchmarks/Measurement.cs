namespace Simulator.Benchmarks;

/// <summary>What one program did on one case: its fingerprint and its CPU time per event.</summary>
internal sealed record Measurement(string Fingerprint, double NanosecondsPerEvent)
{
    private const int Rounds = 3;
    private static readonly TimeSpan s_roundLength = TimeSpan.FromSeconds(1);

    /// <summary>
    /// CPU time of the whole process while <paramref name="run"/> is repeated for at least a second, per
    /// event that it returns: the best of three rounds after a warm-up, since others' load only adds.
    /// </summary>
    public static double NanosecondsPer(Func<long> run)
    {
        WarmUp(run);
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var start = CpuTime();
            long events = 0;
            TimeSpan spent;
            do
            {
                events += run();
                spent = CpuTime() - start;
            }
            while (spent < s_roundLength);

            best = Math.Min(best, spent.TotalNanoseconds / events);
        }

        return best;
    }

    // Long enough for the tiered compiler to finish in the background with profile data.
    private static void WarmUp(Func<long> run)
    {
        var start = CpuTime();
        do
            run();
        while (CpuTime() - start < s_roundLength);
    }

    private static TimeSpan CpuTime() => Environment.CpuUsage.TotalTime;
}
