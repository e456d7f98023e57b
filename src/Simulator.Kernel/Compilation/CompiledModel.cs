using Simulator.Kernel.Interventions;
using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// A model in arrays: what the engines and every body's office run on. Immutable, shared by all regions
/// and replications.
/// </summary>
public sealed class CompiledModel
{
    private readonly Lazy<ModelHash> hash;
    private readonly Lazy<UInt128[]> officeHashes;
    private readonly Regimes regimes;

    internal CompiledModel()
    {
        hash = new Lazy<ModelHash>(() => ModelHasher.Of(this));
        officeHashes = new Lazy<UInt128[]>(() => ModelHasher.OfOffices(this));
        regimes = new Regimes(this);
    }

    /// <summary>A hash over all that has an effect on a run; worked out when it is first asked for.</summary>
    public ModelHash Hash => hash.Value;

    /// <summary>As declared.</summary>
    public required Model Source { get; init; }

    /// <summary>The bodies in hierarchy order: superiors before subordinates, subtrees together.</summary>
    public required IReadOnlyList<Body> Bodies { get; init; }

    /// <summary>The root directives in the order of their ids.</summary>
    public required IReadOnlyList<CompiledDirective> Directives { get; init; }

    /// <summary>The events in the order of their ids.</summary>
    public required IReadOnlyList<CompiledEvent> Events { get; init; }

    /// <summary>What the director does, in the order of the ids.</summary>
    public required IReadOnlyList<CompiledIntervention> Interventions { get; init; }

    /// <summary>The kinds.</summary>
    public required IReadOnlyList<CompiledKind> Kinds { get; init; }

    /// <summary>The distinct offices.</summary>
    public required IReadOnlyList<CompiledOffice> Offices { get; init; }

    /// <summary>The channels.</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>The distinct conducts.</summary>
    public required IReadOnlyList<CompiledConduct> Conducts { get; init; }

    /// <summary>Indices of the bodies in the order of their ids.</summary>
    public required IReadOnlyList<int> ByRank { get; init; }

    /// <summary>By body, in index order: its superior's index on its first line, or -1.</summary>
    public required IReadOnlyList<int> Superior { get; init; }

    internal BodyFacts[] Facts { get; init; } = null!;

    internal CompiledDirective[] Roots { get; init; } = null!;

    internal CompiledEvent[] EventTable { get; init; } = null!;

    internal CompiledKind[] KindTable { get; init; } = null!;

    internal CompiledPost[][] Posts { get; init; } = null!;

    internal Channel[] ChannelTable { get; init; } = null!;

    /// <summary>
    /// What channels do beside taking their time, by place; <c>null</c> for one that does nothing else, and for all
    /// if none does.
    /// </summary>
    internal CompiledCarriage?[]? CarriageTable { get; init; }

    /// <summary>Whether papers come unseen by some channel, so that bodies keep such papers.</summary>
    internal bool ComesUnseen { get; init; }

    /// <summary>Whether by some channel directives are acknowledged, so that senders keep what is not.</summary>
    internal bool Acknowledges { get; init; }

    /// <summary>Whether by some channel a directive can come again from the same sender.</summary>
    internal bool ComesAgain { get; init; }

    /// <summary>What a channel does beside taking its time, by its place; <c>null</c>: nothing.</summary>
    public CompiledCarriage? CarriageOf(int channel) => CarriageTable?[channel];

    internal CompiledConduct[] ConductTable { get; init; } = null!;

    /// <summary>
    /// By body: those above it and those that lead it, whose word is an order to it; <c>null</c> where
    /// orders and requests are the same to it. <c>null</c>: to all.
    /// </summary>
    internal int[]?[]? Commanders { get; init; }

    /// <summary>
    /// By body: those just above it on any line, and those that lead it; <c>null</c> where no two assignments exclude
    /// each other.
    /// </summary>
    internal int[][]? Above { get; init; }

    /// <summary>
    /// How many steps a body stands above another, on the shortest way over any line or leader; more than there are
    /// bodies: it does not.
    /// </summary>
    internal int StepsAbove(int body, int superior)
    {
        var steps = 0;
        var seen = new HashSet<int> { body };
        for (List<int> reached = [body]; reached.Count > 0; steps++)
        {
            if (reached.Contains(superior))
            {
                return steps;
            }

            reached = [.. reached.SelectMany(index => Above![index]).Where(seen.Add)];
        }

        return int.MaxValue;
    }

