using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Compilation;

/// <summary>Lays out the root directives: addressees, who is told what, what can be reached.</summary>
internal sealed class DirectiveCompiler(
    Model model, Body[] bodies, Dictionary<string, int> indexOf, Roster roster, int[] audiences,
    int[] relayStarts, int[] relayTargets, int[] papers, bool followsContent, bool[]? mistaking)
{
    private readonly PeriodicCompiler periodic = new(model);
    private int withInputs;
    private readonly int audienceCount = audiences.Length == 0 ? 1 : audiences.Max() + 1;

    internal CompiledDirective[] Compile()
    {
        _ = ModelCompiler.Places(model.Directives.Select(directive => directive.Id), "directive");
        var seen = new Dictionary<uint, string>();
        foreach (var directive in model.Directives)
        {
            if (!seen.TryAdd(Hash64.Upper(directive.Id), directive.Id))
            {
                throw new ModelException(
                    $"The directive ids '{directive.Id}' and '{seen[Hash64.Upper(directive.Id)]}' hash alike: change one.");
            }
        }

        return [.. model.Directives.OrderBy(directive => directive.Id, IdOrder.Instance).Select(Compile)];
    }

    private CompiledDirective Compile(Directive directive)
    {
        if (directive.Assignments.Count > Directive.MostAssignments)
        {
            throw new ModelException(
                $"The directive '{directive.Id}' has more than {Directive.MostAssignments} assignments.");
        }

        var issuer = ModelCompiler.Place(indexOf, directive.From, "body");
        var addressees = roster.Choose(issuer, directive.To);
        if (addressees.Length > ushort.MaxValue)
        {
            throw new ModelException($"The directive '{directive.Id}' addresses more than 65,535 bodies.");
        }

        var relays = RelaysOf(directive, issuer);
        var collecting = Collect(directive, issuer, ref addressees, ref relays);
        var all = directive.Assignments.Count == 32 ? uint.MaxValue : (1U << directive.Assignments.Count) - 1;
        var original = all & ~Mask(directive, assignment => assignment.AddedBy.Count > 0);
        var own = Masks(directive, assignment => assignment.By, roster.Charged);
        var with = Masks(directive, assignment => assignment.With, roster.Charged);
        var mayBeMistaken = mistaking is not null && !followsContent && SecondRoutes.MayBeMistaken(model, directive);
        var reach = Reach(directive, mayBeMistaken, issuer, addressees, relays, out var order);
        var coordinates = directive.Copies.Count > 0 || directive.Assignments.Any(assignment => assignment.Inputs is not null);
        var issuers = coordinates ? Issuers(order, issuer, addressees, relays) : [];
        var told = own.All(mask => mask == all) && collecting is null
            ? null
            : For(directive, order, own, with, issuer, addressees, relays, collecting);
        return new CompiledDirective
        {
            Source = directive,
            Hash = Hash64.Of(directive.Id),
            ShortHash = Hash64.Upper(directive.Id),
            Issuer = issuer,
            Issued = directive.Issued.Value,
            Content = original,
            Addressees = addressees,
            AssignmentHash = [.. directive.Assignments.Select(assignment => Hash64.Upper(assignment.Id))],
            Takes = [.. directive.Assignments.Select(assignment => assignment.Takes)],
            Due = [.. directive.Assignments.Select(assignment => assignment.Due?.Value ?? int.MaxValue)],
            NeedsApproval = Mask(directive, assignment => assignment.NeedsApproval),
            Silence = directive.Assignments.All(assignment => assignment.Silence is null) ? null
                : [.. directive.Assignments.Select(assignment => CompiledQuestions.Checked(assignment.Silence))],
            PromptReport = Mask(directive, assignment => assignment.PromptReport),
            Ordered = Mask(directive, assignment => assignment.Mood == Mood.Order),
            Requested = Mask(directive, assignment => assignment.Mood == Mood.Request),
            OwnByAudience = own,
            WithByAudience = with,
            For = told,
            Unled = original & ~reach.Aggregate(0U, (led, index) => led | own[audiences[index]]),
            CutOffAfter = ByLevel(directive.CutOffAfter, span => span.Minutes, -1),
            CutOffAt = ByLevel(directive.CutOffAt, tick => tick.Value, -1),
            Periodic = periodic.Compile(directive, bodies[issuer]),
            Inputs = CompiledInputs.Of(
                directive, issuers, (body, item) => Has(told, own, body, item),
                (body, item) => Has(told, with, body, item),
                ref withInputs),
            Collecting = collecting,
            Copies = CoordinationCompiler.Copies(directive, roster, issuer, issuers, papers),
            FollowUp = ByLevel<FollowUpRule, FollowUpRule?>(directive.FollowUp, rule => rule, null),
            Wording = followsContent
                ? new DirectiveContent(directive, Masks(directive, assignment => assignment.AddedBy, roster.Fitting))
                : null,
            Relays = relays,
            Pinned = PinnedOf(directive),
            MayBeMistaken = mayBeMistaken,
            Reach = reach,
        };
    }

    private CompiledCollecting? Collect(
        Directive directive, int issuer, ref int[] addressees, ref Dictionary<int, int[]>? relays)
    {
        if (directive.CollectedBy.Count == 0)
        {
            return null;
        }

        if (directive.Periodic is not null)
        {
            throw new ModelException(
                $"The directive '{directive.Id}' asks for periodic reports, and for others to be collected: it can have one.");
        }

        var others = new Dictionary<int, int[]>(relays ?? []);
        var first = addressees;
        var collecting = CoordinationCompiler.Collect(
            directive, roster, Issuers(Order(issuer, first, relays), issuer, first, relays),
            index => bodies[index].Id,
            (index, to) =>
            {
                others[index] = to;
                if (index == issuer)
                {
                    first = to;
                }
            });
        others.Remove(issuer);
        (addressees, relays) = (first, others.Count == 0 ? null : others);
        return collecting;
    }

    /// <summary>All that issue or relay a directive, with their addressees.</summary>
    private List<(int Issuer, int[] Addressees)> Issuers(
        List<int> order, int issuer, int[] addressees, Dictionary<int, int[]>? relays) =>
        [
            .. order.Select(index => (index, AddresseesOf(index, issuer, addressees, relays).ToArray()))
                .Where(each => each.Item2.Length > 0),
        ];

    private Dictionary<int, int>? PinnedOf(Directive directive)
    {
        var pinned = model.Pinned.Where(paper => paper.Directive == directive.Id)
            .ToDictionary(paper => ModelCompiler.Place(indexOf, paper.From, "body"), paper => paper.At.Value);
        return pinned.Count == 0 ? null : pinned;
    }

    private Dictionary<int, int[]>? RelaysOf(Directive directive, int issuer)
    {
        var relays = new Dictionary<int, int[]>();
        foreach (var rule in directive.Relays)
        {
            foreach (var index in roster.ChooseLiving(issuer, rule.By))
            {
                relays.TryAdd(index, roster.Choose(index, rule.To));
            }
        }

        return relays.Count == 0 ? null : relays;
    }

    private ReadOnlySpan<int> AddresseesOf(int index, int issuer, int[] addressees, Dictionary<int, int[]>? relays) =>
        index == issuer ? addressees
        : relays is not null && relays.TryGetValue(index, out var own) ? own
        : relayTargets.AsSpan(relayStarts[index], relayStarts[index + 1] - relayStarts[index]);

    private int[] Reach(
        Directive directive, bool mayBeMistaken, int issuer, int[] addressees, Dictionary<int, int[]>? relays,
        out List<int> order)
    {
        order = Order(issuer, addressees, relays);
        var routes = mayBeMistaken
            ? SecondRoutes.MostRelays(
                directive.Id, bodies, mistaking!, order,
                index => AddresseesOf(index, issuer, addressees, relays).ToArray())
            : null;
        papers[issuer]++;
        foreach (var index in order)
        {
            foreach (var next in AddresseesOf(index, issuer, addressees, relays))
            {
                papers[next] += routes?[index] ?? 1;
            }
        }

        return [.. order.Skip(1).Order()];
    }

    /// <summary>The issuer and all whom it reaches, each once, nearer ones first.</summary>
    private List<int> Order(int issuer, int[] addressees, Dictionary<int, int[]>? relays)
    {
        List<int> order = [issuer];
        var reached = new bool[bodies.Length];
        reached[issuer] = true;
        for (var place = 0; place < order.Count; place++)
        {
            foreach (var next in AddresseesOf(order[place], issuer, addressees, relays))
            {
                if (!reached[next])
                {
                    reached[next] = true;
                    order.Add(next);
                }
            }
        }

        return order;
    }

    /// <summary>Bottom up along the relays, again until nothing is added: routes can cross.</summary>
    private uint[] For(
        Directive directive, List<int> order, uint[] own, uint[] with, int issuer, int[] addressees,
        Dictionary<int, int[]>? relays, CompiledCollecting? collecting)
    {
        var masks = new uint[bodies.Length];
        for (var index = 0; index < masks.Length; index++)
        {
            masks[index] = own[audiences[index]] | with[audiences[index]];
        }

        foreach (var collector in collecting?.Added ?? [])
        {
            masks[collector] = Mask(directive, assignment => assignment.By.Concat(assignment.With)
                .Any(selector => !Audiences.IsForAll(selector) && roster.IsCharged(collector, selector)));
        }

        var changed = true;
        while (changed)
        {
            changed = false;
            for (var place = order.Count - 1; place >= 0; place--)
            {
                var index = order[place];
                var mask = masks[index];
                foreach (var next in AddresseesOf(index, issuer, addressees, relays))
                {
                    mask |= masks[next];
                }

                changed |= mask != masks[index];
                masks[index] = mask;
            }
        }

        return masks;
    }

    private uint[] Masks(
        Directive directive, Func<Assignment, IReadOnlyList<Selector>> choose, Func<Selector, IEnumerable<int>> bodiesOf)
    {
        var masks = new uint[audienceCount];
        for (var place = 0; place < directive.Assignments.Count; place++)
        {
            foreach (var selector in choose(directive.Assignments[place]))
            {
                var bit = 1U << place;
                if (Audiences.IsForAll(selector))
                {
                    for (var audience = 0; audience < masks.Length; audience++)
                    {
                        masks[audience] |= bit;
                    }
                }
                else
                {
                    foreach (var index in bodiesOf(selector))
                    {
                        masks[audiences[index]] |= bit;
                    }
                }
            }
        }

        return masks;
    }

    private bool Has(uint[]? told, uint[] masks, int body, int item) =>
        ((masks[audiences[body]] & (told?[body] ?? uint.MaxValue)) >> item & 1) != 0;

    private static uint Mask(Directive directive, Func<Assignment, bool> holds)
    {
        var mask = 0U;
        for (var place = 0; place < directive.Assignments.Count; place++)
        {
            mask |= holds(directive.Assignments[place]) ? 1U << place : 0;
        }

        return mask;
    }

    private TOut[] ByLevel<TIn, TOut>(IReadOnlyDictionary<string, TIn> rules, Func<TIn, TOut> value, TOut none)
    {
        var byLevel = new TOut[model.Levels.Count];
        for (var level = 0; level < byLevel.Length; level++)
        {
            byLevel[level] = rules.TryGetValue(model.Levels[level], out var rule) ? value(rule) : none;
        }

        return byLevel;
    }
}
