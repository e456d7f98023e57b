using Simulator.Kernel.Office;

namespace Simulator.Kernel.Compilation;

/// <summary>What the people of a post do otherwise than to be there and to take one paper at a time.</summary>
public sealed class CompiledDesk
{
    private CompiledDesk(int papers, CompiledRoster? roster)
    {
        Papers = papers;
        Roster = roster;
    }

    /// <summary>Up to how many papers a person has in hand at once; among several he divides his time.</summary>
    public int Papers { get; }

    /// <summary>Who is away when, and who acts for him; <c>null</c>: everybody is always there.</summary>
    public CompiledRoster? Roster { get; }

    /// <summary>How many people can have papers in hand: the heads and their deputies.</summary>
    internal int PeopleOf(int heads) => heads + (Roster?.Deputies ?? 0);

    /// <summary><c>null</c> for a post without any of it.</summary>
    internal static CompiledDesk? Of(Resource resource)
    {
        var roster = resource.Absences is null && resource.Away.Count == 0 ? null : new CompiledRoster(resource);
        if (resource.Multitasking is < 1 or > Resource.MostPapers)
        {
            throw new ModelException(
                $"Nobody has {resource.Multitasking} papers in hand at once; 1 to {Resource.MostPapers} are possible.");
        }

        return roster is null && resource.Multitasking == 1
            ? null
            : new CompiledDesk(resource.Multitasking, roster);
    }
}
