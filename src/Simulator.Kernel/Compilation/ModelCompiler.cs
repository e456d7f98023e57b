using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Compilation;

/// <summary>Lays a declared model out in arrays.</summary>
public static class ModelCompiler
{
    /// <summary>The compiled model.</summary>
    /// <exception cref="ModelException">
    /// An id is used twice or hashes like another, a name is unknown, or a limit is passed.
    /// </exception>
    public static CompiledModel Compile(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Compile(model, null);
    }

    /// <param name="model">As declared.</param>
    /// <param name="origin">The model that it is to take the place of in a run; <c>null</c>: none.</param>
    internal static CompiledModel Compile(Model model, CompiledModel? origin)
    {
        model = Relieved.Channels(model);
        var sorted = Sorted(model.Bodies);
        var bodies = origin is null ? HierarchyOrder.Of(sorted) : InOrderOf(origin, model, sorted);
        var indexOf = new Dictionary<string, int>(bodies.Length, StringComparer.Ordinal);
        var indexByHash = new BodyIndex(bodies.Length);
        for (var index = 0; index < bodies.Length; index++)
        {
            indexOf[bodies[index].Id] = index;
            if (!indexByHash.TryAdd(Hash64.Of(bodies[index].Id), index))
            {
                throw new ModelException($"The id '{bodies[index].Id}' has the hash of another id: change it.");
            }
        }

        var kindIndex = Places(model.Kinds.Select(kind => kind.Id), "kind");
        var kindOf = bodies.Select(body => model.Kinds[Place(kindIndex, body.Kind, "kind")]).ToArray();
        var followsContent = CompiledContent.IsFollowedIn(model, kindOf);
        var kinds = model.Kinds.Select(kind => new CompiledKind(kind, model.Calendars, followsContent)).ToArray();
        var roster = new Roster(bodies, kindOf, indexOf);
        var audiences = Audiences.Of(model.Directives, roster, bodies.Length);
        var (relayStarts, relayTargets) = Relays(bodies, kindOf, roster);
        var papers = new int[bodies.Length];
        // Whoever takes over a file looks for the one that there is, and tells its papers apart by their routes; and where
        // a channel brings papers once more, one from the same sender is the same paper.
        var reforms = origin?.IsRestructured
            ?? model.Interventions.Any(each => each.Acts.Any(act => act is RestructuringAct));
        var comesAgain = model.Channels.Any(channel => channel.Acknowledgement is not null || channel.Duplicates > 0);
        var mistaking = reforms || comesAgain ? null : SecondRoutes.Mistaking(bodies, kindOf);
        var directives = new DirectiveCompiler(
            model, bodies, indexOf, roster, audiences, relayStarts, relayTargets, papers, followsContent, mistaking).Compile();
        if (origin is not null)
        {
            KeepSchedules(origin.Roots, directives);
        }

        var events = EventCompiler.Compile(model, roster, directives);
        var interventions = origin?.Interventions ?? InterventionCompiler.Compile(
            model, roster, directives, events,
            (root, body) => directives[root].AddresseesOf(body) is { } own ? own
                : relayTargets[relayStarts[body]..relayStarts[body + 1]]);
        if (indexByHash.Of(Director.Hash) is >= 0 and var taken)
        {
            throw new ModelException($"The id '{bodies[taken].Id}' has the director's hash: change it.");
        }

        var flashes = 0;
        foreach (var directive in directives)
        {
            directive.Flash = CompiledFlash.Of(directive.Source, events, ref flashes);
        }

        FlightCompiler.Compile(model, directives);
        CompiledConflicts.Compile(directives);
        var above = !reforms && Array.Exists(directives, root => root.Conflicts is not null)
            ? CompiledConflicts.Above(bodies, indexOf)
            : null;
        var waits = above is not null && CompiledConflicts.MakeRoomForRulings(directives, bodies, kindOf, above, papers);
        var offices = new OfficeCompiler(model);
        var conductCompiler = new ConductCompiler();
        int[] byRank = [.. sorted.Select(body => indexOf[body.Id])];
        var facts = Facts(
            model, bodies, byRank, kindOf, kindIndex, audiences, papers, relayStarts, offices, conductCompiler);
        var conducts = conductCompiler.Conducts;
        var horizon = new Tick(Math.Max(model.Until.Minutes, 0) + TickSpan.FromDays(366).Minutes);
        var compiled = new CompiledModel
        {
            Source = model,
            Bodies = bodies,
            Directives = directives,
            Events = events,
            Interventions = interventions,
            IsRestructured = interventions.Any(each => each.Restructures),
            Kinds = kinds,
            Offices = offices.Offices,
            Channels = model.Channels,
            Conducts = conducts,
            ByRank = byRank,
            Superior = [.. bodies.Select(body => body.Under.Count == 0 ? -1 : indexOf[body.Under[0].Superior])],
            Facts = facts,
            Roots = directives,
            EventTable = events,
            KindTable = kinds,
            Posts = [.. offices.Offices.Select(office => office.Posts)],
            ChannelTable = [.. model.Channels],
            CarriageTable = CompiledCarriage.AllOf(model),
            ComesUnseen = model.Channels.Any(channel => channel.Unseen > 0),
            Acknowledges = model.Channels.Any(channel => channel.Acknowledgement is not null),
            ComesAgain = comesAgain,
            ConductTable = conducts,
            Above = above,
            WaitsForRulings = waits,
            Commanders = ConductCompiler.Commanders(bodies, facts, conducts, indexOf),
            LastNumbers = [.. bodies.Select(body => body.LastNumber)],
            RelayTargets = relayTargets,
            YearStarts = [.. model.Axis.YearStarts(Tick.Start, horizon).Select(tick => tick.Value)],
            TermStarts = [.. model.Axis.TermStarts(model.Terms).Select(tick => tick.Value)],
            IndexByHash = indexByHash,
            FollowsContent = followsContent,
            MistakesRoutes = mistaking is not null && Array.Exists(directives, root => root.MayBeMistaken),
            SanctionsRise = kindOf.Any(kind => kind.FollowUp is { SanctionsRise: true })
                || directives.Any(root => Array.Exists(root.FollowUp, rule => rule is { SanctionsRise: true })),
            FollowsQuestions = kindOf.Any(kind => kind.Questions is not null)
                || directives.Any(directive => directive.Silence is not null),
            Rostered = RosteredOf(facts, offices.Offices),
            HasDesks = offices.Offices.Any(office => office.Posts.Any(post => post.Desk is not null)),
        };
        InterventionCompiler.CheckPosts(compiled);
        return compiled;
    }

