using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Analysis.Waits;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Paths;

/// <summary>
/// The chain of causes from the first signature of a directive to its end: had any of its legs been shorter and nothing
/// else changed, the end would have been earlier. Its legs join without a gap, so that its length is the makespan.
/// </summary>
public sealed class CriticalPath
{
    private readonly RunTrace trace;
    private readonly int root;
    private readonly Slack slack;
    private readonly HashSet<int> places;

    private CriticalPath(RunTrace trace, int root, Slack slack, HashSet<int> places)
    {
        this.trace = trace;
        this.root = root;
        this.slack = slack;
        this.places = places;
    }

    /// <summary>From first to last.</summary>
    public required IReadOnlyList<PathLeg> Legs { get; init; }

    /// <summary>Index of the body at which it ends.</summary>
    public required int Body { get; init; }

    /// <summary>The tick at which it begins: that of the issue.</summary>
    public required int Start { get; init; }

    /// <summary>The tick at which it ends.</summary>
    public required int End { get; init; }

    /// <summary>Whether the issuer had not closed by the end of the run, so that the end is its last report so far.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Who would have been last without the last; <c>null</c>: nobody, or the end is no last of several.</summary>
    public RunnerUp? Next { get; init; }

    /// <summary>Elapsed minutes from the issue to the end.</summary>
    public int Makespan => End - Start;

    /// <summary>The path of a directive; <c>null</c>: it has no such end in this run.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="root">Place of the directive in the model.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="progress">Gives what is known of it at the end of the run; <c>null</c>: it is read again.</param>
    public static CriticalPath? Find(
        RunTrace trace, int root, PathEnd end, Func<IReadOnlyDictionary<int, BodyProgress>>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var joins = Task.Run(() => JoinReader.Read(trace)); // which needs nothing of what the end is found by
        var ends = end == PathEnd.Complied
            ? PathEnds.LastCompliance(trace, root, progress?.Invoke())
            : PathEnds.LastReport(trace, root);
        var reader = joins.GetAwaiter().GetResult();
        return ends is null ? null : Find(trace, reader, root, ends);
    }

    /// <summary>Indices of the bodies through which it runs.</summary>
    public IReadOnlySet<int> Through => field ??= places.Select(trace.BodyAt).Where(body => body >= 0).ToHashSet();

    /// <summary>
    /// By how many minutes the entry at a place could have come later; <c>null</c>: the end waited for nothing that
    /// follows from it.
    /// </summary>
    /// <param name="place">Place in <see cref="RunTrace.Entries"/>.</param>
    public int? SlackAt(int place) => slack[place] == Slack.None ? null : slack[place];

    /// <summary>Whether the entry at a place is on the path.</summary>
    /// <param name="place">Place in <see cref="RunTrace.Entries"/>.</param>
    public bool Holds(int place) => places.Contains(place);

    /// <summary>The slack of every body that wrote anything about the directive, the least first.</summary>
    public IReadOnlyList<BodySlack> Bodies()
    {
        var hash = trace.Model.Directives[root].ShortHash;
        var (least, isOnPath) = (new int[trace.Model.Bodies.Count], new bool[trace.Model.Bodies.Count]);
        Array.Fill(least, -1);
        for (var place = 0; place < trace.Entries.Length; place++)
        {
            if (trace.Entries[place].Root == hash && trace.BodyAt(place) is >= 0 and var body)
            {
                least[body] = least[body] < 0 ? slack[place] : Math.Min(least[body], slack[place]);
                isOnPath[body] |= places.Contains(place);
            }
        }

        return
        [
            .. Enumerable.Range(0, least.Length).Where(body => least[body] >= 0)
                .OrderBy(body => least[body]).ThenByDescending(body => isOnPath[body]).ThenBy(body => body)
                .Select(body => new BodySlack(body, least[body] == Slack.None ? null : least[body], isOnPath[body])),
        ];
    }

    /// <summary>The slack of every paper of the directive that arrived, directives and reports, in the order of arrival.</summary>
    public IEnumerable<PaperSlack> Papers()
    {
        var hash = trace.Model.Directives[root].ShortHash;
        for (var place = 0; place < trace.Entries.Length; place++)
        {
            var entry = trace.Entries[place];
            if (entry.Root == hash && entry.Kind == EntryKind.Arrived
                && (entry.BringsDirective || entry.What == (byte)PaperClass.Report))
            {
                yield return new PaperSlack(
                    entry, trace.Model.IndexOf(entry.CauseBody), trace.BodyAt(place), SlackAt(place), Holds(place));
            }
        }
    }

    private static CriticalPath Find(RunTrace trace, JoinReader reader, int root, PathEnds ends)
    {
        var slack = Slack.Before(trace, reader.Joins, ends.WaitedFor);
        var issued = trace.Model.Directives[root].Issued;
        var path = BackFrom(trace, reader, ends.Last, issued);
        var runnersUp = new RunnersUp(trace, slack, [.. reader.Joins, .. ends.Beside], path);
        var splitter = new WaitSplitter(trace);
        var legs = path.Zip(path.Skip(1), (from, to) =>
        {
            var leg = PaperChain.Between(trace, trace.Entries[from], trace.Entries[to]);
            return new PathLeg(leg, PartsOf(splitter, leg), runnersUp.At(to));
        });
        var first = trace.Entries[path[0]];
        return new CriticalPath(trace, root, slack, [.. path])
        {
            Legs = first.Tick == issued ? [.. legs] : [Until(trace, root, first, runnersUp.At(path[0])), .. legs],
            Body = ends.Body,
            Start = issued,
            End = trace.Entries[ends.Last].Tick,
            IsOpen = ends.IsOpen,
            Next = runnersUp.Of(ends.Next),
        };
    }

    /// <summary>Places in the journal, each the cause of the next, none from before the issue.</summary>
    private static List<int> BackFrom(RunTrace trace, JoinReader reader, int last, int issued)
    {
        var path = new List<int>();
        for (var place = last; place >= 0 && trace.Entries[place].Tick >= issued; place = reader.BeforeIt(place))
        {
            path.Add(place);
        }

        path.Reverse();
        return path;
    }

    /// <summary>
    /// What set the end going need not follow from the issue: an intervention does not, nor a recall, nor another directive.
    /// Until then nothing of this one mattered.
    /// </summary>
    private static PathLeg Until(RunTrace trace, int root, in Entry first, RunnerUp? runnerUp)
    {
        var issued = trace.Model.Directives[root].Issued;
        var leg = new Leg
        {
            Body = trace.BodyOf(first) is >= 0 and var body ? body : trace.IssuerOf(root),
            Entry = first,
            From = issued,
            Started = issued,
            HeldUntil = issued,
            WaitInHours = 0,
            WaitOffHours = 0,
            Work = 0,
            WorkPaused = 0,
        };
        return new PathLeg(leg, [new WaitPart(WaitReason.Decision, leg.Elapsed)], runnerUp);
    }

    /// <summary>A time that counts from elsewhere than from the cause has one reason alone.</summary>
    private static WaitPart[] PartsOf(WaitSplitter splitter, Leg leg)
    {
        Span<WaitPart> parts = stackalloc WaitPart[WaitReasons.Count];
        var count = splitter.Split(leg.Entry, parts);
        return leg.Elapsed == 0 ? []
            : count == 1 ? [parts[0] with { Minutes = leg.Elapsed }]
            : [.. parts[..count]];
    }
}