    /// <summary>Whether some kind waits for a ruling where two assignments exclude each other.</summary>
    public bool WaitsForRulings { get; internal init; }

    /// <summary>By body: the number of its newest outgoing paper before the run.</summary>
    internal int[] LastNumbers { get; init; } = null!;

    /// <summary>The relay addressees of all bodies, where <see cref="BodyFacts.FirstRelay"/> says.</summary>
    internal int[] RelayTargets { get; init; } = null!;

    /// <summary>Ticks at which year series, and at which term series, start again.</summary>
    internal int[] YearStarts { get; init; } = null!;

    internal int[] TermStarts { get; init; } = null!;

    /// <summary>Bodies with a roster that a directive concerns; <c>null</c>: there is none.</summary>
    internal int[]? Rostered { get; init; }

    /// <summary>Whether the people of any post do otherwise than to be there and take one paper at a time.</summary>
    internal bool HasDesks { get; init; }

    /// <summary>The organisation that has come into being in the middle of a run; <c>null</c>: that of the start.</summary>
    public CompiledOrganisation? Organisation { get; internal set; }

    /// <summary>Whether any intervention restructures.</summary>
    public bool IsRestructured { get; internal init; }

    /// <summary>The last tick of a run that is not told otherwise.</summary>
    public int Until => Source.Until.Minutes;

    /// <summary>
    /// The model by which bodies act while interventions are in force: the same bodies, directives and kinds at the
    /// same places, with other values. It is kept, so that asking again costs little.
    /// </summary>
    /// <param name="inForce">Those in force, in the order in which they began; none: this model.</param>
    /// <exception cref="ModelException">
    /// They cannot be in force together, or change what cannot change in the middle of a run.
    /// </exception>
    public CompiledModel Under(ReadOnlySpan<InForce> inForce) => regimes.Under(inForce);

    /// <summary>What a body's office is, its hours and people, in one number that is equal where these are.</summary>
    internal UInt128 OfficeHashOf(int body) => officeHashes.Value[Facts[body].Office];

    /// <summary>The facts of a body by its index.</summary>
    public BodyFacts FactsOf(int index) => Facts[index];

    /// <summary>The index of the body with an id hash, or -1.</summary>
    public int IndexOf(ulong hash) => IndexByHash.Of(hash);

    internal BodyIndex IndexByHash { get; init; } = null!;

    /// <summary>
    /// Whether the content of papers is followed: some body's kind has a rule for it, or some assignment is
    /// weak, vague or local.
    /// </summary>
    public bool FollowsContent { get; internal init; }

    /// <summary>
    /// Whether more can become of questions than one answer, which is yes: some kind or assignment says so.
    /// </summary>
    public bool FollowsQuestions { get; internal init; }

    /// <summary>Whether some body can take a second paper of a directive for a new one.</summary>
    public bool MistakesRoutes { get; internal init; }

    /// <summary>Whether some rule of following up lets sanctions rise, so that bodies count them.</summary>
    public bool SanctionsRise { get; internal init; }

    /// <summary>
    /// The assignments of a root, local ones too, that are for a body or for anybody whom its relays reach: a
    /// bit for each, by its place in the directive.
    /// </summary>
    public uint AssignmentsFor(int root, int body) => Roots[root].For is { } reachedBy ? reachedBy[body] : uint.MaxValue;

    /// <summary>
    /// The assignments of a root that are a body's own to carry out: a bit for each, by its place in the
    /// directive. Those that it keeps because nobody else is addressed come on top.
    /// </summary>
    public uint OwnAssignments(int root, int body)
    {
        var directive = Roots[root];
        return directive.Content & AssignmentsFor(root, body) & directive.OwnByAudience[Facts[body].Audience];
    }

