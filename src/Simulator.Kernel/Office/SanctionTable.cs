using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Office;

/// <summary>
/// How often each body has been held to account, about whatever directive: that decides how hard it is the next
/// time. Made only where some rule lets sanctions rise.
/// </summary>
internal sealed class SanctionTable
{
    /// <summary>The hardest there is, and stays.</summary>
    internal const byte Hardest = 3;

    private readonly int first;
    private readonly byte[] counts;

    private SanctionTable(int first, int count)
    {
        this.first = first;
        counts = new byte[count];
    }

    internal long Bytes => counts.Length;

    internal static SanctionTable? For(CompiledModel model, int first, int count) =>
        model.SanctionsRise ? new SanctionTable(first, count) : null;

    /// <summary>Counts one more; gives how hard it is, 1 to <see cref="Hardest"/>.</summary>
    internal byte Next(int body)
    {
        ref var count = ref counts[body - first];
        count = (byte)Math.Min(count + 1, Hardest);
        return count;
    }
}
