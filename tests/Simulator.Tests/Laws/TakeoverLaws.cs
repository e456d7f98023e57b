using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>What is known to the minute of an organisation that changes while papers are on their way in it.</summary>
public sealed class TakeoverLaws
{
    /// <summary>A tier between a province and its communes: register 10, assign 20, draft 30, sign 5, issue 4.</summary>
    internal static readonly Model ThreeTiers = Sketch.Model(
        [
            Office("level-0") with { Staff = Sketch.Heads(9), Clerk = Sketch.Heads(9), Leadership = Sketch.Heads(9) },
            Office("level-1"),
            Sketch.Kind("level-2", Sketch.Takes(Step.Register, Post.Clerk, 7), Sketch.Takes(Step.CarryOut, Post.Staff, 100)),
        ],
        Sketch.Tree(2, 2),
        Sketch.Directive("d/1", "b/0", new Assignment { Id = "a", By = [new Selector { Level = "level-2" }], Takes = Hundred }));

    private static Simulator.Kernel.Chance.Distribution Hundred => Simulator.Kernel.Chance.Distribution.Constant(100);

    /// <summary>
    /// At minute 15 the paper lies before the leadership of each district, registered. It comes to the province at 15 + 50,
    /// is registered there until 75, assigned until 95, drafted until 125, signed until 130, issued at 134; the communes
    /// have it at 135 and registered at 142.
    /// </summary>
    [Fact]
    public void A_paper_that_was_not_handled_is_handled_by_whoever_takes_it_over()
    {
        var played = Reformed(at: 15, handOver: 50);
        Assert.Equal([75, 75], Steps(played, "b/0", Step.Register));
        Assert.Equal([95, 95], Steps(played, "b/0", Step.Assign));
        Assert.Equal([134, 134], Steps(played, "b/0", Step.Issue));
        Assert.All(Communes, commune => Assert.Equal([142], Steps(played, commune, Step.Register)));
    }

    /// <summary>
    /// At minute 50 the district has drafted for 19 of its 30 minutes. The province has the file at 51, registers until 61,
    /// and drafts from the beginning until 91.
    /// </summary>
    [Fact]
    public void A_step_that_was_in_hand_is_begun_again()
    {
        var played = Reformed(at: 50, handOver: 0);
        Assert.Empty(Steps(played, "b/0", Step.Assign));
        Assert.Equal([91, 91], Steps(played, "b/0", Step.Draft));
        Assert.All(Communes, commune => Assert.Equal([91 + 5 + 4 + 1 + 7], Steps(played, commune, Step.Register)));
    }

    /// <summary>
    /// The relay left at 70, so that communes report at 178. The districts went at 100: their reports go on, are registered
    /// for 3 minutes at the province, and it reports for each of them to itself: compile 6, a way of 1, register 3.
    /// </summary>
    [Fact]
    public void Reports_to_a_dissolved_body_go_on_and_are_counted_once()
    {
        var played = Reformed(at: 100, handOver: 10);
        Assert.All(Communes, commune => Assert.Equal([78], Steps(played, commune, Step.Register)));
        var closed = played.By("b/0", EntryKind.Closed).ToList();
        Assert.Equal([3, 3, 6], closed.Select(entry => entry.A).Order());
        Assert.Equal([3, 3, 6], closed.Select(entry => entry.B).Order());
        Assert.DoesNotContain(played.Entries, entry => entry.Kind == EntryKind.StepEnded && entry.Tick > 100
            && (entry.Body == Hash64.Of("b/1") || entry.Body == Hash64.Of("b/2")));
    }

    /// <summary>
    /// The districts go at 15, a commune becomes part of its neighbour at 60; the province, which has the files at 65, still
    /// writes to it as the district would have, and the neighbour carries out both its own and the other's.
    /// </summary>
    [Fact]
    public void What_still_goes_to_a_dissolved_body_is_done_by_whoever_takes_over()
    {
        var merger = new Intervention
        {
            Id = "union",
            At = new Tick(60),
            Acts = [new RestructuringAct(new Merger { Bodies = [new Selector { Named = "b/3" }], Into = "b/4" }, new TickSpan(0))],
        };
        var played = Reformed(at: 15, handOver: 50, also: merger);
        Assert.Equal(4, played.Entries.Count(entry => entry.Step == Step.CarryOut));
        Assert.Equal(2, Steps(played, "b/4", Step.CarryOut).Count);
        Assert.Equal(6, played.By("b/0", EntryKind.Closed).Max(entry => entry.B));
    }

    /// <summary>Each district's relay is copied to the office of the press, once, whoever writes it in the district's place.</summary>
    [Fact]
    public void The_copies_of_a_relay_go_with_the_file()
    {
        var copied = ThreeTiers.Directives[0] with
        {
            Copies = [new CopyRule([new Selector { Level = "level-1" }], [new Selector { Named = "press" }])],
        };
        var model = ThreeTiers with
        {
            Kinds = [.. ThreeTiers.Kinds, Sketch.Kind("press", Sketch.Takes(Step.RegisterCopy, Post.Clerk, 2))],
            Levels = [.. ThreeTiers.Levels, "press"],
            Bodies = [.. ThreeTiers.Bodies, Sketch.Body("press", "press")],
            Directives = [copied],
        };
        Assert.Equal(2, Steps(Played.Of(model), "press", Step.RegisterCopy).Count);
        Assert.Equal(2, Steps(Reformed(at: 15, handOver: 50, model), "press", Step.RegisterCopy).Count);
    }

