using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Waits;

/// <summary>
/// Why a directive took so long, body by body and document by document. A body's stretch goes from the arrival of its paper
/// to its compliance and lies at that body alone, so that stretches can be added over bodies. A document's goes from the
/// decision to relay, or the issue of the directive, to its registration by one addressee; it lies at both, and is kept apart.
/// </summary>
public sealed class WaitTable
{
    private readonly RunTrace trace;
    private readonly int root;
    private readonly int at;
    private readonly IReadOnlyDictionary<int, BodyProgress> progress;
    private readonly ChainEnds ends;
    private readonly WayBack way;
    private readonly OpenWaits open;

    private WaitTable(
        RunTrace trace, int root, IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> progress, int at, WaitSplitter splitter)
    {
        this.trace = trace;
        this.root = root;
        this.at = at;
        this.progress = progress[root];
        ends = new ChainEnds(trace, progress);
        way = new WayBack(trace, splitter);
        open = new OpenWaits(trace, root, at, splitter);
        var holdUps = HoldUp.Of(trace, root, progress[root], at).ToLookup(each => each.Body);
        var reach = trace.Model.Directives[root].Reach;
        Bodies = [.. reach.Select(body => OfBody(body, holdUps[body])).OfType<Wait>()];
        EndedOtherwise = reach.Count(body => this.progress.GetValueOrDefault(body) is { ArrivedAt: >= 0 }) - Bodies.Count;
        Documents = [.. reach.Select(body => OfDocument(body, holdUps[body])).OfType<Wait>()];
    }

    /// <summary>Of each addressed body that has complied, or that has the paper and is held up; in the order of the model.</summary>
    public IReadOnlyList<Wait> Bodies { get; }

    /// <summary>
    /// How many have the paper, have not complied and wait for nothing: it was done in part or otherwise, not approved, left
    /// out, dropped or withdrawn.
    /// </summary>
    public int EndedOtherwise { get; }

    /// <summary>Of the paper to each addressed body that was sent one; in the order of the model.</summary>
    public IReadOnlyList<Wait> Documents { get; }

    /// <summary>The table of a directive.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="root">Place of the directive in the model.</param>
    /// <param name="progress">Progress at the moment, by directive.</param>
    /// <param name="at">The moment, a tick.</param>
    /// <param name="splitter">The journal's splitter; <c>null</c>: a new one.</param>
    public static WaitTable Of(
        RunTrace trace, int root, IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> progress, int at,
        WaitSplitter? splitter = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(progress);
        return new WaitTable(trace, root, progress, at, splitter ?? new WaitSplitter(trace));
    }

    /// <summary>The minutes of some waits together.</summary>
    /// <param name="waits">The waits.</param>
    public static WaitSum Together(IEnumerable<Wait> waits)
    {
        ArgumentNullException.ThrowIfNull(waits);
        var sum = new WaitSum();
        foreach (var wait in waits)
        {
            sum.Add(wait.Sum);
        }

        return sum;
    }

    private Wait? OfBody(int body, IEnumerable<HoldUp> holdUps)
    {
        if (progress.GetValueOrDefault(body) is not { ArrivedAt: >= 0 } own)
        {
            return null;
        }

        if (ends.Of(root, body, ChainEnd.Complied) is { } complied)
        {
            return new Wait
            {
                Body = body,
                Sender = own.PaperFrom,
                From = own.ArrivedAt,
                To = complied.Tick,
                Sum = way.From(own.ArrivedAt, complied),
            };
        }

        // What was done in part, not approved, left out or came as something else is not waited for; nor is what is withdrawn.
        if (own.State == ProgressState.Withdrawn || Deciding(holdUps, own) is not { } holdUp)
        {
            return null;
        }

        return new Wait
        {
            Body = body,
            Sender = own.PaperFrom,
            From = own.ArrivedAt,
            To = at,
            Sum = Until(own.ArrivedAt, holdUp),
            Open = holdUp.Cause,
        };
    }

    /// <summary>Of several that stand between a body and its compliance the one that lies longest, what lies aside first.</summary>
    private static HoldUp? Deciding(IEnumerable<HoldUp> holdUps, BodyProgress own) => holdUps
        .Where(each => OpenWaits.HindersCompliance(each, own))
        .OrderBy(each => each.Since).ThenBy(each => OpenWaits.ReasonOf(each.Cause) == WaitReason.Stall ? 0 : 1)
        .FirstOrDefault();

    private WaitSum Until(int from, HoldUp holdUp)
    {
        var sum = new WaitSum();
        if (open.Enabling(holdUp) is { } enabling && enabling.Tick >= from)
        {
            sum = way.From(from, enabling);
            open.Add(sum, holdUp, enabling);
        }
        else
        {
            sum.Add(OpenWaits.ReasonOf(holdUp.Cause) ?? WaitReason.Decision, at - from);
        }

        return sum;
    }

    private Wait? OfDocument(int body, IEnumerable<HoldUp> holdUps)
    {
        if (ends.Of(root, body, ChainEnd.Registered) is { } registered)
        {
            var (sender, from) = Decided(registered);
            return new Wait
            {
                Body = body,
                Sender = sender,
                From = from,
                To = registered.Tick,
                Sum = way.From(from, registered),
            };
        }

        if (ends.Of(root, body, ChainEnd.Reached) is { } reached)
        {
            var (sender, from) = Decided(reached);
            return holdUps.FirstOrDefault(each => each.Since <= at && OpenWaits.HindersRegistration(each)) is { } holdUp
                ? new Wait { Body = body, Sender = sender, From = from, To = at, Sum = Until(from, holdUp), Open = holdUp.Cause }
                : null;
        }

        return holdUps.FirstOrDefault() is not { Since: var since } first ? null : new Wait
        {
            Body = body,
            Sender = -1,
            From = since,
            To = at,
            Sum = Until(since, first),
            Open = first.Cause,
        };
    }

    /// <summary>Whose paper it is that came, and when it was issued or the relay of it decided.</summary>
    private (int Sender, int From) Decided(in Entry came)
    {
        var entry = came;
        while (!(entry.Kind == EntryKind.Issued) && trace.TryCause(entry, out var cause))
        {
            entry = cause;
        }

        var sender = trace.OwnerOf(entry);
        return (sender, sender == trace.IssuerOf(root) ? entry.Tick : HandledBefore(entry, sender));
    }

    /// <summary>When the handling ended that led to an issue; the issue itself, if it was fixed to a moment before.</summary>
    private int HandledBefore(in Entry issued, int sender)
    {
        var handled = issued.Route == 0 || trace.Model.IsRestructured ? progress.GetValueOrDefault(sender)?.HandledAt ?? -1 : -1;
        var last = trace.Model.Kinds[trace.Model.FactsOf(sender).Kind].HandlingEnds;
        for (var sequence = issued.Sequence - 1; handled < 0 && sequence > 0; sequence--)
        {
            ref readonly var entry = ref trace.Of(trace.BodyOf(issued), sequence);
            handled = entry.Kind == EntryKind.StepEnded && entry.Step == last
                && (entry.Root, entry.Route) == (issued.Root, issued.Route) ? entry.Tick : -1;
        }

        return handled >= 0 && handled <= issued.Tick ? handled : issued.Tick;
    }
}
