using Simulator.Kernel.Chance;
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

/// <summary>Who of a post is away when, and who acts for him.</summary>
public sealed class CompiledRoster
{
    internal CompiledRoster(Resource resource)
    {
        Away = [.. resource.Away];
        Deputies = resource.Deputies;
        DeputiesAfter = resource.DeputiesAfter.Minutes;
        if (Array.Exists(Away, spell => spell.From >= spell.To || spell.Who < 0))
        {
            throw new ModelException("Somebody is back before he has been away, or is nobody.");
        }

        if (resource.Absences is { } rule)
        {
            var mean = rule.Lasts.Mean;
            if (!(rule.Share > 0 && rule.Share < 1 && mean > 0 && double.IsFinite(mean)))
            {
                throw new ModelException(
                    "The share of absences must lie between 0 and 1, and their mean length above 0.");
            }

            Lasts = rule.Lasts;
            AtWork = Distribution.Exponential(mean * (1 - rule.Share) / rule.Share);
        }
    }

    /// <summary>Absences that are arranged.</summary>
    public IReadOnlyList<AwaySpell> Spells => Away;

    /// <summary>How many can act for those who are away.</summary>
    public int Deputies { get; }

    /// <summary>Working minutes after which one does.</summary>
    public int DeputiesAfter { get; }

    /// <summary>How long a person stays at work, in working minutes; <c>null</c>: he is never away by chance.</summary>
    public Distribution? AtWork { get; }

    /// <summary>How long he is then away, in working minutes.</summary>
    public Distribution? Lasts { get; }

    internal AwaySpell[] Away { get; }
}
