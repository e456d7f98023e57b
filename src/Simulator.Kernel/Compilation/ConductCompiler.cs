using Simulator.Kernel.Conduct;
using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Compilation;

/// <summary>Lays out how bodies behave, each distinct conduct once.</summary>
internal sealed class ConductCompiler
{
    private readonly Dictionary<(ConductRule, DiligenceRule?), int> places = [];
    private readonly Dictionary<string, int> ofKinds = new(StringComparer.Ordinal);
    private readonly List<CompiledConduct> conducts = [];

    internal CompiledConduct[] Conducts => [.. conducts];

    internal int PlaceOf(Body body, BodyKind kind)
    {
        if (body.Conduct is not null || body.Diligence is not null)
        {
            return PlaceOf((body.Conduct ?? kind.Conduct, body.Diligence ?? kind.Diligence));
        }

        if (!ofKinds.TryGetValue(kind.Id, out var place))
        {
            ofKinds[kind.Id] = place = PlaceOf((kind.Conduct, kind.Diligence));
        }

        return place;
    }

    private int PlaceOf((ConductRule, DiligenceRule?) key)
    {
        if (!places.TryGetValue(key, out var place))
        {
            places[key] = place = conducts.Count;
            conducts.Add(new CompiledConduct(key.Item1, key.Item2));
        }

        return place;
    }

    /// <summary>
    /// Who commands each body to whom it makes a difference whether it is ordered or requested: those above
    /// it on any line, those who lead any of these or itself, and those above them.
    /// </summary>
    internal static int[]?[]? Commanders(
        Body[] bodies, BodyFacts[] facts, CompiledConduct[] conducts, Dictionary<string, int> indexOf)
    {
        if (!Array.Exists(conducts, conduct => conduct.HearsMood))
        {
            return null;
        }

        var leaders = new List<int>?[bodies.Length];
        for (var index = 0; index < bodies.Length; index++)
        {
            foreach (var led in bodies[index].Leads)
            {
                (leaders[indexOf[led]] ??= []).Add(index);
            }
        }

        return [.. bodies.Select((_, index) => conducts[facts[index].Conduct].HearsMood ? Above(index) : null)];

        int[] Above(int index)
        {
            var above = new SortedSet<int>();
            var open = new Stack<int>([index]);
            while (open.TryPop(out var next))
            {
                foreach (var commander in bodies[next].Under.Select(under => indexOf[under.Superior])
                    .Concat(leaders[next] ?? []))
                {
                    if (above.Add(commander))
                    {
                        open.Push(commander);
                    }
                }
            }

            return [.. above];
        }
    }
}
