using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Interventions;

/// <summary>
/// The clock of an office: the minutes in which somebody of a body is at work for papers of a mark, by the hours of each moment.
/// Of minutes to come it takes the hours of now.
/// </summary>
internal sealed class OfficeHours(CompiledModel model)
{
    private readonly Dictionary<(CompiledOffice Office, Urgency Urgency), WorkingCalendar> hours = [];
    private readonly List<(int From, CompiledModel Model)> regimes = [];

    /// <summary>Whether the hours have been the same all the time.</summary>
    internal bool IsUnchanged => regimes.Count == 0;

    internal void Change(CompiledModel now, int tick) => regimes.Add((tick, now));

    /// <summary>Minutes from a tick until before another.</summary>
    internal int Minutes(int body, Urgency urgency, int from, int to)
    {
        var (minutes, before) = (0, model);
        foreach (var (next, changed) in regimes)
        {
            if (next >= to)
            {
                break;
            }

            if (next > from)
            {
                minutes += HoursOf(before, body, urgency).WorkingBetween(from, next);
                from = next;
            }

            before = changed;
        }

        return minutes + HoursOf(before, body, urgency).WorkingBetween(from, to);
    }

    private WorkingCalendar HoursOf(CompiledModel now, int body, Urgency urgency)
    {
        var office = now.Offices[now.Facts[body].Office];
        if (!hours.TryGetValue((office, urgency), out var found))
        {
            found = office.All.Select(post => post.HoursFor(urgency)).Aggregate((all, more) => all.Extended(more));
            hours[(office, urgency)] = found;
        }

        return found;
    }
}
