using Simulator.Analysis.Statistics;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Engine;

namespace Simulator.Analysis.Paths;

/// <summary>
/// What other replications say of a critical path: how often it runs through each body, and whether this run was slow.
/// They are others than this run, with the same seed.
/// </summary>
public sealed class PathFrequencies
{
    private readonly Dictionary<int, Estimate> onPath;
    private readonly Dictionary<int, Standing> standings;

    private PathFrequencies(Dictionary<int, Estimate> onPath, Dictionary<int, Standing> standings)
    {
        this.onPath = onPath;
        this.standings = standings;
    }

    /// <summary>How many were played.</summary>
    public required int Replications { get; init; }

    /// <summary>In how many of them the directive came to the end at all.</summary>
    public required int WithEnd { get; init; }

    /// <summary>
    /// Where the directive's end stands: the moment at which as many bodies had complied as in this run, or the issuer
    /// closed. <c>null</c>: it did not in this run.
    /// </summary>
    public required Standing? Directive { get; init; }

    /// <summary>Bodies that were on the path in any, the most often first.</summary>
    public IReadOnlyList<(int Body, Estimate Share)> Bodies =>
    [
        .. onPath.Where(each => each.Value.Value > 0).OrderByDescending(each => each.Value.Value).ThenBy(each => each.Key)
            .Select(each => (each.Key, each.Value)),
    ];

    /// <summary>The share of replications with an end in which a body was on the path, with Wilson's interval.</summary>
    public Estimate? ShareOf(int body) => onPath.GetValueOrDefault(body);

    /// <summary>Where a body's own delay stands; <c>null</c>: it came to no end in this run.</summary>
    public Standing? StandingOf(int body) => standings.GetValueOrDefault(body);

    /// <summary>Plays replications, those after the one that this run is.</summary>
    /// <param name="engine">Plays them.</param>
    /// <param name="order">The run as it was played.</param>
    /// <param name="trace">Its journal.</param>
    /// <param name="root">Place of the directive.</param>
    /// <param name="end">Where the path ends.</param>
    /// <param name="count">How many.</param>
    /// <param name="observer">Told after each how many have ended; <c>null</c>: nobody is.</param>
    /// <param name="cancellation">Gives them up.</param>
    /// <exception cref="RunException">A replication cannot go on.</exception>
    public static async Task<PathFrequencies> Play(
        IEngine engine, RunOrder order, RunTrace trace, int root, PathEnd end, int count, IRunObserver? observer,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(trace);
        IReadOnlyList<int> reach = trace.Model.Directives[root].Reach;
        var hash = trace.Model.Directives[root].ShortHash;
        int[] bodies =
        [
            .. Enumerable.Range(0, trace.Entries.Length).Where(place => trace.Entries[place].Root == hash)
                .Select(trace.BodyAt).Where(body => body >= 0).Concat(reach).Append(trace.IssuerOf(root)).Distinct().Order(),
        ];
        var reducer = new PathReducer(root, end, bodies, reach);
        var others = order with
        {
            Model = trace.Source,
            Options = order.Options with { Replication = order.Options.Replication + 1 },
        };
        var rows = await engine.Replicate(others, count, reducer, observer, cancellation);
        return Of(reducer.RowOf(trace), rows, bodies, reach, end);
    }

    private static PathFrequencies Of(
        double[] here, IReadOnlyList<double[]> rows, int[] bodies, IReadOnlyList<int> reach, PathEnd end)
    {
        var moments = 1 + bodies.Length;
        var standings = Enumerable.Range(0, reach.Count).Where(place => !double.IsNaN(here[moments + place])).ToDictionary(
            place => reach[place],
            place => Standing.Of(here[moments + place], rows.Select(row => row[moments + place])));
        var whole = end == PathEnd.Reported ? here[0] : Last(here, moments, standings.Count);
        return new PathFrequencies(
            bodies.Select((body, place) => (body, Share: Shares.Interval(rows.Select(row => row[1 + place]))))
                .ToDictionary(each => each.body, each => each.Share),
            standings)
        {
            Replications = rows.Count,
            WithEnd = rows.Count(row => !double.IsNaN(row[1])),
            Directive = double.IsNaN(whole) ? null : Standing.Of(
                whole, rows.Select(row => end == PathEnd.Reported ? row[0] : Last(row, moments, standings.Count))),
        };
    }

    /// <summary>When as many had come to their end; NaN: never so many, or none are asked for.</summary>
    private static double Last(double[] row, int moments, int asMany)
    {
        double[] sorted = [.. row.Skip(moments).Where(moment => !double.IsNaN(moment)).Order()];
        return asMany > 0 && sorted.Length >= asMany ? sorted[asMany - 1] : double.NaN;
    }
}
