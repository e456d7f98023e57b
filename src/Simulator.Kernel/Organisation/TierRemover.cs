using Simulator.Kernel.Compilation;
using Simulator.Kernel.Office;

namespace Simulator.Kernel.Organisation;

/// <summary>Dissolves the bodies of a tier and brings what stood below each under its superior.</summary>
internal sealed class TierRemover(Establishment places, TierRemoval removal)
{
    private readonly Dictionary<string, int[]> people = new(StringComparer.Ordinal);

    internal void Apply()
    {
        if (removal.Below is { } above)
        {
            _ = places.Living(above);
        }

        string[] tier =
        [
            .. places.Choose([removal.Bodies])
                .Where(id => removal.Below is not { } top || places.IsBelow(id, top)),
        ];
        if (tier.Length == 0)
        {
            throw new ModelException("Nobody fits who could be dissolved.");
        }

        places.Gone.UnionWith(tier);
        var heirs = tier.ToDictionary(id => id, HeirsOf, StringComparer.Ordinal);
        foreach (var id in tier)
        {
            PassOnLed(id);
            foreach (var lower in places.Below(id).Where(lower => !places.Gone.Contains(lower)))
            {
                var body = places[lower];
                places[lower] = body with { Under = [.. body.Under.Select(Lifted).Distinct()] };
            }
        }

        DropLeaders();
        MovePeople(tier, heirs);
        foreach (var id in tier)
        {
            var superior = Superior(id, null);
            IReadOnlyList<string> duties = removal.DutiesToSubordinates && heirs[id].Length > 0 ? heirs[id]
                : superior is null ? [] : [superior];
            places[id] = places[id] with { Leads = [], Dissolved = new Dissolution(heirs[id], duties) };
        }
    }

    /// <summary>Those directly below it, and those it led, who are still there.</summary>
    private string[] HeirsOf(string id) =>
    [
        .. places.Below(id).Concat(places[id].Leads).Where(each => !places.Gone.Contains(each))
            .Distinct().Order(IdOrder.Instance),
    ];

    private Subordination Lifted(Subordination under) => !places.Gone.Contains(under.Superior) ? under
        : Superior(under.Superior, under.Line) is { } above ? under with { Superior = above }
        : throw new ModelException(
            $"'{under.Superior}' has nobody above it, to whom those below it could come.");

    /// <summary>The first above a body that stays: on a line if it is on that, else on its own first.</summary>
    private string? Superior(string id, string? line)
    {
        do
        {
            var ties = places[id].Under;
            var tie = ties.FirstOrDefault(each => each.Line == line) ?? (ties.Count == 0 ? null : ties[0]);
            if (tie is null)
            {
                return null;
            }

            id = tie.Superior;
        }
        while (places.Gone.Contains(id));

        return id;
    }

    /// <summary>Whom it led is led by its superior, unless that commands him anyhow.</summary>
    private void PassOnLed(string id)
    {
        if (Superior(id, null) is not { } above)
        {
            return;
        }

        var leader = places[above];
        var led = places[id].Leads.Where(each => !places.Gone.Contains(each) && each != above
            && !leader.Leads.Contains(each) && places[each].Under.All(under => under.Superior != above));
        places[above] = leader with { Leads = [.. leader.Leads, .. led] };
    }

    private void DropLeaders()
    {
        foreach (var id in places.Choose([new Selector()]))
        {
            var body = places[id];
            if (body.Leads.Any(places.Gone.Contains))
            {
                places[id] = body with { Leads = [.. body.Leads.Where(led => !places.Gone.Contains(led))] };
            }
        }
    }

    /// <summary>From below, so that who comes up from a body without anybody below goes on from there.</summary>
    private void MovePeople(string[] tier, Dictionary<string, string[]> heirs)
    {
        foreach (var id in tier)
        {
            people[id] = places.HeadsOf(id);
        }

        foreach (var id in tier.OrderByDescending(Depth).ThenBy(id => id, IdOrder.Instance))
        {
            if (removal.Staff == HeadsRule.Lost)
            {
                places.Lose(people[id]);
            }
            else if (removal.Staff == HeadsRule.ToSubordinates && heirs[id].Length > 0)
            {
                DealOut(people[id], heirs[id]);
            }
            else
            {
                MoveUp(id);
            }
        }
    }

    private void MoveUp(string id)
    {
        var next = removal.Staff == HeadsRule.ToSubordinates
            ? FirstAbove(id)
            : Superior(id, null);
        if (next is null)
        {
            places.Lose(people[id]);
        }
        else if (people.TryGetValue(next, out var there))
        {
            for (var post = 0; post < OfficePosts.Count; post++)
            {
                there[post] += people[id][post];
            }
        }
        else
        {
            places.Send(people[id], next);
        }
    }

    /// <summary>Clerks first, then leaders, then staff, each to the next in turn.</summary>
    private void DealOut(int[] leaving, string[] heirs)
    {
        var shares = new int[heirs.Length][];
        var turn = 0;
        for (var post = 0; post < OfficePosts.Count; post++)
        {
            for (var person = 0; person < leaving[post]; person++)
            {
                var share = shares[turn] ??= new int[OfficePosts.Count];
                share[post]++;
                turn = (turn + 1) % heirs.Length;
            }
        }

        for (var place = 0; place < heirs.Length && shares[place] is { } share; place++)
        {
            places.Send(share, heirs[place]);
        }
    }

    private int Depth(string id)
    {
        var depth = 0;
        for (var above = FirstAbove(id); above is not null; above = FirstAbove(above))
        {
            depth++;
        }

        return depth;
    }

    private string? FirstAbove(string id) => places[id].Under is [var first, ..] ? first.Superior : null;
}
