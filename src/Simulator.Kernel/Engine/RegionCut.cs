using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Engine;

/// <summary>
/// Where the hierarchy is cut into regions: near the even cut, between subtrees, so that most papers stay
/// inside one region. The cut has no effect on any result, only on what has to be carried from region to
/// region.
/// </summary>
public static class RegionCut
{
    /// <summary>A cut may be off the even one by this part of a region.</summary>
    private const int Slack = 4;

    /// <summary>The cut of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="regions">
    /// Into how many regions, at least 1; no region is empty where there are bodies.
    /// </param>
    /// <returns>
    /// The index of the first body of each region, ascending from 0, and the number of bodies as the last
    /// item.
    /// </returns>
    public static int[] Of(CompiledModel model, int regions)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(regions, 1);
        var bodies = model.Facts.Length;
        var count = Math.Min(regions, Math.Max(1, bodies));
        int[] even = [.. Enumerable.Range(0, count + 1).Select(cut => (int)((long)bodies * cut / count))];
        if (count == 1)
        {
            return even;
        }

        var crossing = Crossing(model);
        var slack = bodies / count / Slack;
        int[] chosen =
            [.. even.Select((cut, place) => place == 0 || place == count ? cut : Least(crossing, cut, slack))];

        // A tie over several cuts is lost once only, so that the least at each need not be the least in all.
        return Outside(model, chosen) <= Outside(model, even) ? chosen : even;
    }

    /// <summary>The ties along which papers go: between superior and subordinate, and along relays.</summary>
    internal static IEnumerable<(int Low, int High)> Ties(CompiledModel model)
    {
        for (var body = 0; body < model.Facts.Length; body++)
        {
            if (model.Superior[body] is >= 0 and var superior)
            {
                yield return (Math.Min(body, superior), Math.Max(body, superior));
            }

            var (first, count) = (model.Facts[body].FirstRelay, model.Facts[body].Relays);
            for (var place = first; place < first + count; place++)
            {
                var target = model.RelayTargets[place];
                yield return (Math.Min(body, target), Math.Max(body, target));
            }
        }
    }

    /// <summary>By index: how many ties a cut just before that body would sever.</summary>
    private static int[] Crossing(CompiledModel model)
    {
        var crossing = new int[model.Facts.Length + 1];
        foreach (var (low, high) in Ties(model))
        {
            crossing[low + 1]++;
            if (high + 1 < crossing.Length)
            {
                crossing[high + 1]--;
            }
        }

        for (var place = 1; place < crossing.Length; place++)
        {
            crossing[place] += crossing[place - 1];
        }

        return crossing;
    }

    /// <summary>Where least is severed, the nearest such place, the earlier of two.</summary>
    private static int Least(int[] crossing, int cut, int slack)
    {
        var best = cut;
        for (var off = 1; off <= slack; off++)
        {
            best = crossing[cut - off] < crossing[best] ? cut - off : best;
            best = crossing[cut + off] < crossing[best] ? cut + off : best;
        }

        return best;
    }

    private static int Outside(CompiledModel model, int[] starts)
    {
        var regionOf = new int[model.Facts.Length];
        for (var region = 1; region < starts.Length - 1; region++)
        {
            regionOf.AsSpan(starts[region], starts[region + 1] - starts[region]).Fill(region);
        }

        return Ties(model).Count(tie => regionOf[tie.Low] != regionOf[tie.High]);
    }
}
