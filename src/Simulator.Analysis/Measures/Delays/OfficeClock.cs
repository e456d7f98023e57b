using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;

namespace Simulator.Analysis.Measures.Delays;

/// <summary>
/// The clock of an office: it ticks in the minutes in which somebody of a body is at work for papers of a mark, be it the
/// clerk, the leadership or the staff, piercing hours included. Closures and other hours by intervention count from when they
/// are in force. It does not know who is away, or busy: it tells hours of closed doors from hours in which something could
/// have been done.
/// </summary>
/// <param name="trace">The journal.</param>
public sealed class OfficeClock(RunTrace trace)
{
    private readonly Dictionary<(CompiledOffice Office, Urgency Urgency), WorkingCalendar> hours = [];

    /// <summary>Minutes on the clock of a body from a tick until before another.</summary>
    /// <param name="body">Index of the body.</param>
    /// <param name="urgency">The mark of the paper.</param>
    /// <param name="from">The first tick.</param>
    /// <param name="to">The tick after the last, not earlier.</param>
    public int Minutes(int body, Urgency urgency, int from, int to)
    {
        var (minutes, model) = (0, trace.Model);
        foreach (var (next, changed) in trace.Regimes)
        {
            if (next >= to)
            {
                break;
            }

            if (next > from)
            {
                minutes += HoursOf(model, body, urgency).WorkingBetween(from, next);
                from = next;
            }

            model = changed;
        }

        return minutes + HoursOf(model, body, urgency).WorkingBetween(from, to);
    }

    private WorkingCalendar HoursOf(CompiledModel model, int body, Urgency urgency)
    {
        var office = model.Offices[model.FactsOf(body).Office];
        if (!hours.TryGetValue((office, urgency), out var found))
        {
            found = office.All.Select(post => post.HoursFor(urgency)).Aggregate((all, more) => all.Extended(more));
            hours[(office, urgency)] = found;
        }

        return found;
    }
}
