using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Compilation;

/// <summary>What interventions and reliefs change of offices and channels.</summary>
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

    /// <summary>Adds nothing where nobody is relieved of anything.</summary>
    private static void AddReliefs(ref Hash128 hash, CompiledModel model)
    {
        foreach (var relief in model.Source.Reliefs)
        {
            hash.Add((int)relief.From, relief.Post is { } post ? (int)post : -1);
            hash.Add(relief.Channel is { } channel ? Hash64.Of(channel) : 0);
            foreach (var body in (relief.Bodies ?? new HashSet<string>()).Order(StringComparer.Ordinal))
            {
                hash.Add(Hash64.Of(body));
            }
        }
    }
}
