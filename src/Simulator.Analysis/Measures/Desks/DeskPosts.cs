using Simulator.Kernel.Compilation;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures.Desks;

/// <summary>Which post takes which step at a body. Interventions change people and hours, and not who does what.</summary>
internal sealed class DeskPosts(CompiledModel model)
{
    private const sbyte Unknown = 0;
    private const sbyte Nobody = -1;
    private static readonly int _steps = (int)Enum.GetValues<Step>().Max() + 1;
    private readonly Dictionary<(ushort Kind, ushort Office), sbyte[]> posts = [];

    /// <summary>The post; <c>null</c>: nobody is held up by the step, or the body does not take it.</summary>
    internal Post? Of(int body, Step step)
    {
        var facts = model.FactsOf(body);
        if (!posts.TryGetValue((facts.Kind, facts.Office), out var known))
        {
            posts[(facts.Kind, facts.Office)] = known = new sbyte[_steps];
        }

        if (known[(int)step] == Unknown)
        {
            known[(int)step] = Find(body, step, facts.Office);
        }

        return known[(int)step] == Nobody ? null : (Post)(known[(int)step] - 1);
    }

    private sbyte Find(int body, Step step, int office)
    {
        if (model.PostOf(body, step) is not { } found)
        {
            return Nobody;
        }

        var all = model.Offices[office].All;
        var place = 0;
        while (!ReferenceEquals(all[place], found))
        {
            place++;
        }

        return (sbyte)(place + 1);
    }
}
