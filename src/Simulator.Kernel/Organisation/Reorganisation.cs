using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Organisation;

/// <summary>
/// Applies restructurings to a declared model: one model in, another out, so that the same can be done before
/// a run and, to those who are there, in its course.
/// </summary>
public static class Reorganisation
{
    /// <summary>The model after a restructuring.</summary>
    /// <param name="model">As declared, or after others.</param>
    /// <param name="change">What changes.</param>
    /// <exception cref="ModelException">The change makes no sense in this organisation; it says why.</exception>
    public static Reorganised Of(Model model, Restructuring change)
    {
        ArgumentNullException.ThrowIfNull(model);
        var places = new Establishment(model);
        switch (change)
        {
            case TierRemoval removal:
                new TierRemover(places, removal).Apply();
                break;
            case Merger merger:
                Mergers.Apply(places, merger);
                break;
            case Relocation move:
                Relocations.Apply(places, move);
                break;
            default:
                throw new ModelException("There is no restructuring to be made.");
        }

        return Whole(model, places);
    }

    private static Reorganised Whole(Model model, Establishment places)
    {
        var bodies = places.Bodies();
        return new Reorganised
        {
            Model = model with
            {
                Bodies = bodies,
                Directives = [.. model.Directives.Select(each => each with { From = places.IssuerFor(each) })],
                Pinned = [.. model.Pinned.Where(paper => places.IsLiving(paper.From))],
            },
            Dissolved = [.. places.Gone.Order(IdOrder.Instance)],
            Lost = places.Lost,
            Crowded = places.Crowded,
        };
    }
}
