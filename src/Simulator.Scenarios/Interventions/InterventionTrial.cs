using Simulator.Kernel.Compilation;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Organisation;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Interventions;

/// <summary>
/// Puts each intervention in force once, alone, so that one that changes what cannot change in the middle of a run is
/// told before it is played.
/// </summary>
internal static class InterventionTrial
{
    // A model of a whole country takes seconds to make; what is wrong with it is then told by the run.
    private const int MostBodies = 20_000;

    /// <summary>Reports what cannot be in force, at its place.</summary>
    public static void Run(Model model, MapNode whole, ProblemList problems)
    {
        if (model.Interventions.Count == 0 || model.Bodies.Count > MostBodies)
        {
            return;
        }

        CompiledModel compiled;
        try
        {
            compiled = ModelCompiler.Compile(model);
        }
        catch (ModelException)
        {
            return; // it is told of the scenario as a whole
        }

        foreach (var map in whole.Maps("interventions"))
        {
            var place = 0;
            while (place < compiled.Interventions.Count && compiled.Interventions[place].Source.Id != map.Text("id"))
            {
                place++;
            }

            if (place == compiled.Interventions.Count || !compiled.Interventions[place].ChangesModel)
            {
                continue;
            }

            try
            {
                compiled.Under([new InForce(place, compiled.Interventions[place].Source.At?.Value ?? 0)]);
            }
            catch (ModelException refused)
            {
                problems.Error(map.Place, refused.Message, "Write it as a variant, which holds from the start.");
            }
        }
    }
}
