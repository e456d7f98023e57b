using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// A second paper of a directive is filed or taken for new, as the draw of its body says; one that is the body's own
/// come back, or of a directive for which the office looks for the file that there is, is always filed.
/// </summary>
internal sealed class SecondRouteChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        foreach (var entry in evidence.Entries.Where(entry => entry.Kind is EntryKind.Filed or EntryKind.TakenForNew))
        {
            var isNew = entry.Kind == EntryKind.TakenForNew;
            if (entry.Route == 0 || evidence.ArrivalOf(evidence.CauseOf(entry) ?? default) is not { BringsDirective: true } paper)
            {
                yield return $"no second paper: {evidence.InWords(entry)}";
            }
            else if (isNew != IsMistaken(evidence, entry, paper))
            {
                yield return $"it was drawn otherwise: {evidence.InWords(entry)}";
            }
        }

        foreach (var entry in evidence.Of(EntryKind.StepEnded).Where(entry => entry.Route != 0
            && entry.Step is Step.Assign or Step.CarryOut && !evidence.IsHandled(entry)))
        {
            yield return $"a paper that is filed is not carried out: {evidence.InWords(entry)}";
        }
    }

    private static bool IsMistaken(Evidence evidence, in Entry entry, in Entry paper)
    {
        var directive = evidence.DirectiveOf(entry);
        var source = directive.Source;
        return !evidence.Model.FollowsContent && !evidence.IsIssuer(entry)
            && source is { Relation: null, Duplicates: <= 0, Periodic: null, CollectedBy.Count: 0 }
            && source.Assignments.All(each => each.Inputs is null)
            && evidence.Model.Source.Recalls.All(each => each.Directive != source.Id)
            && evidence.Model.Source.Channels.All(each => each.Acknowledgement is null && each.Duplicates <= 0)
            && evidence.Model.Source.Directives.All(each => each.Relation?.Directive != source.Id)
            && !evidence.AddresseesOf(entry).Contains(evidence.IndexOf(paper.CauseBody))
            && evidence.Chance.Unit(entry.Body, directive.Hash, Purpose.RecogniseRoute, entry.Route)
                >= evidence.ConductOf(entry.Body, entry.Tick).RecognisesSecondRoute;
    }
}
