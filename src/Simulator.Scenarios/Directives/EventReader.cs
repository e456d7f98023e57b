using Simulator.Kernel.Conduct;
using Simulator.Kernel.Organisation;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Directives;

/// <summary>Reads what befalls bodies from outside.</summary>
internal static class EventReader
{
    /// <summary>All events, in the order declared.</summary>
    public static IReadOnlyList<ExternalEvent> ReadAll(Draft draft, Addressing addressing, Moments moments)
    {
        var events = new List<ExternalEvent>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in draft.Root.Maps("events"))
        {
            if (map.Scalar("id") is { } id && !ids.Add(id.Text))
            {
                draft.Problems.Error(id.Place, $"There is an event {id.Description} already.",
                    "Ids are there once.");
            }

            events.Add(new ExternalEvent
            {
                Id = map.Text("id") ?? "",
                At = moments.Happens(map.Scalar("at")) ?? default,
                Is = EventFormat.Kinds.FirstOrDefault(kind => kind.Name == map.Text("is")).Kind,
                Bodies = [.. Bodies(map["bodies"], draft, addressing)],
                Title = Draft.TextOf(map["title"]),
            });
        }

        return events;
    }

    private static IEnumerable<Selector> Bodies(Node? node, Draft draft, Addressing addressing)
    {
        foreach (var (selector, each) in SelectorReader.Read(node, draft))
        {
            if (selector.Direct || selector.Led)
            {
                draft.Problems.Error(
                    each.Place,
                    "An event has no issuer, so that nobody is directly below it or led by it.",
                    "Say by level, kind, line or id whom it befalls; all means everybody.");
                continue;
            }

            if (addressing.CheckBody(selector, each) && !addressing.Roster.Meets(selector)
                && !draft.Problems.HasErrors)
            {
                draft.Problems.Warning(each.Place, "The event befalls nobody: there is no such body.",
                    "Check levels, kinds and lines, or name another.");
            }

            yield return selector;
        }
    }
}
