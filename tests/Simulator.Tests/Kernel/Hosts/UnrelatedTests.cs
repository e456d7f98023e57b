using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Hosts;

public sealed class UnrelatedTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_body_that_no_directive_concerns_changes_no_entry_of_another(int seed)
    {
        var model = GeneratedModel.Of(seed);
        var stranger = new Body { Id = "a/0", Kind = model.Kinds[0].Id };
        var busy = model.Kinds[^1].Id;
        var more = model with
        {
            Bodies =
            [
                stranger, .. model.Bodies, stranger with { Id = "z/0", Kind = busy },
                stranger with { Id = "b/7x", Kind = busy, Under = [new(Sketch.State, "z/0")] },
            ],
        };
        AreSame(model, more, seed, NotOf("a/0", "z/0", "b/7x"));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_directive_among_others_changes_no_entry_of_those_it_does_not_reach(int seed)
    {
        var model = GeneratedModel.Of(seed);
        var elsewhere = new Body { Id = "elsewhere/0", Kind = model.Kinds[0].Id };
        var others = model with
        {
            Bodies = [.. model.Bodies, elsewhere, Below(elsewhere, 1), Below(elsewhere, 2)],
        };
        var more = others with
        {
            Directives =
            [
                .. others.Directives,
                Order("aaa", elsewhere.Id, Selector.EachAddressee),
                Order("d/0x", elsewhere.Id, new Selector { Named = "elsewhere/1" }),
            ],
        };
        AreSame(others, more, seed, NotOf("elsewhere/0", "elsewhere/1", "elsewhere/2"));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_declarations_has_no_effect(int seed)
    {
        var model = GeneratedModel.Of(seed);
        var dice = new Dice((ulong)seed + 1000);
        var shuffled = model with
        {
            Kinds = dice.Shuffled(model.Kinds),
            Bodies = dice.Shuffled(model.Bodies),
            Channels = dice.Shuffled(model.Channels),
            Directives = dice.Shuffled(model.Directives),
            Pinned = dice.Shuffled(model.Pinned),
            Events = dice.Shuffled(model.Events),
        };
        AreSame(model, shuffled, seed);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Names_symbols_and_the_scenario_s_name_have_no_effect(int seed)
    {
        var model = GeneratedModel.Of(seed);
        var renamed = model with
        {
            Scenario = "another",
            Variant = "too",
            Bodies = [.. model.Bodies.Select(body => body with { Name = "the office of " + body.Id })],
            Directives = [.. model.Directives.Select(directive => directive with { Symbol = "570/CĐ-TTg" })],
            Kinds = [.. model.Kinds.Select(kind => kind with { SymbolPattern = "{n}/UBND" })],
        };
        AreSame(model, renamed, seed);
    }

    private static Body Below(Body body, int place) => body with
    {
        Id = $"elsewhere/{place}",
        Under = [new(Sketch.State, body.Id)],
    };

    private static Directive Order(string id, string from, Selector by) => new()
    {
        Id = id,
        From = from,
        Issued = new Tick(77),
        Urgency = Urgency.Express,
        To = [Selector.Subordinates],
        Assignments = [Sketch.Duty("a/0", 10) with { By = [by] }],
    };

    /// <summary>Events befall strangers too: only what the others do is looked at.</summary>
    private static Predicate<Entry> NotOf(params string[] ids)
    {
        var strangers = ids.Select(Hash64.Of).ToHashSet();
        return entry => !strangers.Contains(entry.Body);
    }

    private static void AreSame(Model model, Model changed, int seed, Predicate<Entry>? looked = null)
    {
        var options = new RunOptions { Seed = (ulong)seed };
        var expected = Looked(Played.Of(model, options), looked);
        var played = Looked(Played.Of(changed, options), looked);
        Assert.NotEmpty(played.Entries);
        Journals.AreSame(expected, played.Entries, played.Digest, $"seed {seed}");
    }

    private static Played Looked(Played played, Predicate<Entry>? looked)
    {
        var entries = looked is null ? played.Entries : played.Entries.FindAll(looked);
        return played with { Entries = entries, Digest = default(Digest).With(entries.ToArray()) };
    }
}
