using Simulator.Kernel.Journal;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>A body that is dissolved does nothing and gets nothing; nothing comes from it.</summary>
internal sealed class DissolutionChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var dissolved = evidence.Model.Source.Bodies.Where(body => body.Dissolved is not null)
            .Select(body => Hash64.Of(body.Id)).ToHashSet();
        foreach (var entry in evidence.Entries)
        {
            if (dissolved.Contains(entry.Body) || (entry.CauseSequence != 0 && dissolved.Contains(entry.CauseBody)))
            {
                yield return $"by a body that is dissolved, or because of it: {evidence.InWords(entry)}";
            }
        }

        foreach (var body in evidence.Model.Directives.SelectMany(directive => directive.Reach))
        {
            if (evidence.Model.Bodies[body].Dissolved is not null)
            {
                yield return $"a paper can come to '{evidence.Model.Bodies[body].Id}', which is dissolved";
            }
        }
    }
}
