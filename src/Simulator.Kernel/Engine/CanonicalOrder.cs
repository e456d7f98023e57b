namespace Simulator.Kernel.Engine;

/// <summary>
/// The order of what is due at one body at one tick: wake-ups by phase, dossier and assignment, papers by
/// class, sender's id and sender's count. It depends on nothing that another body does.
/// </summary>
public static class CanonicalOrder
{
    /// <summary>Sorts the wake-ups of one body.</summary>
    public static void Sort(Span<WakeUp> wakeUps)
    {
        if (wakeUps.Length > 1)
        {
            wakeUps.Sort(static (left, right) =>
            {
                var byOrder = left.Order.CompareTo(right.Order);
                return byOrder != 0 ? byOrder : left.Mark.CompareTo(right.Mark);
            });
        }
    }

    /// <summary>Sorts the papers that arrive at one body.</summary>
    /// <param name="model">Knows the order of the senders' ids.</param>
    /// <param name="deliveries">The papers.</param>
    public static void Sort(Compilation.CompiledModel model, Span<Message> deliveries)
    {
        if (deliveries.Length > 1)
        {
            deliveries.Sort((left, right) =>
            {
                var byClass = left.Class.CompareTo(right.Class);
                var bySender = model.Facts[left.From].Rank.CompareTo(model.Facts[right.From].Rank);
                return byClass != 0 ? byClass : bySender != 0 ? bySender : left.Number.CompareTo(right.Number);
            });
        }
    }
}
