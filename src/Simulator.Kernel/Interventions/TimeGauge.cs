using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Interventions;

/// <summary>
/// A quantile of the times of bodies, at a moment at which not all have got there. Those that have not count as later than all
/// others where the quantile must not be more than a limit. Where it must be more they count with the time that they have
/// taken so far, of which it is certain that it will not become less.
/// </summary>
internal sealed class TimeGauge : IGauge
{
    private const int Whole = 10_000;
    private const int Unknown = -1;
    private readonly CompiledModel model;
    private readonly Condition condition;
    private readonly TimeLimit time;
    private readonly List<Part> parts = [];
    private readonly OfficeHours? hours;
    private bool isStale = true;
    private bool isHeld;
    private int nextChange = int.MinValue; // nothing but what makes it stale makes it otherwise before; the least: not known
    private int issued;

    /// <summary>A gauge.</summary>
    /// <param name="model">The model of the start.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="moments">By directive that it is about, then by body: when bodies got where.</param>
    internal TimeGauge(CompiledModel model, Condition condition, Moments[]?[] moments)
    {
        (this.model, this.condition, time) = (model, condition, condition.Time!);
        hours = time.InHours ? new OfficeHours(model) : null;
        for (var root = 0; root < model.Roots.Length; root++)
        {
            if (condition.IsAbout(model.Roots[root].Source))
            {
                parts.Add(new Part(
                    root, [.. model.Roots[root].Reach.Where(body => model.Fits(body, condition.Among))], moments[root]!,
                    hours is null ? [] : NothingKnown(model.Facts.Length)));
            }
        }
    }

    private bool WantsCertainty => condition.Comparison is Comparison.Above or Comparison.AtLeast;

    /// <inheritdoc/>
    public void Change(CompiledModel now, int tick)
    {
        hours?.Change(now, tick);
        (isStale, nextChange) = (true, int.MinValue);
    }

    /// <inheritdoc/>
    public void Take(in Entry entry, int body)
    {
    }

    /// <summary>A body got somewhere with the directive of a place.</summary>
    /// <param name="root">Place of the directive.</param>
    /// <param name="body">Index of the body.</param>
    /// <param name="before">Its moments before that.</param>
    internal void Note(int root, int body, in Moments before)
    {
        foreach (var part in parts)
        {
            var (was, own) = (OwnPart(before), OwnPart(part.Moments[body]));
            if (part.Root != root || (own.Ended == was.Ended && (!time.IsOwn || own.Enabled == was.Enabled)))
            {
                continue;
            }

            isStale = true;
            if (time.IsOwn || own.Ended == 0)
            {
                nextChange = int.MinValue; // who gets there only puts off what is certain of those who have not
            }

            if (hours is not null)
            {
                part.InHours[body] = Unknown;
            }
        }
    }

    /// <inheritdoc/>
    public bool Holds(CompiledModel now, int tick)
    {
        var count = parts.Count(part => now.Roots[part.Root].Issued <= tick);
        if (isStale || count != issued || tick >= nextChange)
        {
            var held = HoldsAt(now, tick, tick);
            nextChange = held != isHeld || count != issued || tick >= nextChange ? int.MinValue : nextChange;
            (isStale, issued, isHeld) = (false, count, held);
        }

        return isHeld;
    }

    /// <inheritdoc/>
    public (long InState, long Among) Counted(CompiledModel now, int tick)
    {
        var sample = SampleOf(now, tick, tick);
        return (sample.InTime, sample.Bodies);
    }

    /// <summary>Only that it will be more than a limit becomes certain while nothing happens.</summary>
    public int NextChange(CompiledModel now, int tick)
    {
        if (nextChange == int.MinValue)
        {
            nextChange = isHeld || !WantsCertainty
                ? int.MaxValue
                : Bisection.FirstAfter(tick, model.Until, at => HoldsAt(now, tick, at));
        }

        return nextChange;
    }

    /// <summary>Whether it holds at the end of a tick, if nothing happens between the present and that.</summary>
    private bool HoldsAt(CompiledModel now, int present, int tick)
    {
        var sample = SampleOf(now, present, tick);
        return sample.Bodies > 0 && condition.Holds(sample.Against(condition.BasisPoints), 0);
    }

    private Sample SampleOf(CompiledModel now, int present, int tick)
    {
        var sample = new Sample(time.Span.Minutes);
        foreach (var part in parts)
        {
            var issuedAt = now.Roots[part.Root].Issued;
            if (issuedAt <= present)
            {
                AddAll(ref sample, part, issuedAt, tick);
            }
        }

        return sample;
    }

