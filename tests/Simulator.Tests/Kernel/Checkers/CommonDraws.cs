using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Two runs of one seed in two organisations: whoever takes the same step on the same directive in both needs the
/// same working time for it, and what becomes of an assignment is the same. Looked up in the entries, not drawn again.
/// </summary>
internal static class CommonDraws
{
    private static readonly HashSet<Step> Looked =
    [
        Step.Register, Step.Assign, Step.Draft, Step.Sign, Step.CarryOut, Step.Compile, Step.SignReport, Step.IssueReport,
    ];

    /// <summary>How many steps are in both, and which of them differ.</summary>
    public static (int Common, List<string> Differences) Of(Evidence one, Evidence other, Func<ulong, bool> whom)
    {
        var first = Steps(one, whom);
        var common = 0;
        var differences = new List<string>();
        foreach (var (key, entry) in Steps(other, whom))
        {
            if (!first.TryGetValue(key, out var before))
            {
                continue;
            }

            common++;
            if (Worked(one, before) != Worked(other, entry) || (key.Item3 == Step.CarryOut && before.B != entry.B))
            {
                differences.Add($"{one.InWords(before)} and {other.InWords(entry)}");
            }
        }

        return (common, differences);
    }

    private static Dictionary<(ulong, uint, Step, byte), Entry> Steps(Evidence evidence, Func<ulong, bool> whom)
    {
        var steps = new Dictionary<(ulong, uint, Step, byte), Entry>();
        foreach (var entry in evidence.Of(EntryKind.StepEnded))
        {
            if (whom(entry.Body) && entry.Route == 0 && Looked.Contains(entry.Step) && Evidence.NumberOf(entry) == 0
                && Evidence.FlashOf(entry) == 0)
            {
                steps.TryAdd((entry.Body, entry.Root, entry.Step, entry.Item), entry);
            }
        }

        return steps;
    }

    private static long Worked(Evidence evidence, in Entry entry) =>
        evidence.RuleOf(entry.Body, entry.Step)!.By is { } by
            ? evidence.PostOf(entry.Body, by).HoursFor(evidence.UrgencyOf(entry)).WorkingBetween(entry.Started, entry.Tick)
            : entry.Tick - entry.Started;
}
