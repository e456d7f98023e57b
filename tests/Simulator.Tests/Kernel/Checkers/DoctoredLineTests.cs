using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>Laws of lines that meet, which somebody has broken.</summary>
public sealed class DoctoredLineTests
{
    private static readonly Evidence Honest = new(Played.Of(TwoLines(), new RunOptions { Seed = 5 }));

    private static readonly Evidence Torn = new(Played.Of(TwoOrders()));

    [Fact]
    public void A_journal_with_filed_and_mistaken_papers_keeps_every_law()
    {
        Assert.NotEmpty(Honest.Of(EntryKind.Filed));
        Assert.NotEmpty(Honest.Of(EntryKind.TakenForNew));
        Audit.Passes(Honest, "second routes");
    }

    [Fact]
    public void Filing_what_was_to_be_taken_for_new_is_seen() => Complains<SecondRouteChecker>(
        entry => entry.Kind == EntryKind.TakenForNew, entry => entry with { Kind = EntryKind.Filed });

    [Fact]
    public void Taking_for_new_what_was_recognised_is_seen() => Complains<SecondRouteChecker>(
        entry => entry.Kind == EntryKind.Filed, entry => entry with { Kind = EntryKind.TakenForNew });

    [Fact]
    public void Carrying_out_a_paper_that_is_filed_is_seen() => Complains<SecondRouteChecker>(
        entry => entry.Kind == EntryKind.Filed,
        entry => entry with { Kind = EntryKind.StepEnded, Step = Step.CarryOut });

    [Fact]
    public void A_body_that_is_counted_twice_and_has_recognised_its_second_paper_is_seen() => Complains<CountingChecker>(
        entry => entry is { Kind: EntryKind.Closed, Route: 0, A: > 1 },
        entry => entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A + 1, (uint)entry.B) });

    [Fact]
    public void Dropping_the_one_that_the_rule_obeys_is_seen() => Complains<ConflictChecker>(
        entry => entry is { Kind: EntryKind.ConflictFound, B: 0 }, entry => entry with { Value = entry.Value | 512 }, Torn);

    [Fact]
    public void A_conflict_of_which_nothing_comes_is_seen() => Complains<ConflictChecker>(
        entry => entry.Kind == EntryKind.GaveWay, entry => entry with { Kind = EntryKind.Kept }, Torn);

    [Fact]
    public void Doing_what_was_dropped_is_seen() => Complains<ConflictChecker>(
        entry => entry is { Kind: EntryKind.Closed, B: 0, Body: var body } && body == Hash64.Of("office"),
        entry => entry with { Kind = EntryKind.StepEnded, Step = Step.CarryOut, Value = 0 }, Torn);

    private static void Complains<TChecker>(Func<Entry, bool> sort, Func<Entry, Entry> change, Evidence? honest = null)
        where TChecker : IChecker, new()
    {
        honest ??= Honest;
        Assert.Empty(new TChecker().Complaints(honest));
        var place = honest.Entries.ToList().FindIndex(entry => sort(entry));
        Assert.True(place >= 0, "there is none to be doctored");
        var entries = honest.Entries.ToArray();
        entries[place] = change(entries[place]);
        Assert.NotEmpty(new TChecker().Complaints(new Evidence(honest.Model, honest.Chance, honest.Until, entries)));
    }

    /// <summary>An office that waits with one order when the nearer superior gives it another.</summary>
    private static Model TwoOrders() => Sketch.Model(
        [
            Sketch.Kind("far"), Sketch.Kind("near"),
            Sketch.Kind("office", Sketch.Takes(Step.CarryOut, Post.Staff, 0)) with
            {
                OnConflict = new ConflictRule { Obeys = ConflictChoice.Nearer },
            },
        ],
        [Sketch.Body("far", "far"), Sketch.Body("near", "near", "far"), Sketch.Body("office", "office", "near")],
        Order("busy", "far", 0), Order("far", "far", 10), Order("near", "near", 20, new AssignmentReference("far", "far")));

    private static Directive Order(string id, string from, int at, params AssignmentReference[] conflicts) =>
        Sketch.Directive(id, from, Sketch.Duty(id, 100) with { ConflictsWith = conflicts }) with
        {
            Issued = new Tick(at),
            To = [new Selector { Named = "office" }],
        };

    /// <summary>Ten offices, each under two others that both write to it, of which about half notice it.</summary>
    private static Model TwoLines()
    {
        StepRule[] steps =
        [
            Sketch.Takes(Step.Register, Post.Clerk, 5), Sketch.Takes(Step.Assign, Post.Leadership, 7),
            Sketch.Takes(Step.CarryOut, Post.Staff, 0),
        ];
        return Sketch.Model(
            [
                Sketch.Kind("top"), Sketch.Kind("middle", steps),
                Sketch.Kind("office", steps) with { Conduct = new ConductRule { RecognisesSecondRoute = 0.5 } },
            ],
            [
                Sketch.Body("top", "top"), Sketch.Body("m/0", "middle", "top"), Sketch.Body("m/1", "middle", "top"),
                .. Enumerable.Range(0, 10).Select(place => Sketch.Body($"o/{place}", "office", "m/0") with
                {
                    Under = [new(Sketch.State, "m/0"), new("party", "m/1")],
                }),
            ],
            Sketch.Directive("plan", "top", Sketch.Duty("plan", 100))) with
        {
            Lines = [Sketch.State, "party"],
        };
    }
}
