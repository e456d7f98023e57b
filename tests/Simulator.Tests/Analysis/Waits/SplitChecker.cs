using Simulator.Analysis.Traces;
using Simulator.Analysis.Waits;
using Simulator.Kernel.Journal;

namespace Simulator.Tests.Analysis.Waits;

/// <summary>
/// Checks a split against the journal: the parts of each entry ascend, are more than nothing, and add up to the minutes
/// since its cause.
/// </summary>
internal static class SplitChecker
{
    internal delegate int Split(in Entry entry, Span<WaitPart> parts);

    /// <summary>What is wrong, a line an entry.</summary>
    internal static List<string> Wrong(RunTrace trace, Split split)
    {
        var wrong = new List<string>();
        var parts = new WaitPart[WaitReasons.Count];
        var text = new JournalText(trace.Model);
        foreach (ref readonly var entry in trace.Entries)
        {
            var found = parts.AsSpan(0, split(entry, parts));
            var elapsed = trace.TryCause(entry, out var cause) ? entry.Tick - cause.Tick : 0;
            var (sum, last, isOrdered) = (0, WaitReason.None, true);
            foreach (var part in found)
            {
                isOrdered &= part.Reason > last && part.Minutes > 0;
                (sum, last) = (sum + part.Minutes, part.Reason);
            }

            if (sum != elapsed || !isOrdered)
            {
                wrong.Add($"{text.Line(entry)}: {elapsed} minutes, split into {string.Join(", ", found.ToArray())}");
            }
        }

        return wrong;
    }
}