    private static Body[] Sorted(IReadOnlyList<Body> bodies)
    {
        var sorted = bodies.ToArray();
        Array.Sort(sorted, (left, right) => IdOrder.Instance.Compare(left.Id, right.Id));
        return sorted;
    }

    /// <summary>Whatever an intervention makes of the hierarchy, bodies stay in their places.</summary>
    private static Body[] InOrderOf(CompiledModel origin, Model model, Body[] sorted)
    {
        var byId = model.Bodies.ToDictionary(body => body.Id, StringComparer.Ordinal);
        return byId.Count == origin.Bodies.Count
            ? [.. origin.Bodies.Select(body => byId[body.Id])]
            : HierarchyOrder.Of(sorted);
    }

    /// <summary>Reports stay due on the days on which they were due at the issue, whatever becomes a holiday since.</summary>
    private static void KeepSchedules(CompiledDirective[] before, CompiledDirective[] after)
    {
        foreach (var (old, directive) in before.Zip(after))
        {
            directive.Periodic = old.Hash == directive.Hash && old.Issued == directive.Issued ? old.Periodic : directive.Periodic;
        }
    }

    private static int[]? RosteredOf(BodyFacts[] facts, List<CompiledOffice> offices)
    {
        int[] rostered =
        [
            .. Enumerable.Range(0, facts.Length).Where(body => facts[body].Papers > 0
                && offices[facts[body].Office].Posts.Any(post => post.Desk?.Roster is not null)),
        ];
        return rostered.Length == 0 ? null : rostered;
    }

    internal static Dictionary<string, int> Places(IEnumerable<string> ids, string what)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (!places.TryAdd(id, places.Count))
            {
                throw new ModelException($"Two {what}s have the id '{id}'.");
            }
        }

        return places;
    }

    internal static int Place(Dictionary<string, int> places, string id, string what) =>
        places.TryGetValue(id, out var place) ? place : throw new ModelException($"There is no {what} '{id}'.");

    private static BodyFacts[] Facts(
        Model model, Body[] bodies, int[] byRank, BodyKind[] kindOf, Dictionary<string, int> kindIndex, int[] audiences,
        int[] papers, int[] relayStarts, OfficeCompiler offices, ConductCompiler conducts)
    {
        var ranks = new int[bodies.Length];
        for (var rank = 0; rank < byRank.Length; rank++)
        {
            ranks[byRank[rank]] = rank;
        }

        var levels = Places(model.Levels, "level");
        var channels = Places(model.Channels.Select(channel => channel.Id), "channel");
        var facts = new BodyFacts[bodies.Length];
        for (var index = 0; index < bodies.Length; index++)
        {
            var (body, kind) = (bodies[index], kindOf[index]);
            facts[index] = new BodyFacts
            {
                Hash = Hash64.Of(body.Id),
                Rank = ranks[index],
                FirstRelay = relayStarts[index],
                Relays = (ushort)(relayStarts[index + 1] - relayStarts[index]),
                Kind = (ushort)kindIndex[kind.Id],
                Office = (ushort)offices.PlaceOf(body, kind),
                Audience = (ushort)audiences[index],
                Channel = (ushort)Place(channels, body.Channel ?? kind.Channel, "channel"),
                Conduct = (ushort)conducts.PlaceOf(body, kind),
                Papers = papers[index] <= ushort.MaxValue
                    ? (ushort)papers[index]
                    : throw new ModelException(
                        $"'{body.Id}' would get {papers[index]:N0} papers by all routes; at most 65,535 can be kept apart."),
                Level = (byte)Place(levels, kind.Level, "level"),
            };
        }

        return facts;
    }

    private static (int[] Starts, int[] Targets) Relays(Body[] bodies, BodyKind[] kindOf, Roster roster)
    {
        var starts = new int[bodies.Length + 1];
        var targets = new List<int>();
        for (var index = 0; index < bodies.Length; index++)
        {
            if (kindOf[index].RelaysTo.Count > 0 && bodies[index].Dissolved is null)
            {
                targets.AddRange(roster.Choose(index, kindOf[index].RelaysTo));
            }

            starts[index + 1] = targets.Count;
            if (starts[index + 1] - starts[index] > ushort.MaxValue)
            {
                throw new ModelException(
                    $"The body '{bodies[index].Id}' would relay to more than {ushort.MaxValue:N0} bodies.");
            }
        }

        return (starts, [.. targets]);
    }
}
