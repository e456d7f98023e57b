using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Compilation;

/// <summary>Lays out the events, in the order of their ids.</summary>
internal static class EventCompiler
{
    private const int MostEvents = ushort.MaxValue;

    internal static CompiledEvent[] Compile(Model model, Roster roster, CompiledDirective[] directives)
    {
        if (model.Events.Count == 0)
        {
            return [];
        }

        _ = ModelCompiler.Places(model.Events.Select(each => each.Id), "event");
        if (model.Events.Count > MostEvents)
        {
            throw new ModelException($"There are more than {MostEvents:N0} events.");
        }

        var seen = directives.ToDictionary(each => each.ShortHash, each => each.Source.Id);
        var compiled = new List<CompiledEvent>();
        foreach (var each in model.Events.OrderBy(each => each.Id, IdOrder.Instance))
        {
            var next = new CompiledEvent
            {
                Source = each,
                Hash = Hash64.Of("event " + each.Id),
                At = each.At.Value,
                Bodies = [.. each.Bodies.SelectMany(selector => Chosen(roster, selector, each.Id)).Distinct().Order()],
            };
            if (!seen.TryAdd(next.ShortHash, each.Id))
            {
                throw new ModelException(
                    $"The ids '{each.Id}' and '{seen[next.ShortHash]}' hash alike: change one.");
            }

            compiled.Add(next);
        }

        return [.. compiled];
    }

    private static IEnumerable<int> Chosen(Roster roster, Selector selector, string id) =>
        selector.Direct || selector.Led || selector.IsEachAddressee
            ? throw new ModelException(
                $"The event '{id}' has no issuer: say by level, kind, line or name whom it befalls.")
            : roster.Fitting(selector);
}
