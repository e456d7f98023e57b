namespace Simulator.Benchmarks.Cascade.Published;

/// <summary>
/// What a run of the published model leaves. Two programs that print the same line have executed the
/// same events at the same microseconds. Sums are modulo 2^64.
/// </summary>
internal sealed class Fingerprint(int depth, int directives, ulong seed)
{
    public Tally Tally { get; } = new(directives);

    /// <summary>The sum of the times of the events executed, by <see cref="Kind"/>.</summary>
    public ulong[] TimeSums { get; } = new ulong[Kind.Count];

    /// <summary>The sum of times from a directive's issue to the end of a body's own work.</summary>
    public ulong OwnWorkDelaySum { get; set; }

    public override string ToString() =>
        $"FP d={depth} K={directives} seed={seed} ev={Tally.Events} c={string.Join(',', Tally.Counts)} "
        + $"t={string.Join(',', TimeSums)} wait={Tally.WaitSum} task={OwnWorkDelaySum} {Tally.Outcome()}";
}