    private void AddAll(ref Sample sample, Part part, int issuedAt, int tick)
    {
        var urgency = model.Roots[part.Root].Source.Urgency;
        var soFar = new Dictionary<(int Office, int From), int>();
        foreach (var body in part.Bodies)
        {
            ref readonly var moments = ref part.Moments[body];
            var (enabled, ended) = OwnPart(moments);
            if (condition.Measure == GoalMeasure.TimeToRelay && ended == 0 && model.AddresseesOf(part.Root, body).Length == 0)
            {
                continue;
            }

            var from = time.IsOwn ? enabled - 1 : issuedAt;
            if (ended > 0)
            {
                sample.Add(hours is null ? ended - 1 - from : Known(part, body, urgency, from, ended - 1));
            }
            else if (!WantsCertainty || from < 0)
            {
                sample.AddMissing(WantsCertainty ? 0 : null);
            }
            else
            {
                sample.AddMissing(hours is null ? tick + 1 - from : SoFar(body, urgency, from, tick + 1, soFar));
            }
        }
    }

    /// <summary>When the body's own part began and ended, 1 later; 0: not yet.</summary>
    private (int Enabled, int Ended) OwnPart(in Moments moments)
    {
        var (enabled, ended) = condition.Measure switch
        {
            GoalMeasure.TimeToReach => (moments.Sent, moments.Arrived),
            GoalMeasure.TimeToRegister => (moments.Arrived, moments.Registered),
            GoalMeasure.TimeToRelay => (moments.Registered, moments.Relayed),
            GoalMeasure.TimeToComply => (moments.Registered, moments.Complied),
            _ => (moments.Closed, moments.Reported),
        };
        var isKnown = enabled > 0 && enabled <= ended; // by a second paper a body may report before it has closed the first
        return (isKnown || ended == 0 ? enabled : moments.Arrived, ended);
    }

    private int Known(Part part, int body, Urgency urgency, int from, int to)
    {
        ref var known = ref part.InHours[body];
        return known = known == Unknown ? hours!.Minutes(body, urgency, from, to) : known;
    }

    /// <summary>Those with the same hours have the same minutes behind them, as long as no hours have changed.</summary>
    private int SoFar(int body, Urgency urgency, int from, int to, Dictionary<(int Office, int From), int> soFar)
    {
        if (!hours!.IsUnchanged)
        {
            return hours.Minutes(body, urgency, from, to);
        }

        var key = (model.Facts[body].Office, from);
        return soFar.TryGetValue(key, out var minutes) ? minutes
            : soFar[key] = hours.Minutes(body, urgency, from, to);
    }

    private static int[] NothingKnown(int bodies)
    {
        var known = new int[bodies];
        Array.Fill(known, Unknown);
        return known;
    }

    /// <summary>A directive, who of those whom it addresses counts, and when they got where.</summary>
    private sealed record Part(int Root, int[] Bodies, Moments[] Moments, int[] InHours);

    /// <summary>
    /// How the times of bodies stand to a limit. A quantile lies between two neighbours in order (the seventh definition of
    /// Hyndman and Fan, The American Statistician 50, 1996, 361-365), so that of all times no more need be known than how
    /// many lie on each side, and the nearest of each.
    /// </summary>
    private struct Sample(int limit)
    {
        private int less;
        private int more;
        private long nearestLess = long.MinValue;
        private long nearestMore = long.MaxValue;

        internal int Bodies { get; private set; }

        /// <summary>Those that have got there within the limit.</summary>
        internal int InTime { get; private set; }

        internal void Add(int minutes)
        {
            InTime += minutes <= limit ? 1 : 0;
            AddMissing(minutes);
        }

        /// <summary>A body that has not got there, by what it has taken so far; <c>null</c>: as later than all others.</summary>
        internal void AddMissing(int? minutes)
        {
            Bodies++;
            if (minutes is not { } known)
            {
                more++;
            }
            else if (known < limit)
            {
                less++;
                nearestLess = Math.Max(nearestLess, known);
            }
            else if (known > limit)
            {
                more++;
                nearestMore = Math.Min(nearestMore, known);
            }
        }

        /// <summary>Below 0, 0 or above 0, as a quantile is less than the limit, the limit, or more.</summary>
        internal readonly int Against(int basisPoints)
        {
            var (below, part) = Math.DivRem((long)basisPoints * (Bodies - 1), Whole);
            var (first, second) = (SideOf(below), SideOf(below + (part > 0 ? 1 : 0)));
            if (first == second || first == 0 || second == 0)
            {
                return first + second;
            }

            return nearestMore == long.MaxValue ? 1
                : ((nearestLess * Whole) + (part * (nearestMore - nearestLess))).CompareTo((long)limit * Whole);
        }

        /// <summary>On which side of the limit one lies, by its place in order.</summary>
        private readonly int SideOf(long place) => place < less ? -1 : place < Bodies - more ? 0 : 1;
    }
}
