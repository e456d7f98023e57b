using Simulator.Kernel.Compilation;

namespace Simulator.Analysis.Measures.Delays;

/// <summary>
/// Puts bodies together by level, kind, line or place. Places are the subtrees of the bodies directly below one: below the
/// lowest whose subtree holds all that are looked at, unless another is named.
/// </summary>
public sealed class BodyGroups
{
    private readonly CompiledModel model;
    private readonly Grouping by;
    private readonly int head;
    private readonly bool isWithin;

    /// <summary>A way of putting bodies together.</summary>
    /// <param name="model">The model.</param>
    /// <param name="by">By what.</param>
    /// <param name="bodies">All that are looked at.</param>
    /// <param name="under">Index of a body: only those of its subtree count; <c>null</c>: all do.</param>
    public BodyGroups(CompiledModel model, Grouping by, IReadOnlyList<int> bodies, int? under = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(bodies);
        (this.model, this.by, isWithin) = (model, by, under is not null);
        head = under ?? (by == Grouping.Place ? HeadOf(bodies) : -1);
    }

    /// <summary>Whether a body is looked at.</summary>
    public bool Holds(int body) => !isWithin || PathOf(body).Contains(head);

    /// <summary>The group of a body: groups stand in the order of these numbers.</summary>
    public int Of(int body) => by switch
    {
        Grouping.Level => model.FactsOf(body).Level,
        Grouping.Kind => model.FactsOf(body).Kind,
        Grouping.Line => LineOf(body),
        _ => PlaceOf(body),
    };

    /// <summary>What a group is called.</summary>
    public string NameOf(int group) => by switch
    {
        Grouping.Level => model.Source.Levels[group],
        Grouping.Kind => model.Source.Kinds[group].Id,
        Grouping.Line => model.Source.Lines[group],
        _ => model.Bodies[group].Id,
    };

    private int LineOf(int body)
    {
        var line = model.Source.Kinds[model.FactsOf(body).Kind].Line;
        return model.Source.Lines.TakeWhile(each => each != line).Count();
    }

    private int PlaceOf(int body)
    {
        var below = body;
        foreach (var each in PathOf(body))
        {
            if (each == head)
            {
                break;
            }

            below = each;
        }

        return below;
    }

    /// <summary>The body and all above it on first lines, from below.</summary>
    private IEnumerable<int> PathOf(int body)
    {
        for (var each = body; each >= 0; each = model.Superior[each])
        {
            yield return each;
        }
    }

    /// <summary>The lowest body in whose subtree all lie; -1: there is none.</summary>
    private int HeadOf(IReadOnlyList<int> bodies)
    {
        if (bodies.Count == 0)
        {
            return -1;
        }

        List<int> common = [.. PathOf(bodies[0]).Reverse()];
        foreach (var body in bodies)
        {
            // Most lie in the subtree already; only the others shorten the path.
            var place = PathOf(body).Select(each => common.IndexOf(each)).FirstOrDefault(found => found >= 0, -1);
            common.RemoveRange(place + 1, common.Count - place - 1);
        }

        return common.Count == 0 ? -1 : common[^1];
    }
}
