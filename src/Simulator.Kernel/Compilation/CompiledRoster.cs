using Simulator.Kernel.Chance;
using Simulator.Kernel.Office;

namespace Simulator.Kernel.Compilation;

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
