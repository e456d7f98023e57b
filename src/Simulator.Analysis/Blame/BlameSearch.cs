using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Blame;

/// <summary>
/// Finds what the waits of a run have caused: it plays the run again with one of them removed, and again. It begins
/// with the waits on the way to those who were last, and with everything of a sort; what makes a difference is taken
/// apart, the greatest first, and what makes none is not.
/// </summary>
public sealed class BlameSearch
{
    /// <summary>How many runs are chosen at a time, whatever the threads, so that these have no effect on what is found.</summary>
    private const int Wave = 8;

    /// <summary>What is played in all where nobody says how many runs, and between how many of them.</summary>
    private const long WorkInAll = 15_000_000;
    private const int FewestRuns = 16;
    private const int MostRuns = 240;

    private readonly Replays replays;
    private readonly BlameRequest request;
    private readonly RunTrace trace;
    private readonly DirectiveMoments asItWas;
    private readonly Breakdown breakdown;
    private readonly Dictionary<string, Effect> effects = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Removal, ((int More, int Last, int Median) Worth, int Serial)> open = new(
        Comparer<((int More, int Last, int Median) Worth, int Serial)>.Create((left, right) =>
            right.Worth.CompareTo(left.Worth) is not 0 and var order ? order : left.Serial.CompareTo(right.Serial)));

    private BlameSearch(Replays replays, RunTrace trace, BlameRequest request)
    {
        this.replays = replays;
        this.request = request;
        this.trace = trace;
        asItWas = DirectiveMoments.Read(trace, request.Root, replays.Reach);
        breakdown = new Breakdown(trace, request.Root);
    }

    /// <summary>What the waits of a run have caused.</summary>
    /// <param name="engine">Plays the runs; one in this process, for the text of a scenario says nothing of removals.</param>
    /// <param name="order">The run as it was played.</param>
    /// <param name="trace">Its journal.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="observer">Told after each run how many have ended; <c>null</c>: nobody is.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="InvalidDataException">Played again, the run is another.</exception>
    /// <exception cref="RunException">A run cannot go on.</exception>
    public static async Task<Blamed> Find(
        IEngine engine, RunOrder order, RunTrace trace, BlameRequest request, IRunObserver? observer,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(request);
        var replays = new Replays(engine, order, trace, request, observer, cancellation);
        var again = await replays.Check(trace);
        var share = Math.Max(1, (request.MostRuns ?? RunsFor(again, order.Model)) / Math.Max(1, request.Rounds));
        var first = new BlameSearch(replays, trace, request);
        await first.Search(share);
        var found = await first.Found();
        return request.Rounds > 1 ? await OneAfterAnother(replays, first.asItWas, found, request, share) : found;
    }

    /// <summary>The same number on every machine: rounds of bodies, entries, and bodies that are laid out.</summary>
    private static int RunsFor(RunResult run, CompiledModel model) => (int)Math.Clamp(
        WorkInAll / (run.BodyRounds + run.Entries + model.Bodies.Count + 1), FewestRuns, MostRuns);

    private static async Task<Blamed> OneAfterAnother(
        Replays replays, DirectiveMoments asItWas, Blamed first, BlameRequest request, int share)
    {
        var sequence = new List<Effect>();
        var (found, after) = (first, asItWas);
        while (found.Places is [var next, ..] && next.Worth(request.By).CompareTo((0, 0, 0)) > 0)
        {
            sequence.Add(next);
            var without = await replays.Keep([.. sequence.Select(each => each.Removal)]);
            after = DirectiveMoments.Read(without, request.Root, replays.Reach);
            if (sequence.Count == request.Rounds)
            {
                break;
            }

            var search = new BlameSearch(replays.After(without), without, request);
            search.known.UnionWith(sequence.Select(each => each.Removal.Key));
            await search.Search(share);
            found = await search.Found();
        }

        return first with
        {
            Sequence = sequence,
            Runs = replays.Played,
            SequenceTogether = sequence.Count == 0 ? null : Effect.Of(sequence[0].Removal, asItWas, after),
        };
    }

    private async Task Search(int mostRuns)
    {
        foreach (var removal in new CriticalPlaces(trace, request.Root, breakdown).Find(request.By, asItWas, replays.Reach)
            .Concat(breakdown.Wholes()))
        {
            Open(removal, (int.MaxValue, 0, 0));
        }

        for (var left = mostRuns; left > 0 && open.Count > 0;)
        {
            var wave = new List<Removal>();
            while (wave.Count < Math.Min(Wave, left) && open.TryDequeue(out var removal, out _))
            {
                wave.Add(removal);
            }

            left -= wave.Count;
            var played = await replays.Play([.. wave.Select(removal => new[] { removal })]);
            foreach (var (removal, after) in wave.Zip(played))
            {
                var effect = Effect.Of(removal, asItWas, after);
                effects.Add(removal.Key, effect);
                foreach (var part in effect.IsNothing ? [] : breakdown.Divide(removal))
                {
                    Open(part, effect.Worth(request.By));
                }
            }
        }
    }

    private void Open(Removal removal, (int More, int Last, int Median) worth)
    {
        if (known.Add(removal.Key))
        {
            open.Enqueue(removal, (worth, known.Count));
        }
    }

    private async Task<Blamed> Found()
    {
        List<Effect> ranked =
        [
            .. effects.Values.Where(effect => !effect.IsNothing)
                .OrderByDescending(effect => effect.Worth(request.By))
                .ThenBy(effect => effect.Removal.Extent)
                .ThenBy(effect => effect.Removal.Post is null)
                .ThenBy(effect => effect.Removal.Key, StringComparer.Ordinal),
        ];
        List<Effect> places = [.. ranked.Where(effect => effect.Removal.IsOne && !IsToldByAPost(effect))];
        var second = places.Find(effect => effect.Removal.Name != places[0].Removal.Name);
        var two = second is null ? null : await replays.Play([[places[0].Removal, second.Removal]]);
        var left = new List<Removal>();
        while (open.TryDequeue(out var removal, out _))
        {
            left.Add(removal);
        }

        return new Blamed
        {
            Reach = replays.Reach,
            AsItWas = asItWas,
            Places = places,
            Groups = [.. ranked.Where(effect => effect.Removal is { IsOne: false, Extent: not Extent.Part } && IsMore(effect, places))],
            Second = second,
            FirstTwo = two is null ? null : Effect.Of(places[0].Removal, asItWas, two[0]),
            Runs = replays.Played,
            NotLookedInto = left,
        };
    }

    /// <summary>Whether one post of a body comes to as much as all of them.</summary>
    private bool IsToldByAPost(Effect effect) => effect.Removal is { Extent: Extent.Body, Post: null }
        && effects.Values.Any(other => other.Removal is { Extent: Extent.Body, Post: not null }
            && other.Removal.What == effect.Removal.What && other.Removal.Name == effect.Removal.Name
            && other.Worth(request.By).CompareTo(effect.Worth(request.By)) >= 0);

    /// <summary>Whether a group comes to more than any of its places does.</summary>
    private bool IsMore(Effect group, List<Effect> places) => !places.Exists(place =>
        place.Removal.What == group.Removal.What
        && (group.Removal.Post is null || place.Removal.Post == group.Removal.Post)
        && place.Removal.Bodies.All(group.Removal.Bodies.Contains)
        && place.Worth(request.By).CompareTo(group.Worth(request.By)) >= 0);
}
