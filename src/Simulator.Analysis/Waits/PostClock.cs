using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;

namespace Simulator.Analysis.Waits;

/// <summary>
/// The hours in which a post works on papers of an urgency, through a whole run: interventions may have changed them.
/// </summary>
internal readonly struct PostClock
{
    private readonly RunTrace trace;
    private readonly int body;
    private readonly int post;
    private readonly WorkingCalendar? always;

    internal PostClock(RunTrace trace, int body, int post, Urgency urgency)
    {
        this.trace = trace;
        this.body = body;
        this.post = post;
        Urgency = urgency;
        always = trace.Regimes.Count == 0 ? In(trace.Model) : null;
    }

    /// <summary>The urgency of the paper.</summary>
    internal Urgency Urgency { get; }

    /// <summary>The minutes of a stretch that lie in hours.</summary>
    internal int Open(int from, int to)
    {
        if (to <= from)
        {
            return 0;
        }

        if (always is not null)
        {
            return always.WorkingBetween(from, to);
        }

        var (minutes, model) = (0, trace.Model);
        foreach (var (since, next) in trace.Regimes)
        {
            if (since >= to)
            {
                break;
            }

            if (since > from)
            {
                minutes += In(model).WorkingBetween(from, since);
                from = since;
            }

            model = next;
        }

        return minutes + In(model).WorkingBetween(from, to);
    }

    private WorkingCalendar In(CompiledModel model) =>
        model.Offices[model.FactsOf(body).Office].All[post].HoursFor(Urgency);
}
