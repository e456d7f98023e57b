using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Engine;

/// <summary>
/// The order of what is due at one body at one tick: wake-ups by phase, dossier and assignment, papers by
/// class, sender's id and sender's count. It depends on nothing that another body does.
/// </summary>
public static class CanonicalOrder
{
    private const int Few = 64;

    /// <summary>Sorts the wake-ups of one body.</summary>
    public static void Sort(Span<WakeUp> wakeUps)
    {
        if (wakeUps.Length < 2)
        {
            return;
        }

        var keys = wakeUps.Length <= Few ? stackalloc ulong[wakeUps.Length] : new ulong[wakeUps.Length];
        for (var place = 0; place < keys.Length; place++)
        {
            keys[place] = wakeUps[place].Order;
        }

        keys.Sort(wakeUps);
    }

    /// <summary>Sorts the papers that arrive at one body.</summary>
    /// <param name="model">Knows the order of the senders' ids.</param>
    /// <param name="deliveries">The papers.</param>
    public static void Sort(CompiledModel model, Span<Message> deliveries)
    {
        if (deliveries.Length < 2)
        {
            return;
        }

        var keys = deliveries.Length <= Few ? stackalloc ulong[deliveries.Length] : new ulong[deliveries.Length];
        for (var place = 0; place < keys.Length; place++)
        {
            ref readonly var paper = ref deliveries[place];
            keys[place] = ((ulong)paper.Class << 59) | ((ulong)model.Facts[paper.From].Rank << 32) | paper.Number;
        }

        keys.Sort(deliveries);
    }
}
