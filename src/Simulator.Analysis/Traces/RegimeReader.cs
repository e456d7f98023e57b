using Simulator.Kernel.Compilation;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;

namespace Simulator.Analysis.Traces;

/// <summary>Reads from a journal which interventions were in force when.</summary>
internal static class RegimeReader
{
    /// <summary>The models by which bodies acted, each with the tick from which on; empty: the model as it is.</summary>
    internal static List<(int From, CompiledModel Model)> Read(CompiledModel model, ReadOnlySpan<Entry> entries)
    {
        var regimes = new List<(int From, CompiledModel Model)>();
        var inForce = new List<InForce>();
        foreach (ref readonly var entry in entries)
        {
            if (entry.Body != Director.Hash || PlaceOf(model, entry.Root) is not (>= 0 and var place))
            {
                continue;
            }

            if (entry.Kind == EntryKind.InterventionEnded)
            {
                inForce.RemoveAll(each => each.Intervention == place);
            }
            else if (model.Interventions[place].ChangesModel)
            {
                inForce.Add(new InForce(place, entry.Tick));
            }

            if (regimes.Count > 0 && regimes[^1].From == entry.Tick)
            {
                regimes.RemoveAt(regimes.Count - 1);
            }

            regimes.Add((entry.Tick, model.Under([.. inForce])));
        }

        return regimes;
    }

    /// <summary>What each restructuring came to, by its place and its tick, in the organisation that was there before it.</summary>
    internal static Dictionary<(int Place, int Tick), Reform> Reforms(CompiledModel model, ReadOnlySpan<Entry> entries)
    {
        var reforms = new Dictionary<(int Place, int Tick), Reform>();
        var inForce = new List<InForce>();
        foreach (ref readonly var entry in entries)
        {
            if (!model.IsRestructured || entry.Body != Director.Hash || PlaceOf(model, entry.Root) is not (>= 0 and var place))
            {
                continue;
            }

            if (entry.Kind == EntryKind.InterventionEnded)
            {
                inForce.RemoveAll(each => each.Intervention == place);
            }
            else if (model.Interventions[place].ChangesModel)
            {
                if (model.Interventions[place].Restructures)
                {
                    reforms[(place, entry.Tick)] = Came(model.Under([.. inForce]).Source, model.Interventions[place]);
                }

                inForce.Add(new InForce(place, entry.Tick));
            }
        }

        return reforms;
    }

    private static Reform Came(Model before, CompiledIntervention intervention)
    {
        var (dissolved, lost, crowded) = (0, 0, 0);
        foreach (var act in intervention.Source.Acts.OfType<RestructuringAct>())
        {
            var after = Reorganisation.Of(before, act.Change);
            dissolved += after.Dissolved.Count;
            lost += after.Lost;
            crowded += after.Crowded;
            before = after.Model;
        }

        return new Reform(dissolved, lost, crowded);
    }

    /// <summary>The model in which the directives that interventions have issued are issued.</summary>
    internal static CompiledModel WithIssued(CompiledModel model, ReadOnlySpan<Entry> entries)
    {
        var issued = new List<InForce>();
        foreach (ref readonly var entry in entries)
        {
            if (entry.Kind == EntryKind.Intervened && PlaceOf(model, entry.Root) is >= 0 and var place
                && model.Interventions[place].Issues)
            {
                issued.Add(new InForce(place, entry.Tick));
            }
        }

        return model.Under([.. issued]);
    }

    /// <summary>Place of the intervention that an entry of the director is about, or -1.</summary>
    internal static int PlaceOf(CompiledModel model, uint root)
    {
        for (var place = 0; place < model.Interventions.Count; place++)
        {
            if (model.Interventions[place].ShortHash == root)
            {
                return place;
            }
        }

        return -1;
    }
}