    /// <summary>What is issued after the districts are gone goes from the province to the communes: a way of 1, and 7.</summary>
    [Fact]
    public void What_is_issued_later_goes_by_the_new_organisation()
    {
        var late = ThreeTiers.Directives[0] with { Id = "d/2", Issued = new Tick(5000) };
        var played = Reformed(at: 100, handOver: 10, ThreeTiers with { Directives = [late] });
        Assert.All(Communes, commune => Assert.Equal([5008], Steps(played, commune, Step.Register)));
        Assert.Empty(played.By("b/1"));
    }

    /// <summary>A directive that a dissolved body was to issue is issued at its minute by whoever has its duties.</summary>
    [Fact]
    public void What_a_dissolved_body_was_to_issue_is_issued_by_its_successor()
    {
        var own = Sketch.Directive("d/3", "b/1", Sketch.Duty("a", 10)) with { Issued = new Tick(300) };
        var played = Reformed(at: 100, handOver: 10, ThreeTiers with { Directives = [own] });
        var issued = Assert.Single(played.Entries, entry => entry.Kind == EntryKind.Issued);
        Assert.Equal((Hash64.Of("b/0"), 300, 4), (issued.Body, issued.Tick, issued.B));
    }

    /// <summary>
    /// Merged into the other district, whose own relay then goes to all four communes: what comes from the file of the
    /// merged one is the same by a second route, filed there, and counts nobody again.
    /// </summary>
    [Fact]
    public void After_a_merger_each_paper_is_worked_off_as_a_file_of_its_own()
    {
        var merger = new Merger { Bodies = [new Selector { Named = "b/1" }], Into = "b/2" };
        var played = Reformed(at: 15, handOver: 0, change: merger);
        Assert.Equal([1, 1, 0, 0], Communes.Select(commune => played.By(commune, EntryKind.Filed).Count()));
        Assert.All(Communes, commune => Assert.Single(Steps(played, commune, Step.CarryOut)));
        Assert.Equal([1, 5], played.By("b/2", EntryKind.Closed).Select(entry => entry.A).Order());
        Assert.Equal(6, played.By("b/0", EntryKind.Closed).Single().A);
    }

    [Fact]
    public void Nobody_can_be_dissolved_for_whom_nobody_could_take_over()
    {
        var lonely = ThreeTiers with { Bodies = [.. ThreeTiers.Bodies, Sketch.Body("alone", "level-1")] };
        var refused = Assert.Throws<RunException>(() => Reformed(at: 15, handOver: 0, lonely));
        Assert.Contains("'alone' has nobody above it who could take over its papers.", refused.Message);
    }

    /// <summary>What keeps memory of the organisation of the start cannot follow one that changes.</summary>
    [Fact]
    public void A_restructuring_is_refused_in_a_run_where_something_cannot_follow_it()
    {
        var prompt = ThreeTiers.Directives[0] with { Assignments = [ThreeTiers.Directives[0].Assignments[0] with { PromptReport = true }] };
        var approved = prompt with { Assignments = [prompt.Assignments[0] with { PromptReport = false, NeedsApproval = true }] };
        var doubled = ThreeTiers.Directives[0] with { Duplicates = 0.5 };
        foreach (var (directive, what) in new[] { (prompt, "prompt reports"), (approved, "approvals"), (doubled, "doubled") })
        {
            var refused = Assert.Throws<RunException>(
                () => Reformed(at: 15, handOver: 0, ThreeTiers with { Directives = [directive] }));
            Assert.Contains(what, refused.Message);
            Assert.Contains("as of the start, in a variant", refused.Message);
        }
    }

    private static readonly string[] Communes = ["b/3", "b/4", "b/5", "b/6"];

    private static BodyKind Office(string id) => Sketch.Kind(
        id, Sketch.Takes(Step.Register, Post.Clerk, 10), Sketch.Takes(Step.Assign, Post.Leadership, 20),
        Sketch.Takes(Step.Draft, Post.Staff, 30), Sketch.Takes(Step.Sign, Post.Leadership, 5),
        Sketch.Takes(Step.Issue, Post.Clerk, 4), Sketch.Takes(Step.Compile, Post.Staff, 6),
        Sketch.Takes(Step.RegisterReport, Post.Clerk, 3));

    /// <summary>A run in which the districts, or others, are restructured at a minute.</summary>
    internal static Played Reformed(
        int at, int handOver, Model? model = null, Restructuring? change = null, Intervention? also = null) =>
        Played.Of((model ?? ThreeTiers) with
        {
            Interventions =
            [
                new Intervention
                {
                    Id = "reform",
                    At = new Tick(at),
                    Acts =
                    [
                        new RestructuringAct(
                            change ?? new TierRemoval { Bodies = new Selector { Level = "level-1" }, Staff = HeadsRule.Lost },
                            new TickSpan(handOver)),
                    ],
                },
                .. also is null ? Array.Empty<Intervention>() : [also],
            ],
        });

    private static List<int> Steps(Played played, string body, Step step) =>
        [.. played.By(body, EntryKind.StepEnded).Where(entry => entry.Step == step).Select(entry => entry.Tick)];
}
