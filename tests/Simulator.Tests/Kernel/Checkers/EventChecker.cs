using Simulator.Kernel.Journal;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// An event befalls each body that it was declared for once, at its moment, whatever the body does, and
/// nobody else. Nothing came before it.
/// </summary>
internal sealed class EventChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var due = evidence.Model.Events
            .Where(each => each.At <= evidence.Until)
            .SelectMany(each => each.Bodies.Select(body => (each.ShortHash, evidence.Model.FactsOf(body).Hash)))
            .ToHashSet();
        foreach (var entry in evidence.Of(EntryKind.EventOccurred))
        {
            if (evidence.EventOf(entry) is not { } befell || !due.Remove((entry.Root, entry.Body)))
            {
                yield return $"no such event here, or not any more: {evidence.InWords(entry)}";
            }
            else if (entry.Tick != befell.At || entry.What != (byte)befell.Source.Is || entry.CauseSequence != 0)
            {
                yield return $"declared for {befell.At} as {befell.Source.Is}: {evidence.InWords(entry)}";
            }
        }

        foreach (var (missing, _) in due)
        {
            var id = evidence.Model.Events.Single(each => each.ShortHash == missing).Source.Id;
            yield return $"the event '{id}' did not come about everywhere";
        }
    }
}
