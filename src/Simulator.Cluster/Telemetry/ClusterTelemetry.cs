using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Simulator.Cluster.Telemetry;

/// <summary>
/// What a silo tells of itself while it plays runs, for those who operate it; docs/telemetry.md says what
/// each number means. Nothing here is ever read back: a run is the same whether anyone listens or not. When
/// nobody does, a round costs a few checks and allocates nothing.
/// </summary>
internal static class ClusterTelemetry
{
    /// <summary>Of our meter and of our activity source.</summary>
    public const string Name = "Simulator.Cluster";

    /// <summary>Begins the name of each of our activities, by which the sampler knows them.</summary>
    public const string ActivityPrefix = "simulator.";

    /// <summary>The instrument of <see cref="Opened"/>.</summary>
    public const string Opening = "simulator.run.opening";

    /// <summary>The instrument of <see cref="Played"/>.</summary>
    public const string Playing = "simulator.run.playing";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Rounds = Meter.CreateCounter<long>(
        "simulator.rounds", "{round}", "Rounds played: ticks at which a region had something due.");

    private static readonly Counter<long> BodyCalls = Meter.CreateCounter<long>(
        "simulator.body.calls", "{call}", "Calls to bodies: a body that has something due, once a round.");

    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>(
        "simulator.deliveries", "{paper}", "Papers handed to bodies.");

    private static readonly Histogram<double> RoundDuration = Meter.CreateHistogram(
        "simulator.round.duration",
        "s",
        "Wall-clock time of a round, from the first call to its last answer.",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries =
                [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
        });

    private static readonly Histogram<double> OpeningTime = Meter.CreateHistogram<double>(
        Opening, "s", "Wall-clock time to activate all bodies of a run.");

    private static readonly Histogram<double> PlayingTime = Meter.CreateHistogram<double>(
        Playing, "s", "Wall-clock time from the first tick of a run to its end.");

    private static readonly Counter<long> Activations = Meter.CreateCounter<long>(
        "simulator.bodies.activated", "{body}", "Bodies activated for runs whose clock is on this silo.");

    private static readonly Counter<long> Epochs = Meter.CreateCounter<long>(
        "simulator.epochs", "{epoch}", "Attempts begun at playing a run: the first and one more after each loss.");

    private static readonly UpDownCounter<long> Runs = Meter.CreateUpDownCounter<long>(
        "simulator.runs", "{run}", "Runs that this silo has the clock of, by state.");

    static ClusterTelemetry()
    {
        Show("simulator.agenda.length", "{wake_up}", "Wake-ups that wait in agendas.", Agenda);
        Show("simulator.papers.under_way", "{paper}", "Papers sent and not yet delivered.", PapersUnderWay);
        Show("simulator.journal.blocks.waiting", "{block}", "Blocks of journals that wait for a reader.", Blocks);
    }

    /// <summary>Wake-ups that wait in the agendas of regions.</summary>
    public static Backlog Agenda { get; } = new();

    /// <summary>Papers sent and not yet delivered.</summary>
    public static Backlog PapersUnderWay { get; } = new();

    /// <summary>
    /// Blocks of journals that nobody has fetched yet; a clock waits when they are too many.
    /// </summary>
    public static Backlog Blocks { get; } = new();

    /// <summary>At the beginning of a round; the value is for <see cref="EndRound"/>.</summary>
    public static long BeginRound() => RoundDuration.Enabled ? Stopwatch.GetTimestamp() : 0;

    /// <summary>At the end of a round.</summary>
    /// <param name="begun">What <see cref="BeginRound"/> gave.</param>
    /// <param name="bodies">Bodies that were called.</param>
    /// <param name="papers">Papers that they were handed.</param>
    public static void EndRound(long begun, int bodies, int papers)
    {
        Rounds.Add(1);
        BodyCalls.Add(bodies);
        Deliveries.Add(papers);
        if (begun != 0)
        {
            RoundDuration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        }
    }

    /// <summary>All bodies of an attempt are there.</summary>
    public static void Opened(int bodies, TimeSpan time)
    {
        Activations.Add(bodies);
        OpeningTime.Record(time.TotalSeconds);
    }

    /// <summary>A run has come to its end.</summary>
    public static void Played(TimeSpan time) => PlayingTime.Record(time.TotalSeconds);

    /// <summary>
    /// A run came to another of the <see cref="RunStates"/>; null: it is new, or it is forgotten.
    /// </summary>
    public static void MoveRun(string? from, string? to)
    {
        if (from is not null)
        {
            Runs.Add(-1, new KeyValuePair<string, object?>("simulator.run.state", from));
        }

        if (to is not null)
        {
            Runs.Add(1, new KeyValuePair<string, object?>("simulator.run.state", to));
        }
    }

    /// <summary>One attempt at a run; counts it too. Dispose it at its end; null: nobody listens.</summary>
    public static Activity? StartEpoch(string run, long epoch)
    {
        Epochs.Add(1);
        var activity = Source.StartActivity(ActivityPrefix + "epoch");
        activity?.SetTag("simulator.run.id", run).SetTag("simulator.epoch", epoch);
        return activity;
    }

    /// <summary>
    /// A stretch of rounds, as many as the caller finds worth a line (not one a round).
    /// </summary>
    /// <param name="run">The run's name.</param>
    /// <param name="tick">The tick played before it; -1: none.</param>
    /// <param name="within">
    /// The <see cref="Activity.Id"/> of the attempt: turns of a clock have no activity around them by
    /// themselves.
    /// </param>
    public static Activity? StartSlice(string run, int tick, string? within)
    {
        var activity = Source.StartActivity(ActivityPrefix + "slice", ActivityKind.Internal, within);
        activity?.SetTag("simulator.run.id", run).SetTag("simulator.tick", tick);
        return activity;
    }

    private static void Show(string name, string unit, string description, Backlog backlog) =>
        Meter.CreateObservableUpDownCounter(name, () => backlog.Total, unit, description);
}
