using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Paths;

/// <summary>The end of a directive: the entry that decided it, and all that it waited for. Places in the journal.</summary>
internal sealed class PathEnds
{
    /// <summary>The entry that came last.</summary>
    internal required int Last { get; init; }

    /// <summary>Index of the body that it is about.</summary>
    internal required int Body { get; init; }

    /// <summary>All that the end waited for, each with how much earlier than the end it came.</summary>
    internal required IReadOnlyList<(int Place, int Gap)> WaitedFor { get; init; }

    /// <summary>What the end of <see cref="Body"/> itself waited for beside <see cref="Last"/>.</summary>
    internal IReadOnlyList<Join> Beside { get; init; } = [];

    /// <summary>What would have been last without <see cref="Body"/>; -1: nothing.</summary>
    internal int Next { get; init; } = -1;

    /// <summary>Whether the issuer has not closed.</summary>
    internal bool IsOpen { get; init; }

    /// <summary>
    /// The last compliance; of several at one minute that of the body that comes first in the order of the model.
    /// <c>null</c>: nobody complied.
    /// </summary>
    internal static PathEnds? LastCompliance(RunTrace trace, int root, IReadOnlyDictionary<int, BodyProgress>? progress = null)
    {
        var compliances = Compliances.Read(trace, root, progress);
        var inOrder = compliances.All.OrderByDescending(each => each.Tick).ThenBy(each => each.Body).ToList();
        if (inOrder.Count == 0)
        {
            return null;
        }

        var (body, end) = inOrder[0];
        var last = DecidedBy(trace, compliances, inOrder[0]);
        return new PathEnds
        {
            Last = last,
            Body = body,
            Beside = [.. compliances.Of(body).Select(place => new Join(place, last, end - trace.Entries[place].Tick))],
            WaitedFor =
            [
                .. inOrder.SelectMany(each => compliances.Of(each.Body))
                    .Select(place => (place, end - trace.Entries[place].Tick)),
            ],
            Next = inOrder.Count > 1 ? DecidedBy(trace, compliances, inOrder[1]) : -1,
        };
    }

    /// <summary>
    /// The issuer's closing; where it has not closed, the last report that it has taken in. <c>null</c>: there is neither.
    /// </summary>
    internal static PathEnds? LastReport(RunTrace trace, int root)
    {
        var hash = trace.Model.Directives[root].ShortHash;
        var (issuer, reports) = (trace.IssuerOf(root), new List<int>());
        var takesIn = trace.Model.Kinds[trace.Model.FactsOf(issuer).Kind].Takes(Step.RegisterReport);
        for (var place = 0; place < trace.Entries.Length; place++)
        {
            ref readonly var entry = ref trace.Entries[place];
            if (entry.Root != hash || trace.BodyAt(place) < 0 || trace.OwnerOf(entry) != issuer)
            {
                continue;
            }

            if (entry.Kind == EntryKind.Closed)
            {
                return new PathEnds { Last = place, Body = issuer, WaitedFor = [(place, 0)] };
            }

            if (takesIn
                ? entry is { Kind: EntryKind.StepEnded, Step: Step.RegisterReport }
                    && trace.TryCause(entry, out var arrival) && RunTrace.IsReport(arrival)
                : entry.Kind == EntryKind.Arrived && RunTrace.IsReport(entry))
            {
                reports.Add(place);
            }
        }

        return reports.Count == 0 ? null : new PathEnds
        {
            Last = reports[^1],
            Body = issuer,
            WaitedFor = [.. reports.Select(place => (place, trace.Entries[reports[^1]].Tick - trace.Entries[place].Tick))],
            Next = reports.Count > 1 ? reports[^2] : -1,
            IsOpen = true,
        };
    }

    private static int DecidedBy(RunTrace trace, Compliances compliances, (int Body, int Tick) complied) =>
        compliances.Of(complied.Body).Last(place => trace.Entries[place].Tick == complied.Tick);
}
