using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// A copy for information leads to nothing but its registration: what it enabled is that step, once, and nothing
/// else in any journal follows from it.
/// </summary>
internal sealed class CopyChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var registered = new HashSet<(ulong Body, uint Sequence)>();
        foreach (var entry in evidence.Entries.Where(entry => entry.Kind != EntryKind.DelayedByLoad))
        {
            if (evidence.CauseOf(entry) is not { } cause || !Evidence.IsAboutCopy(cause))
            {
                if (entry.Step == Step.RegisterCopy && entry.Kind == EntryKind.StepEnded)
                {
                    yield return $"no copy to register: {evidence.InWords(entry)}";
                }
            }
            else if (cause.Kind != EntryKind.Arrived || entry is not { Kind: EntryKind.StepEnded, Step: Step.RegisterCopy }
                || !registered.Add((cause.Body, cause.Sequence)))
            {
                yield return $"a copy binds nobody: {evidence.InWords(entry)}";
            }

            if (entry is { Kind: EntryKind.StepEnded, Step: Step.RegisterCopy, What: not (byte)PaperClass.None })
            {
                yield return $"a copy brings about no paper: {evidence.InWords(entry)}";
            }
        }
    }
}
