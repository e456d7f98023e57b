using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Organisation;

/// <summary>Brings bodies under another superior.</summary>
internal static class Relocations
{
    internal static void Apply(Establishment places, Relocation move)
    {
        _ = places.Living(move.Under);
        if (move.Line is { } named && !places.Lines.Contains(named))
        {
            throw new ModelException($"There is no line '{named}'.");
        }

        var moved = places.Choose(move.Bodies);
        if (moved.Length == 0)
        {
            throw new ModelException("Nobody fits who could be moved.");
        }

        foreach (var id in moved)
        {
            if (id == move.Under)
            {
                throw new ModelException($"'{id}' is moved under itself.");
            }

            if (places.IsBelow(move.Under, id))
            {
                throw new ModelException($"'{id}' cannot be moved under '{move.Under}', which stands below it.");
            }

            places[id] = places[id] with { Under = Under(places, places[id], move) };
        }

        CommandCircle.Refuse(places);
    }

    private static Subordination[] Under(Establishment places, Body body, Relocation move)
    {
        var line = move.Line ?? (body.Under is [var first, ..] ? first.Line : places.KindOf(body).Line);
        var place = body.Under.Select((under, at) => (under, at)).Where(each => each.under.Line == line)
            .Select(each => each.at).FirstOrDefault(body.Under.Count);
        return
        [
            .. body.Under.Take(place),
            new Subordination(line, move.Under),
            .. body.Under.Skip(place + 1).Where(under => under.Line != line),
        ];
    }
}
