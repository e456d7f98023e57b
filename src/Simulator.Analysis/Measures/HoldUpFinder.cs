using System.Numerics;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures;

/// <summary>Finds where one directive is held up at a moment.</summary>
internal sealed partial class HoldUpFinder(
    RunTrace trace, int root, IReadOnlyDictionary<int, BodyProgress> progress, int at)
{
    private readonly CompiledModel model = trace.Model;
    private readonly CompiledDirective directive = trace.Model.Directives[root];
    private bool countsBelow = true;

    internal IReadOnlyList<HoldUp> Find()
    {
        var found = new List<HoldUp>();
        var lost = LostTo();
        var sent = SentTo();
        foreach (var body in directive.Reach)
        {
            var own = progress.GetValueOrDefault(body);
            if (own is null || own.ArrivedAt < 0)
            {
                if (own is { UnseenAt: >= 0 and var since })
                {
                    found.Add(At(body, Step.None, since, HoldUpCause.Unseen, 1, Unreached(body) + 1));
                }
                else if (lost.TryGetValue(model.FactsOf(body).Hash >> 16, out var tick))
                {
                    found.Add(At(body, Step.None, tick, HoldUpCause.PaperLost, 1, Unreached(body) + 1));
                }
                else if (sent.TryGetValue(body, out tick))
                {
                    found.Add(At(body, Step.None, tick, HoldUpCause.UnderWay, 1, Unreached(body) + 1));
                }
            }
            else
            {
                found.AddRange(InPlace(own, Of(body, own)));
            }
        }

        if (progress.GetValueOrDefault(trace.IssuerOf(root)) is { ClosedAt: < 0, IssuedAt: >= 0 } issuer)
        {
            var waiting = Reporters(issuer).Length > 0 ? AwaitingReports(issuer) : [];
            found.AddRange(InPlace(issuer, [.. OwnWork(issuer.Body, issuer), .. waiting]));
        }

        return [.. found.OrderByDescending(each => each.WaitingBelow).ThenBy(each => each.Since)
            .ThenBy(each => model.FactsOf(each.Body).Rank)];
    }

    private IEnumerable<HoldUp> Of(int body, BodyProgress own)
    {
        var kind = model.Kinds[model.FactsOf(body).Kind];
        var relays = AddresseesOf(body).Length > 0;
        if (own.Flight is { IsWithdrawn: true })
        {
            yield break;
        }

        if (own.Flight is { AsksSince: >= 0 and var asks })
        {
            yield return At(body, Step.Clarify, asks, HoldUpCause.AwaitsClarification, 1, Unreached(body));
            yield break;
        }

        if (own.RegisteredAt < 0)
        {
            yield return AtStep(body, Step.Register, own.ArrivedAt, Unreached(body));
            yield break;
        }

        foreach (var holdUp in Questions(body, own))
        {
            yield return holdUp;
        }

        if (own.HandledAt < 0 && own.OpenQuestions.Exists(question => question.IsOpinion))
        {
            yield break;
        }

        if (own.HandledAt < 0)
        {
            yield return AtStep(body, Step.Assign, own.RegisteredAt, Unreached(body));
            yield break;
        }

        if (relays && own.IssuedAt < 0 && (own.IsRelayAside || own.IsRelayIgnored))
        {
            var cause = own.IsRelayAside ? HoldUpCause.RelayLaidAside : HoldUpCause.RelayIgnored;
            yield return At(body, Step.None, own.HandledAt, cause, 1, Unreached(body));
        }
        else if (relays && own.IssuedAt < 0)
        {
            var (step, since) = RelayStep(body, own, kind);
            yield return AtStep(body, step, since, Unreached(body));
        }

        if (own.ClosedAt >= 0 && own.ReportArrivedAt < 0 && directive.Flight is not { IsQuiet: true })
        {
            yield return Report(body, own, kind);
        }

        foreach (var owed in Contributions(body, own, kind))
        {
            yield return owed;
        }

        var work = OwnWork(body, own).ToList();
        foreach (var holdUp in work)
        {
            yield return holdUp;
        }

        if (work.TrueForAll(each => HasEnded(each.Cause)) && own.ClosedAt < 0
            && (own.IssuedAt >= 0 || Collects(body)) && directive.Flight is not { IsQuiet: true })
        {
            foreach (var holdUp in AwaitingReports(own))
            {
                yield return holdUp;
            }
        }
    }

    private static bool HasEnded(HoldUpCause cause) =>
        cause is HoldUpCause.Ignored or HoldUpCause.Refused or HoldUpCause.GaveWay or HoldUpCause.LeftOut or HoldUpCause.DoneOtherwise;

    /// <summary>Own assignments that are laid aside, that will not be done, and that are not done yet.</summary>
    private IEnumerable<HoldUp> OwnWork(int body, BodyProgress own)
    {
        var since = own.HandledAt >= 0 ? own.HandledAt : own.IssuedAt;
        if (own.Stalled != 0)
        {
            yield return At(
                body, Step.CarryOut, since, HoldUpCause.LaidAside, BitOperations.PopCount(own.Stalled), 0);
        }

        if (own.Ignored != 0)
        {
            yield return At(body, Step.CarryOut, since, HoldUpCause.Ignored, BitOperations.PopCount(own.Ignored), 0);
        }

        if (own.Refused != 0)
        {
            yield return At(body, Step.Ask, since, HoldUpCause.Refused, BitOperations.PopCount(own.Refused), 0);
        }

        if (own.GaveWay != 0)
        {
            yield return At(body, Step.CarryOut, since, HoldUpCause.GaveWay, BitOperations.PopCount(own.GaveWay), 0);
        }

        if (own.AwaitingRulings != 0)
        {
            yield return Ruling(body, own);
        }

        if (own.LeftOut != 0)
        {
            yield return At(body, Step.None, since, HoldUpCause.LeftOut, BitOperations.PopCount(own.LeftOut), 0);
        }

        if (own.Otherwise != 0)
        {
            yield return At(
                body, Step.CarryOut, since, HoldUpCause.DoneOtherwise, BitOperations.PopCount(own.Otherwise), 0);
        }

        if (own.AwaitingInputs != 0)
        {
            yield return At(body, Step.CarryOut, since, HoldUpCause.AwaitsInputs, own.InputsMissing, 0);
        }

        var open = own.Own
            & ~(own.AwaitingInputs | own.Done | own.Partly | own.Ignored | own.Stalled | own.Otherwise | own.LeftOut
                | own.Refused | own.GaveWay | own.AwaitingRulings | AskedFor(own));
        if (open != 0 && !countsBelow)
        {
            foreach (var holdUp in OpenAtDesks(body, own, since, open))
            {
                yield return holdUp;
            }
        }
        else if (open != 0)
        {
            yield return Open(body, own, since, open);
        }
    }

    /// <summary>Each question that is open, with who is being asked.</summary>
    private IEnumerable<HoldUp> Questions(int body, BodyProgress own) => own.OpenQuestions
        .GroupBy(question => (question.IsPassedUp, question.IsOpinion))
        .Select(group => At(
            body, Step.Ask, group.Min(question => question.Since),
            group.Key.IsPassedUp ? HoldUpCause.AwaitsAnswer
                : group.Key.IsOpinion ? HoldUpCause.AwaitsOpinion
                : HoldUpCause.AwaitsApproval,
            group.Count(), group.Key.IsOpinion ? Unreached(body) : 0) with
        {
            Whom = own.PaperFrom,
        });

    private (Step Step, int Since) RelayStep(int body, BodyProgress own, CompiledKind kind)
    {
        var (step, since) = NextStep(body, kind, own.HandledAt, Step.Draft, Step.Sign, Step.Issue);
        return step == Step.None ? (Step.Issue, since) : (step, since);
    }

    /// <summary>The first of some steps, one after another, that has not ended; none: all have.</summary>
    private (Step Step, int Since) NextStep(int body, CompiledKind kind, int from, params ReadOnlySpan<Step> way)
    {
        var (last, since) = LastStep(body, body, from, way);
        foreach (var holder in progress[body].Holders)
        {
            if (First(way, last, kind) == Step.None)
            {
                break;
            }

            // What was half done when it was handed over is begun again.
            kind = model.Kinds[model.FactsOf(holder).Kind];
            (last, since) = LastStep(body, holder, from, way);
        }

        return (First(way, last, kind), since);
    }

    private static Step First(ReadOnlySpan<Step> way, Step after, CompiledKind kind)
    {
        foreach (var step in way)
        {
            if (step > after && kind.Takes(step))
            {
                return step;
            }
        }

        return Step.None;
    }

    /// <summary>The last of some steps that has ended on the paper of a body at whoever has it, and when.</summary>
    private (Step Step, int At) LastStep(int body, int holder, int from, ReadOnlySpan<Step> way)
    {
        var (last, since) = (Step.None, from);
        for (var sequence = 1U; sequence <= trace.CountOf(holder); sequence++)
        {
            ref readonly var entry = ref trace.Of(holder, sequence);
            if (entry.Tick <= at && entry.Root == directive.ShortHash && entry.Kind == EntryKind.StepEnded
                && entry.Tick >= from && trace.OwnerOf(entry) == body && way.Contains(Signed(entry.Step)))
            {
                (last, since) = (Signed(entry.Step), entry.Tick);
            }
        }

        return (last, since);
    }

    /// <summary>Whoever signs, it is signed.</summary>
    private static Step Signed(Step step) =>
        step is Step.SignByOrder or Step.SignByAuthorisation ? Step.Sign : step;

    private HoldUp AtStep(int body, Step step, int since, int below)
    {
        var hours = model.PostOf(HolderOf(body), step)?.HoursFor(directive.Source.Urgency);
        var cause = hours is null || hours.IsOpen(at) ? HoldUpCause.AtStep : HoldUpCause.OffHours;
        return At(body, step, Math.Max(since, TakenUpAt(body)), cause, 1, below);
    }

    private HoldUp At(int body, Step step, int since, HoldUpCause cause, int count, int below) => new()
    {
        Body = body,
        Step = step,
        Since = since,
        Cause = cause,
        Count = count,
        WaitingBelow = below,
        InHandsOf = HolderOf(body) is var holder && holder != body ? holder : -1,
    };

    /// <summary>Bodies that its relay, and the relays after it, would reach and that nothing has reached.</summary>
    private int Unreached(int body)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int>(countsBelow ? [body] : []);
        while (open.TryPop(out var next))
        {
            foreach (var addressee in AddresseesOf(next))
            {
                if (!(progress.GetValueOrDefault(addressee)?.ArrivedAt >= 0) && seen.Add(addressee))
                {
                    open.Push(addressee);
                }
            }
        }

        return seen.Count;
    }

    private Dictionary<ulong, int> LostTo()
    {
        var lost = new Dictionary<ulong, int>();
        foreach (ref readonly var entry in trace.Entries)
        {
            if (entry.Kind == EntryKind.Lost && entry.Tick <= at && entry.Root == directive.ShortHash
                && ((PaperClass)entry.What).BringsDirective())
            {
                lost[((ulong)entry.A << 24) | (uint)entry.B] = entry.Tick;
            }
        }

        return lost;
    }

    /// <summary>When a paper was sent to each body, by whoever relays to it first.</summary>
    private Dictionary<int, int> SentTo()
    {
        var sent = new Dictionary<int, int>();
        foreach (var own in progress.Values.Where(own => own.IssuedAt >= 0).OrderBy(own => own.IssuedAt))
        {
            foreach (var addressee in AddresseesOf(own.Body))
            {
                sent.TryAdd(addressee, own.IssuedAt);
            }
        }

        return sent;
    }

    private uint Answered(int body)
    {
        var mask = 0U;
        for (var sequence = 1U; sequence <= trace.CountOf(body); sequence++)
        {
            ref readonly var entry = ref trace.Of(body, sequence);
            if (entry.Tick <= at && entry.Root == directive.ShortHash && entry.Kind == EntryKind.Arrived
                && entry.What == (byte)PaperClass.Answer)
            {
                mask |= 1U << entry.Item;
            }
        }

        return mask;
    }
}
