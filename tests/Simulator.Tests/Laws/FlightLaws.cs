using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>
/// Papers that touch each other on their way, where nothing is left to chance. A hop of the chain takes a minute
/// under way, ten to register, twenty to assign and thirty to draft: who has drafted before the newer paper is
/// assigned has relayed the older one, the others never do.
/// </summary>
public sealed class FlightLaws
{
    private const int Hop = 1 + 10 + 20 + 30;
    private const int Handled = 1 + 10 + 20;

    private static readonly StepRule[] _steps =
    [
        Sketch.Takes(Step.Register, Post.Clerk, 10), Sketch.Takes(Step.Assign, Post.Leadership, 20),
        Sketch.Takes(Step.Draft, Post.Staff, 30), Sketch.Takes(Step.CarryOut, null, 0),
        Sketch.Takes(Step.RegisterRecall, Post.Clerk, 3),
    ];

    /// <summary>
    /// The older has a head start of so many minutes and needs 61 for a hop; the newer overtakes nobody, for it needs as
    /// long. So whoever relays the older after the newer is handled there does not, from the first on.
    /// </summary>
    [Theory]
    [InlineData(10, 0)]
    [InlineData(29, 0)]
    [InlineData(31, 5)]
    [InlineData(61, 5)]
    public void Who_relayed_before_the_newer_paper_was_handled_has_and_the_others_have_not(int later, int relayed)
    {
        var played = Played.Of(Pair(later, RelationKind.Supersedes));
        for (var place = 1; place <= 5; place++)
        {
            var issued = Of(played, place, "older", EntryKind.Issued).ToList();
            Assert.Equal(place <= relayed ? [(place * Hop)] : [], issued.Select(entry => entry.Tick));
        }

        var superseded = played.Entries.Where(entry => entry.Kind == EntryKind.Superseded && entry.Body != played.Entries[0].Body);
        Assert.Equal(
            Enumerable.Range(0, relayed == 0 ? 1 : 6).Select(place => later + (place * Hop) + Handled),
            superseded.Select(entry => entry.Tick));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Work_in_hand_stops_as_the_newer_paper_is_handled_or_ends_in_its_time(bool finishes)
    {
        var model = Pair(100, RelationKind.Supersedes, relation => relation with { FinishesWork = finishes }, takes: 500);
        var played = Played.Of(model);
        var stopped = Of(played, 1, "older", EntryKind.WorkStopped).Select(entry => entry.Tick);
        var done = Of(played, 1, "older", EntryKind.StepEnded).Where(entry => entry.Step == Step.CarryOut);
        Assert.Equal(finishes ? [] : [100 + Handled], stopped);
        Assert.Equal(finishes ? [Handled + 500] : [], done.Select(entry => entry.Tick));
        var closed = Assert.Single(Of(played, 1, "older", EntryKind.Closed));
        Assert.Equal((2, 100 + Handled), (closed.Item, finishes ? closed.Tick - 400 : closed.Tick));
    }

    [Fact]
    public void A_newer_paper_that_comes_first_has_the_older_filed_as_it_comes()
    {
        // The older is sent by the slow post, the newer by another body's wire.
        var model = Pair(1, RelationKind.Supersedes);
        var bodies = model.Bodies.Append(Sketch.Body("other", "level-0")).ToArray();
        bodies = [.. bodies.Select(body => body.Id == "b/0" ? body with { Channel = "post" } : body)];
        model = model with
        {
            Bodies = bodies,
            Channels = [.. model.Channels, new Channel { Id = "post", Delay = Distribution.Constant(300) }],
            Directives =
            [
                model.Directives[0],
                model.Directives[1] with { From = "other", To = [new Selector { Named = "b/1" }] },
            ],
        };
        var played = Played.Of(model);
        var superseded = Assert.Single(Of(played, 1, "older", EntryKind.Superseded));
        Assert.Equal(300 + 10, superseded.Tick);
        Assert.Empty(Of(played, 1, "older", EntryKind.Issued));
        Assert.DoesNotContain(played.By("b/2"), IsOfOlder);
    }

    [Theory]
    [InlineData(5, 2, false, Recall.Accepted, 9)]
    [InlineData(5, 1, false, Recall.Refused, 14)]
    [InlineData(5, 1, true, Recall.Accepted, 14)]
    [InlineData(15, 1, true, Recall.Accepted, 19)]
    [InlineData(15, 1, false, Recall.Refused, 19)]
    public void Who_has_not_registered_gives_a_recalled_paper_back_who_has_only_by_the_rule(
        int at, int clerks, bool yields, int status, int answered)
    {
        var model = Pair(1, RelationKind.Implements) with
        {
            Recalls = [new Recall { Directive = "older", At = new Tick(at), RegisteredYields = yields }],
        };
        model = model with
        {
            Directives = [model.Directives[0]],
            Kinds = [.. model.Kinds.Select(kind => kind with { Clerk = Sketch.Heads(clerks) })],
        };
        var played = Played.Of(model);
        var answer = Assert.Single(Of(played, 1, "older", EntryKind.RecallAnswered));

        // Registering ends at 11. A clerk who is alone takes the recall up then, a second one as it comes.
        Assert.Equal((status, answered), (answer.What, answer.Tick));
        Assert.Equal(status == Recall.Refused ? 1 : 0, Of(played, 1, "older", EntryKind.Issued).Count());
        var told = Assert.Single(played.By("b/0"), entry => entry.What == (byte)PaperClass.RecallAnswer);
        Assert.Equal((status, answer.Tick + 1), (told.A, told.Tick));
    }

    [Fact]
    public void A_recall_follows_the_paper_hop_by_hop_as_far_as_it_went()
    {
        var model = Pair(1, RelationKind.Implements) with
        {
            Recalls = [new Recall { Directive = "older", At = new Tick(100), RegisteredYields = true }],
        };
        model = model with { Directives = [model.Directives[0]] };
        var played = Played.Of(model);

        // The paper is at b/1 from 1 to 61 and at b/2 from 62 to 122; a hop of the recall takes 1 + 3.
        Assert.Equal([104], Of(played, 1, "older", EntryKind.RecallSent).Select(entry => entry.Tick));
        Assert.Equal([108], Of(played, 2, "older", EntryKind.RecallAnswered).Select(entry => entry.Tick));
        Assert.Empty(Of(played, 2, "older", EntryKind.Issued));
        Assert.DoesNotContain(played.By("b/3"), entry => entry.Root == Hash64.Upper("older"));
        Assert.Single(Of(played, 2, "older", EntryKind.WorkStopped));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_update_changes_what_is_not_registered_and_what_is_only_by_the_rule(bool yields)
    {
        var model = Pair(
            40, RelationKind.Updates,
            relation => relation with { RegisteredYields = yields, Changes = [new("a", null, Distribution.Constant(7))] },
            takes: 500);
        var approval = model.Directives[0].Assignments[0] with { NeedsApproval = true };
        model = model with
        {
            Directives = [model.Directives[0] with { Assignments = [approval] }, model.Directives[1]],
            Channels = [new Channel { Id = Sketch.Wire, Delay = Distribution.Constant(1) }],
            Kinds = [.. model.Kinds.Select(kind => kind with { Steps = [.. kind.Steps, Sketch.Takes(Step.Decide, Post.Leadership, 100)] })],
        };
        var played = Played.Of(model);
        var done = Assert.Single(
            Of(played, 1, "older", EntryKind.StepEnded), entry => entry.Step == Step.CarryOut);
        Assert.Equal(Handled + 1 + 100 + 1 + (yields ? 7 : 500), done.Tick);
    }

    [Fact]
    public void A_correction_costs_the_clerk_his_time_and_changes_nothing()
    {
        var model = Pair(500, RelationKind.Corrects, takes: 500);
        var alone = model with { Directives = [model.Directives[0]] };
        Assert.Equal(
            Played.Of(alone).Entries.Where(IsOfOlder).Select(entry => (entry.Body, entry.Tick, entry.Kind, entry.Step)),
            Played.Of(model).Entries.Where(IsOfOlder).Select(entry => (entry.Body, entry.Tick, entry.Kind, entry.Step)));
        var played = Played.Of(model);
        Assert.Equal(
            [500 + 11, 500 + 22, 500 + 33],
            Enumerable.Range(1, 3).Select(place => Of(played, place, "newer", EntryKind.StepEnded).Single().Tick));
    }

    [Fact]
    public void A_paper_that_comes_twice_is_registered_once()
    {
        var model = Pair(1, RelationKind.Implements);
        model = model with { Directives = [model.Directives[0] with { Duplicates = 1 }] };
        var played = Played.Of(model);
        for (var place = 1; place <= 6; place++)
        {
            Assert.Equal(2, Of(played, place, "older", EntryKind.Arrived).Count(entry => entry.BringsDirective));
            Assert.Single(Of(played, place, "older", EntryKind.StepEnded), entry => entry.Step == Step.Register);
        }
    }

    [Fact]
    public void A_reference_that_does_not_resolve_costs_a_question_and_its_answer_before_registering()
    {
        var model = Pair(
            1000, RelationKind.Supersedes, relation => relation with { Mistyped = 1, Clarifies = true });
        model = model with
        {
            Kinds =
            [
                .. model.Kinds.Select(kind => kind with
                {
                    Steps =
                    [
                        .. kind.Steps, Sketch.Takes(Step.Clarify, Post.Clerk, 40),
                        Sketch.Takes(Step.AnswerClarification, Post.Clerk, 60),
                    ],
                }),
            ],
        };
        var played = Played.Of(model);
        var registered = Of(played, 1, "newer", EntryKind.StepEnded).Single(entry => entry.Step == Step.Register);
        Assert.Equal(1000 + 1 + 40 + 1 + 60 + 1 + 10, registered.Tick);
        Assert.Single(Of(played, 1, "older", EntryKind.Superseded));
    }

    [Fact]
    public void A_mistyped_reference_that_nobody_asks_about_leaves_both_papers_in_force()
    {
        var played = Played.Of(Pair(10, RelationKind.Supersedes, relation => relation with { Mistyped = 1 }));
        Assert.Single(played.Entries, entry => entry.Kind == EntryKind.Superseded); // the issuer's own
        Assert.Equal(6, played.Entries.Count(entry => entry.Kind == EntryKind.Unresolved));
        Assert.Equal(2, played.By("b/6", EntryKind.Closed).Count());
    }

    private static bool IsOfOlder(Entry entry) => entry.Root == Hash64.Upper("older");

    private static IEnumerable<Entry> Of(Played played, int place, string directive, EntryKind kind) =>
        played.By($"b/{place}", kind).Where(entry => entry.Root == Hash64.Upper(directive));

    /// <summary>A chain of seven with two papers, the second so many minutes after the first.</summary>
    private static Model Pair(
        int later, RelationKind kind, Func<PaperRelation, PaperRelation>? change = null, double takes = 0)
    {
        var older = Sketch.Directive("older", "b/0", Sketch.Duty("a", takes));
        var relation = new PaperRelation { Kind = kind, Directive = "older", RegisteredYields = true };
        var newer = older with
        {
            Id = "newer",
            Issued = new Tick(later),
            Assignments = kind is RelationKind.Updates or RelationKind.Corrects ? [] : older.Assignments,
            Relation = change?.Invoke(relation) ?? relation,
        };
        return Sketch.Model(
            [
                Sketch.Kind("level-0"),
                .. Enumerable.Range(1, 6).Select(level => Sketch.Kind($"level-{level}", _steps) with
                {
                    Leadership = Sketch.Heads(2),
                    Staff = Sketch.Heads(2),
                }),
            ],
            Sketch.Chain(7),
            older,
            newer);
    }
}
