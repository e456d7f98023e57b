using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Of two assignments that exclude each other the one is obeyed that the rule of the kind says, and the other is dropped,
/// unless somebody has it in hand; what is dropped is never begun again.
/// </summary>
internal sealed class ConflictChecker : IChecker
{
    private const int InHand = 256;
    private const int OtherObeyed = 512;

    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var dropped = evidence.Of(EntryKind.GaveWay).ToLookup(entry => (entry.CauseBody, entry.CauseSequence));
        foreach (var found in evidence.Of(EntryKind.ConflictFound))
        {
            if (RuleOf(evidence, found) is not { } rule || OtherOf(evidence, found) is not { } other
                || !Excludes(evidence.DirectiveOf(found), found, evidence.Model, other))
            {
                yield return $"there is no such conflict: {evidence.InWords(found)}";
                continue;
            }

            if (rule.Obeys == ConflictChoice.Wait || found.What == (byte)ConflictChoice.Wait)
            {
                if ((byte)rule.Obeys != found.What)
                {
                    yield return $"the rule is another: {evidence.InWords(found)}";
                }

                continue; // see RulingChecker
            }

            var otherObeyed = (found.B & OtherObeyed) != 0;
            if (otherObeyed != ObeysOther(evidence, found, other, rule))
            {
                yield return $"the rule is another: {evidence.InWords(found)}";
            }

            var gave = dropped[(found.Body, found.Sequence)].ToList();
            var expected = otherObeyed || (found.B & InHand) == 0 ? 1 : 0;
            if (gave.Count != expected || gave.Exists(each => each.Body != found.Body
                || (each.Root == found.Root ? !otherObeyed || each.Item != found.Item
                    : otherObeyed || each.Root != other.ShortHash || each.Item != (found.B & 255))))
            {
                yield return $"{gave.Count} gave way: {evidence.InWords(found)}";
            }
        }

        foreach (var entry in evidence.Of(EntryKind.GaveWay))
        {
            if (evidence.CauseOf(entry) is not { Kind: EntryKind.ConflictFound or EntryKind.RulingTaken })
            {
                yield return $"it had not to give way: {evidence.InWords(entry)}";
            }

            foreach (var work in evidence.DossierOf(entry).Where(each => each.Step == Step.CarryOut
                && each.Kind == EntryKind.StepEnded && each.Item == entry.Item && each.Sequence > entry.Sequence))
            {
                yield return $"it had been dropped: {evidence.InWords(work)}";
            }
        }
    }

    private static ConflictRule? RuleOf(Evidence evidence, Entry found)
    {
        var kind = evidence.Model.Bodies[evidence.IndexOf(found.Body)].Kind;
        return evidence.ModelAt(found.Tick).Source.Kinds.First(each => each.Id == kind).OnConflict;
    }

    internal static CompiledDirective? OtherOf(Evidence evidence, Entry found) =>
        evidence.Model.Directives.FirstOrDefault(each => each.ShortHash >> 8 == found.A);

    private static bool Excludes(CompiledDirective own, Entry found, CompiledModel model, CompiledDirective other) =>
        Names(own, found.Item, other, found.B & 255) || Names(other, found.B & 255, own, found.Item);

    private static bool Names(CompiledDirective one, int item, CompiledDirective other, int otherItem) =>
        one.Source.Assignments[item].ConflictsWith.Any(each =>
            each.Directive == other.Source.Id && each.Assignment == other.Source.Assignments[otherItem].Id);

    internal static bool ObeysOther(Evidence evidence, Entry found, CompiledDirective other, ConflictRule rule)
    {
        var own = Came(evidence, found.Body, found.Root);
        var others = Came(evidence, found.Body, other.ShortHash);
        var otherFirst = others.Sequence < own.Sequence;
        var difference = rule.Obeys switch
        {
            ConflictChoice.Nearer => Steps(evidence, found.Body, own.From).CompareTo(Steps(evidence, found.Body, others.From)),
            ConflictChoice.Line => IsOfLine(others.From).CompareTo(IsOfLine(own.From)),
            ConflictChoice.Newest => otherFirst ? -1 : 1,
            _ => 0,
        };
        return difference == 0 ? otherFirst : difference > 0;

        bool IsOfLine(ulong sender) => evidence.KindOf(sender).Line == rule.Line;
    }

    /// <summary>When the paper came, by the body's count of entries, and from whom; its own was issued by itself.</summary>
    private static (uint Sequence, ulong From) Came(Evidence evidence, ulong body, uint root)
    {
        var opened = evidence.Dossiers[(body, root, 0)].First();
        var paper = evidence.Dossiers[(body, root, 0)].FirstOrDefault(entry => entry.BringsDirective);
        return (opened.Sequence, paper.Kind == EntryKind.None ? body : paper.CauseBody);
    }

    private static int Steps(Evidence evidence, ulong body, ulong superior)
    {
        var bodies = evidence.Model.Bodies;
        var to = bodies[evidence.IndexOf(superior)].Id;
        List<string> reached = [bodies[evidence.IndexOf(body)].Id];
        for (var steps = 0; steps <= bodies.Count; steps++)
        {
            if (reached.Contains(to))
            {
                return steps;
            }

            reached =
            [
                .. bodies.Where(each => reached.Contains(each.Id)).SelectMany(each => each.Under).Select(under => under.Superior)
                    .Concat(bodies.Where(each => each.Leads.Any(reached.Contains)).Select(each => each.Id))
                    .Distinct(),
            ];
        }

        return int.MaxValue;
    }
}
