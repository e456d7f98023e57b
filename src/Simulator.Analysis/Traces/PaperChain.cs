using Simulator.Analysis.Waits;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Traces;

/// <summary>
/// Every leg of the way of a directive from its first signature to a body, found by following causes back.
/// The legs join without a gap, so their lengths add up to the whole.
/// </summary>
public sealed class PaperChain
{
    /// <summary>What an entry has in the place of a person where a step held nobody up.</summary>
    private const byte NoServer = 255;

    private PaperChain(RunTrace trace, IReadOnlyList<Leg> legs)
    {
        Trace = trace;
        Legs = legs;
    }

    /// <summary>The journal.</summary>
    public RunTrace Trace { get; }

    /// <summary>From first to last.</summary>
    public IReadOnlyList<Leg> Legs { get; }

    /// <summary>Elapsed minutes of all.</summary>
    public int Elapsed => Legs.Sum(each => each.Elapsed);

    /// <summary>The chain that ends with an entry.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="last">The entry.</param>
    public static PaperChain EndingWith(RunTrace trace, in Entry last)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var legs = new List<Leg>();
        var entry = last;
        while (trace.TryCause(entry, out var cause))
        {
            legs.Add(Between(trace, cause, entry));
            entry = cause;
        }

        legs.Reverse();
        return new PaperChain(trace, legs);
    }

    /// <summary>
    /// The chain to a body: to its registration, or to its arrival where it is not registered (yet);
    /// <c>null</c> if it has not arrived.
    /// </summary>
    /// <param name="trace">The journal.</param>
    /// <param name="root">Place of the directive in the model.</param>
    /// <param name="body">Index of the body.</param>
    public static PaperChain? To(RunTrace trace, int root, int body)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var hash = trace.Model.Directives[root].ShortHash;
        var (arrival, registration) = (0U, 0U);
        for (var sequence = 1U; sequence <= trace.CountOf(body) && registration == 0; sequence++)
        {
            ref readonly var entry = ref trace.Of(body, sequence);
            if (entry.Root != hash || entry.Route != 0)
            {
                continue;
            }

            if (arrival == 0 && entry.BringsDirective)
            {
                arrival = sequence;
            }
            else if (entry is { Kind: EntryKind.StepEnded, Step: Step.Register })
            {
                registration = sequence;
            }
        }

        var found = registration > 0 ? registration : arrival;
        return found == 0 ? null : EndingWith(trace, trace.Of(body, found));
    }

    /// <summary>The stretch from an entry to one that it enabled.</summary>
    internal static Leg Between(RunTrace trace, in Entry cause, in Entry entry)
    {
        var body = trace.BodyOf(entry);
        if (entry.Kind != EntryKind.StepEnded)
        {
            return new Leg
            {
                Body = body,
                Entry = entry,
                From = cause.Tick,
                Started = entry.Kind == EntryKind.Arrived ? entry.Started : entry.Tick,
                HeldUntil = cause.Tick,
                WaitInHours = 0,
                WaitOffHours = 0,
                Work = 0,
                WorkPaused = 0,
            };
        }

        var post = entry.Server == NoServer ? -1 : PaperFacts.PlaceOf(trace.Model, body, entry.Step);
        if (post < 0)
        {
            return new Leg
            {
                Body = body,
                Entry = entry,
                From = cause.Tick,
                Started = entry.Started,
                HeldUntil = cause.Tick,
                WaitInHours = entry.Started - cause.Tick,
                WaitOffHours = 0,
                Work = entry.Tick - entry.Started,
                WorkPaused = 0,
            };
        }

        var clock = new PostClock(trace, body, post, PaperFacts.UrgencyOf(entry, trace.RootOf(entry)));
        var held = Math.Min(
            trace.ModelAt(cause.Tick).HourFor(body, entry.Step, clock.Urgency, cause.Tick), entry.Started);
        var waited = clock.Open(cause.Tick, entry.Started);
        var forHour = clock.Open(cause.Tick, held);
        var worked = clock.Open(entry.Started, entry.Tick);
        return new Leg
        {
            Body = body,
            Entry = entry,
            From = cause.Tick,
            Started = entry.Started,
            HeldUntil = held,
            WaitForHour = forHour,
            WaitInHours = waited - forHour,
            WaitOffHours = entry.Started - cause.Tick - waited,
            Work = worked,
            WorkPaused = entry.Tick - entry.Started - worked,
        };
    }
}
