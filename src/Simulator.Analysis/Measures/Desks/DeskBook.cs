using System.Runtime.InteropServices;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures.Desks;

/// <summary>
/// What lay at which desk of which body, from when until when, as one run tells: the papers of directives, and not the other
/// papers of the day, which leave no entries (adr/0002).
/// </summary>
public sealed class DeskBook
{
    private readonly DeskStay[] stays; // by body
    private readonly int[] starts;

    private DeskBook(RunTrace trace, DeskStay[] stays, int[] starts, int from, int until) =>
        (Trace, this.stays, this.starts, From, Until) = (trace, stays, starts, from, until);

    /// <summary>The journal.</summary>
    public RunTrace Trace { get; }

    /// <summary>When the first directive was issued; the end of the run if none was.</summary>
    public int From { get; }

    /// <summary>The last tick of the run.</summary>
    public int Until { get; }

    /// <summary>All pieces of work, by body.</summary>
    public ReadOnlySpan<DeskStay> Stays => stays;

    /// <summary>The book of a run.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="progress">By directive, what <see cref="ProgressReader"/> has read from all of it.</param>
    /// <param name="until">The last tick of the run.</param>
    /// <param name="roots">Places of the directives whose papers count; <c>null</c>: all.</param>
    public static DeskBook Of(
        RunTrace trace, IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> progress, int until,
        IReadOnlySet<int>? roots = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(progress);
        var read = DeskReader.Read(trace, progress, until);
        if (roots is not null)
        {
            read.RemoveAll(stay => !roots.Contains(stay.Root));
        }

        var starts = new int[trace.Model.Bodies.Count + 1];
        foreach (ref readonly var stay in CollectionsMarshal.AsSpan(read))
        {
            starts[stay.Body + 1]++;
        }

        for (var body = 0; body < trace.Model.Bodies.Count; body++)
        {
            starts[body + 1] += starts[body];
        }

        var next = (int[])starts.Clone();
        var stays = new DeskStay[read.Count];
        foreach (ref readonly var stay in CollectionsMarshal.AsSpan(read))
        {
            stays[next[stay.Body]++] = stay;
        }

        var from = trace.Model.Directives
            .Where((each, place) => each.IsIssued && each.Issued <= until && roots?.Contains(place) != false)
            .Select(each => each.Issued).DefaultIfEmpty(until).Min();
        return new DeskBook(trace, stays, starts, from, until);
    }

    /// <summary>What lay at a body, all that is not done in the run last.</summary>
    /// <param name="body">Index of the body.</param>
    public ReadOnlySpan<DeskStay> Of(int body) => stays.AsSpan(starts[body]..starts[body + 1]);

    /// <summary>The curve of a body.</summary>
    /// <param name="body">Index of the body.</param>
    /// <param name="post">One of its posts; <c>null</c>: all.</param>
    public BacklogCurve CurveOf(int body, Post? post = null) => BacklogCurve.Of(At(Of(body), post));

    /// <summary>The curve of several bodies together.</summary>
    /// <param name="bodies">Indices of the bodies.</param>
    /// <param name="post">One of their posts; <c>null</c>: all.</param>
    public BacklogCurve CurveOf(IEnumerable<int> bodies, Post? post = null)
    {
        ArgumentNullException.ThrowIfNull(bodies);
        var together = new List<DeskStay>();
        foreach (var body in bodies)
        {
            together.AddRange(At(Of(body), post));
        }

        return BacklogCurve.Of(CollectionsMarshal.AsSpan(together));
    }

    private static ReadOnlySpan<DeskStay> At(ReadOnlySpan<DeskStay> stays, Post? post)
    {
        if (post is null)
        {
            return stays;
        }

        var found = new List<DeskStay>();
        foreach (ref readonly var stay in stays)
        {
            if (stay.Post == post)
            {
                found.Add(stay);
            }
        }

        return CollectionsMarshal.AsSpan(found);
    }
}
