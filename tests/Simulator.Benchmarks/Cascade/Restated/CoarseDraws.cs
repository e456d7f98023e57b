namespace Simulator.Benchmarks.Cascade.Restated;

/// <summary>
/// The rounded draws in steps of four hours. Almost every event then shares its minute with another one
/// at its body, many steps take no time, and timers meet what they watch: two programs that agree here
/// agree on the order, which at one minute's grain is put to the test only now and then.
/// </summary>
internal readonly struct CoarseDraws(ulong seed) : IDraws
{
    private const int Grain = 240; // a divisor of the day and of the issue interval

    private readonly RoundedDraws _draws = new(seed);

    public int Minutes(int body, int directive, int slot)
    {
        var coarse = (_draws.Minutes(body, directive, slot) + Grain / 2) / Grain * Grain;
        return slot >= Slot.DirectiveDelivery ? Math.Max(Grain, coarse) : coarse;
    }

    public bool Complies(int body, int directive) => _draws.Complies(body, directive);

    public bool Stalls(int body, int directive) => _draws.Stalls(body, directive);
}
