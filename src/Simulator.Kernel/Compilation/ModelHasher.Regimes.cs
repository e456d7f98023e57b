using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Compilation;

/// <summary>What interventions change of offices and channels.</summary>
internal static partial class ModelHasher
{
    /// <summary>By place: what each office is.</summary>
    internal static UInt128[] OfOffices(CompiledModel model)
    {
        var calendars = new Dictionary<WorkingCalendar, UInt128>(ReferenceEqualityComparer.Instance);
        return [.. model.Posts.Select(posts => OfOffice(posts, calendars))];
    }

    /// <summary>Adds nothing for a channel that is there.</summary>
    private static void AddOutage(ref Hash128 hash, ChannelOutage? outage)
    {
        if (outage is not null)
        {
            hash.Add(outage.Until.Value);
            hash.Add(outage.Loses);
        }
    }
}
