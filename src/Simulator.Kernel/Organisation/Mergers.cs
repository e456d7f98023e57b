using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Organisation;

/// <summary>Makes bodies part of another.</summary>
internal static class Mergers
{
    internal static void Apply(Establishment places, Merger merger)
    {
        var into = merger.Into;
        _ = places.Living(into);
        var chosen = places.Choose(merger.Bodies);
        string[] merged = [.. chosen.Where(id => id != into)];
        if (merged.Length == 0)
        {
            throw new ModelException(
                chosen.Length == 0 ? "Nobody fits who could be merged." : $"'{into}' is merged into itself alone.");
        }

        if (Array.Find(merged, id => places.IsBelow(into, id)) is { } above)
        {
            throw new ModelException($"'{above}' cannot be merged into '{into}', which stands below it.");
        }

        places.Gone.UnionWith(merged);
        foreach (var id in places.Choose([new Selector()]).Where(id => !places.Gone.Contains(id)))
        {
            var body = places[id];
            if (body.Under.Any(under => places.Gone.Contains(under.Superior)) || body.Leads.Any(places.Gone.Contains))
            {
                places[id] = body with
                {
                    Under = [.. body.Under.Select(under => Under(places, under, into)).Where(under => under.Superior != id)
                        .Distinct()],
                    Leads = [.. body.Leads.Select(led => places.Gone.Contains(led) ? into : led)
                        .Where(led => led != id).Distinct()],
                };
            }
        }

        foreach (var id in merged)
        {
            TakeOver(places, merger, id);
        }

        CommandCircle.Refuse(places);
    }

    private static Subordination Under(Establishment places, Subordination under, string into) =>
        places.Gone.Contains(under.Superior) ? under with { Superior = into } : under;

    private static void TakeOver(Establishment places, Merger merger, string id)
    {
        var (body, into) = (places[id], places[merger.Into]);
        places[into.Id] = into with
        {
            Leads = [.. into.Leads.Concat(body.Leads.Where(led => !places.Gone.Contains(led) && led != into.Id)).Distinct()],
        };
        if (merger.Staff == HeadsRule.Lost)
        {
            places.Lose(places.HeadsOf(id));
        }
        else
        {
            places.Send(places.HeadsOf(id), into.Id);
        }

        places[id] = body with
        {
            Under = [],
            Leads = [],
            Dissolved = new Dissolution([into.Id], [into.Id]),
        };
    }
}
