using System.Runtime.InteropServices;

namespace Simulator.Kernel.Engine;

public sealed partial class RunClock
{
    private readonly List<PendingWakeUp> woken = [];

    /// <summary>The director acts first at a tick.</summary>
    /// <returns>The tick before which no region may play further by itself, as far as the director is concerned.</returns>
    private int Direct(int tick)
    {
        woken.Clear();
        if (director is null)
        {
            return int.MaxValue;
        }

        director.Begin(tick);
        woken.AddRange(director.WakeUps);
        woken.Sort((left, right) => left.What.Body.CompareTo(right.What.Body));
        return director.NextDue;
    }

    private bool IsWoken(int region) => WokenIn(region).Length > 0;

    private ReadOnlySpan<PendingWakeUp> WokenIn(int region)
    {
        var all = CollectionsMarshal.AsSpan(woken);
        var (from, to) = (0, all.Length);
        while (from < to && all[from].What.Body < starts[region])
        {
            from++;
        }

        while (to > from && all[to - 1].What.Body >= starts[region + 1])
        {
            to--;
        }

        return all[from..to];
    }

    private RegionCall Directed(int region, RegionCall call) => director is null
        ? call
        : call with { Regime = director.Regime.ToArray(), WakeUps = WokenIn(region).ToArray() };
}
