using Simulator.Analysis.Traces;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Paths;

/// <summary>The first entry at which two journals part. Until then they are the same, entry by entry.</summary>
/// <param name="Common">How many entries are the same.</param>
/// <param name="First">What the first journal says next; <c>null</c>: it ends there.</param>
/// <param name="Second">What the second says next; <c>null</c>: it ends there.</param>
public sealed record JournalParting(int Common, Entry? First, Entry? Second)
{
    /// <summary>Where two journals part; <c>null</c>: nowhere.</summary>
    /// <param name="first">One journal.</param>
    /// <param name="second">The other, whose ticks count from the same moment.</param>
    public static JournalParting? Of(RunTrace first, RunTrace second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var left = first.Entries;
        var right = second.Entries;
        var common = 0;
        while (common < left.Length && common < right.Length && left[common] == right[common])
        {
            common++;
        }

        return common == left.Length && common == right.Length ? null : new JournalParting(
            common, common < left.Length ? left[common] : null, common < right.Length ? right[common] : null);
    }
}