    /// <summary>Whether a body fits the words of a selector: id or group, level, kind, line.</summary>
    public bool Fits(int body, Selector selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        var (declared, kind) = (Bodies[body], Source.Kinds[Facts[body].Kind]);
        return (selector.Named is not { } name || declared.Id == name || declared.Groups.Contains(name))
            && (selector.Level is not { } level || kind.Level == level)
            && (selector.Kind is not { } kindId || kind.Id == kindId)
            && (selector.Line is not { } line || kind.Line == line);
    }

    /// <summary>All posts of all bodies that there are at the start, in people.</summary>
    public long CountHeads() => Enumerable.Range(0, Bodies.Count)
        .Where(body => Bodies[body].Dissolved is null)
        .Sum(body => Posts[Facts[body].Office].Sum(post => (long)post.Heads));

    /// <summary>The post that takes a step at a body; <c>null</c>: nobody, or the step is not taken.</summary>
    public CompiledPost? PostOf(int body, Office.Step step)
    {
        var facts = Facts[body];
        foreach (var flow in KindTable[facts.Kind].Flows)
        {
            foreach (var taken in flow)
            {
                if (taken.Step == step && taken.Post != CompiledStep.Nobody)
                {
                    return Posts[facts.Office][taken.Post];
                }
            }
        }

        return null;
    }

    /// <summary>
    /// When a paper that comes for a step at a body goes before the post: the moment itself, unless papers for
    /// the step wait for an hour of the day.
    /// </summary>
    public int HourFor(int body, Office.Step step, Documents.Urgency urgency, int tick)
    {
        foreach (var flow in KindTable[Facts[body].Kind].Flows)
        {
            foreach (var taken in flow)
            {
                if (taken.Step == step && taken.Batch is { } batch
                    && batch.Holds(urgency, Posts[Facts[body].Office][taken.Post]))
                {
                    var hours = Posts[Facts[body].Office][taken.Post].HoursFor(urgency);
                    return batch.NextFrom(tick, hours, Source.Axis.Start.MinuteOfDay);
                }
            }
        }

        return tick;
    }

    /// <summary>To whom a body reports that got the paper from an issuer: to that, or to whoever collects for it.</summary>
    public int ReportsTo(int root, int body, int issuer) =>
        issuer >= 0 && Roots[root].Collecting is { } collecting && collecting.CollectorOf(issuer) is >= 0 and var collector
            && collector != body
            ? collector
            : issuer;

    /// <summary>
    /// Whose reports on a root a body waits for: its addressees', unless a collector stands between.
    /// </summary>
    public IReadOnlyList<int> ReportersTo(int root, int body) => Roots[root].Collecting switch
    {
        null => AddresseesOf(root, body).ToArray(),
        var by when by.CollectorOf(body) is >= 0 and var collector => [collector],
        var by when by.CollectsFor(body) is >= 0 and var issuer =>
            [.. AddresseesOf(root, issuer).ToArray().Where(each => each != body)],
        _ => AddresseesOf(root, body).ToArray(),
    };

    /// <summary>
    /// The addressees of a paper by the places that reports on it bring back: of the body's own, or of that of the
    /// body in whose place it collects reports.
    /// </summary>
    public IReadOnlyList<int> ReportPlacesOf(int root, int body) =>
        AddresseesOf(root, Roots[root].Collecting?.CollectsFor(body) is >= 0 and var issuer ? issuer : body).ToArray();

    /// <summary>Who gets a copy for information of a body's paper on a root.</summary>
    public ReadOnlySpan<int> CopiesOf(int root, int body) =>
        Roots[root].Copies is { } copies && copies.TryGetValue(body, out var to) ? to : [];

    /// <summary>The model of an organisation of the run, this one or an earlier one.</summary>
    internal CompiledModel In(int organisation) =>
        Organisation is { } present && organisation < present.Number ? present.Before(organisation) : this;

    /// <summary>Whom a body relays a root to; empty if it does not. The issuer's are its addressees.</summary>
    public ReadOnlySpan<int> AddresseesOf(int root, int body)
    {
        var directive = Roots[root];
        if (directive.Issuer == body)
        {
            return directive.Addressees;
        }

        if (directive.Relays is { } relays && relays.TryGetValue(body, out var own))
        {
            return own;
        }

        ref readonly var facts = ref Facts[body];
        return RelayTargets.AsSpan(facts.FirstRelay, facts.Relays);
    }
}
