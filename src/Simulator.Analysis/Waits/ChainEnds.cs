using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Waits;

/// <summary>
/// Finds the entries with which bodies come to the moments of a directive, so that causes can be followed back from there
/// to the first signature. Moments are those of <see cref="ProgressReader"/>; of several entries at one minute that may
/// have brought one about it is the last.
/// </summary>
public sealed class ChainEnds
{
    private readonly RunTrace trace;
    private readonly IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> progress;

    /// <summary>The ends in a journal.</summary>
    /// <param name="trace">The journal.</param>
    public ChainEnds(RunTrace trace)
        : this(trace, ProgressReader.Read(trace))
    {
    }

    internal ChainEnds(RunTrace trace, IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> progress)
    {
        this.trace = trace;
        this.progress = progress;
    }

    /// <summary>The chain from the first signature to a moment of a body; <c>null</c>: it has not come to it.</summary>
    /// <param name="root">Place of the directive in the model.</param>
    /// <param name="body">Index of the body.</param>
    /// <param name="end">The moment.</param>
    public PaperChain? ChainTo(int root, int body, ChainEnd end) =>
        Of(root, body, end) is { } entry ? PaperChain.EndingWith(trace, entry) : null;

    /// <summary>The entry with which a body came to a moment; <c>null</c>: it has not.</summary>
    /// <param name="root">Place of the directive in the model.</param>
    /// <param name="body">Index of the body.</param>
    /// <param name="end">The moment.</param>
    public Entry? Of(int root, int body, ChainEnd end)
    {
        if (!progress[root].TryGetValue(body, out var own) || TickOf(own, end) is not (>= 0 and var tick))
        {
            return null;
        }

        var hash = trace.Model.Directives[root].ShortHash;
        if (end != ChainEnd.Reported && !trace.Model.IsRestructured)
        {
            return OwnAt(hash, body, end, tick);
        }

        Entry? found = null;
        for (var place = FirstAt(tick); place < trace.Entries.Length && trace.Entries[place].Tick == tick; place++)
        {
            ref readonly var entry = ref trace.Entries[place];
            if (entry.Root == hash && trace.BodyAt(place) is >= 0 and var writer && Brings(entry, end)
                && (end == ChainEnd.Reported ? trace.ReporterOf(entry) : trace.OwnerOf(entry, writer)) == body)
            {
                found = entry;
                if (end is ChainEnd.Reached or ChainEnd.Reported)
                {
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>The same where bodies write about their own papers only.</summary>
    private Entry? OwnAt(uint hash, int body, ChainEnd end, int tick)
    {
        var (low, high) = (1U, (uint)trace.CountOf(body) + 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = trace.Of(body, middle).Tick < tick ? (middle + 1, high) : (low, middle);
        }

        Entry? found = null;
        for (; low <= trace.CountOf(body) && trace.Of(body, low).Tick == tick; low++)
        {
            ref readonly var entry = ref trace.Of(body, low);
            if (entry.Root == hash && Brings(entry, end) && (entry.Route == 0 || IsDoneByAnother(entry, end)))
            {
                found = entry;
                if (end == ChainEnd.Reached)
                {
                    break;
                }
            }
        }

        return found;
    }

    private static int TickOf(BodyProgress own, ChainEnd end) => end switch
    {
        ChainEnd.Reached => own.ArrivedAt,
        ChainEnd.Registered => own.RegisteredAt,
        ChainEnd.Assigned => own.HandledAt,
        ChainEnd.Relayed => own.IssuedAt,
        ChainEnd.Complied => own.CompliedAt,
        ChainEnd.WorkEnded => own.WorkEndedAt,
        ChainEnd.Closed => own.ClosedAt,
        ChainEnd.Reported => own.ReportArrivedAt,
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, "There is no such moment."),
    };

    private static bool Brings(in Entry entry, ChainEnd end) => end switch
    {
        ChainEnd.Reached => entry.BringsDirective,
        ChainEnd.Registered => entry.BringsDirective || entry is { Kind: EntryKind.StepEnded, Step: Step.Register },
        ChainEnd.Assigned => entry.BringsDirective || EndsHandling(entry),
        ChainEnd.Relayed => entry.Kind == EntryKind.Issued,
        ChainEnd.WorkEnded => entry is { Kind: EntryKind.StepEnded, Step: Step.CarryOut },
        ChainEnd.Closed => entry.Kind == EntryKind.Closed,
        ChainEnd.Reported => RunTrace.IsReport(entry) && entry.Kind == EntryKind.Arrived,
        _ => entry.BringsDirective || EndsHandling(entry) || entry is { Kind: EntryKind.StepEnded, Step: Step.CarryOut }
            || entry.Kind is EntryKind.Issued or EntryKind.Resumed or EntryKind.Answered or EntryKind.SilencePassed,
    };

    /// <summary>What a body does about a second paper is nothing more, unless it has carried out an assignment by it.</summary>
    private static bool IsDoneByAnother(in Entry entry, ChainEnd end) =>
        end == ChainEnd.Complied && entry is { Kind: EntryKind.StepEnded, Step: Step.CarryOut };

    private static bool EndsHandling(in Entry entry) =>
        entry is { Kind: EntryKind.StepEnded, Step: Step.Register or Step.Assign or Step.Draft };

    private int FirstAt(int tick)
    {
        var (low, high) = (0, trace.Entries.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (trace.Entries[middle].Tick < tick)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
