using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Analysis;

/// <summary>How much of the original comes to whom, read from the journal alone.</summary>
public sealed class ContentMeasuresTests
{
    private static readonly Assignment[] Duties =
        [Sketch.Duty("a", 1), Sketch.Duty("b", 1) with { Strength = 0.5 }];

    private static readonly Assignment[] Strong = [Sketch.Duty("a", 1), Sketch.Duty("b", 1)];

    [Fact]
    public void The_share_is_what_is_left_of_the_strength()
    {
        var shares = Read(Chain(new ContentRule { Fades = 0.1 }, Duties));
        Assert.Equal([1_000_000, 900_000, 810_000], Enumerable.Range(1, 3).Select(place => shares[place].ContentShare));
    }

    [Fact]
    public void What_is_lost_or_distorted_or_not_enclosed_is_missing_from_it()
    {
        Assert.Equal(0, Read(Chain(new ContentRule { Loses = 1 }, Duties))[2].ContentShare);
        Assert.Equal(0, Read(Chain(new ContentRule { Distorts = 1 }, Duties))[2].ContentShare);
        Assert.Equal(0, Read(Chain(new ContentRule { LosesAttachment = 1 }, Duties, RelayForm.CoverLetter))[2].ContentShare);
    }

    [Fact]
    public void A_weak_assignment_counts_by_its_strength()
    {
        // Only "a" is meant for the last; "b", half as strong, is lost with whoever hands it on.
        Assignment[] duties =
        [
            Duties[0] with { By = [new Selector { Named = "b/1" }] },
            Duties[1] with { By = [new Selector { Named = "b/3" }] },
        ];
        var shares = Read(Chain(new ContentRule { Loses = 1 }, duties));
        Assert.Equal([1_000_000, 0, 0], Enumerable.Range(1, 3).Select(place => shares[place].ContentShare));
        var mixed = Read(Chain(new ContentRule { Distorts = 1 }, [duties[0], Duties[1]]));
        Assert.Equal([1_000_000, 0, 0], Enumerable.Range(1, 3).Select(place => mixed[place].ContentShare));
    }

    [Fact]
    public void A_local_assignment_is_owed_and_is_no_part_of_the_original()
    {
        var local = Sketch.Duty("local", 1) with { AddedBy = [Selector.EachAddressee] };
        var shares = Read(Chain(new ContentRule { Adds = 1 }, [.. Duties, local]));
        Assert.Equal(1_000_000, shares[2].ContentShare);
        Assert.Equal([0b011U, 0b111U, 0b111U], Enumerable.Range(1, 3).Select(place => shares[place].Own));
    }

    [Fact]
    public void A_body_whose_paper_leaves_something_out_has_not_complied_whatever_it_reports()
    {
        var model = Chain(new ContentRule { Loses = 1 }, Strong);
        var shares = Read(model);
        Assert.Equal((0b11U, ProgressState.EndedInPart, -1), (shares[2].LeftOut, shares[2].State, shares[2].CompliedAt));
        Assert.Equal((3, 3), (shares[0].ReportedBodies, shares[0].ReportedComplied));
        Assert.Contains(HoldUps(model), each => each is { Body: 2, Cause: HoldUpCause.LeftOut, Count: 2 });
    }

    [Fact]
    public void A_body_that_does_something_else_has_not_complied_whatever_it_reports()
    {
        foreach (var carriesOut in (bool[])[true, false])
        {
            var model = Chain(new ContentRule { Distorts = 1 }, Strong, carriesOut: carriesOut);
            var shares = Read(model);
            Assert.Equal(ProgressState.Complied, shares[1].State);
            Assert.Equal((0b11U, 0U, ProgressState.EndedInPart), (shares[2].Otherwise, shares[2].Done, shares[2].State));
            Assert.Equal((3, 3), (shares[0].ReportedBodies, shares[0].ReportedComplied));
            Assert.Contains(HoldUps(model), each => each is { Body: 2, Cause: HoldUpCause.DoneOtherwise, Count: 2 });
        }
    }

    [Fact]
    public void A_body_that_was_not_reached_counts_nothing_in_the_mean_of_its_level()
    {
        var tree = Sketch.Model(
            [Kind(0, null, true), Kind(1, ContentRule.Faithful, true)], Sketch.Tree(1, 40),
            Sketch.Directive("d", "b/0", Duties)) with
        {
            Channels = [new() { Id = Sketch.Wire, Delay = Simulator.Kernel.Chance.Distribution.Constant(1), Loss = 0.5 }],
        };
        var trace = Trace(tree);
        var measures = DirectiveMeasures.Of(trace.Model, ProgressReader.Read(trace)).Single();
        var level = Assert.Single(measures.ContentByLevel);
        Assert.InRange(measures.Reached, 1, 39);
        Assert.Equal((40, measures.Reached / 40.0), (level.Addressed, level.Share));
    }

    [Theory]
    [InlineData(9500, false, true)]
    [InlineData(9501, false, false)]
    [InlineData(9499, true, false)]
    [InlineData(9500, true, true)]
    public void A_goal_on_content_is_on_the_mean(int basisPoints, bool atMost, bool isMet)
    {
        var goal = new Goal
        {
            Text = "content(all)",
            Measure = GoalMeasure.Content,
            Among = new Selector(),
            BasisPoints = basisPoints,
            AtMost = atMost,
            Within = TickSpan.FromDays(1),
        };
        var trace = Trace(Chain(new ContentRule { Fades = 0.1 }, Duties, bodies: 3) with { Goals = [goal] });
        var answer = Assert.Single(GoalAnswer.Of(trace, ProgressReader.Read(trace)));
        Assert.Equal((0.95, isMet, 2, 1), (answer.Share, answer.IsMet, answer.Among, answer.InState));
    }

    [Fact]
    public void Where_no_content_is_followed_all_of_it_comes_with_the_paper()
    {
        var model = Chain(null, [Duties[0]]);
        var trace = Trace(model);
        Assert.False(trace.Model.FollowsContent);
        var progress = ProgressReader.Read(trace);
        Assert.Equal(BodyProgress.Whole, progress[0][3].ContentShare);
        Assert.Empty(DirectiveMeasures.Of(trace.Model, progress)[0].ContentByLevel);
    }

    private static IReadOnlyDictionary<int, BodyProgress> Read(Model model) => ProgressReader.Read(Trace(model))[0];

    private static IReadOnlyList<HoldUp> HoldUps(Model model)
    {
        var trace = Trace(model);
        return HoldUp.Of(trace, 0, ProgressReader.Read(trace)[0], model.Until.Minutes);
    }

    private static RunTrace Trace(Model model)
    {
        var played = Played.Of(model);
        return new RunTrace(played.Model, [.. played.Entries]);
    }

    private static Model Chain(
        ContentRule? rule, Assignment[] duties, RelayForm form = default, bool carriesOut = true, int bodies = 4) =>
        Sketch.Model(
            [.. Enumerable.Range(0, bodies).Select(level => Kind(level, rule, carriesOut) with { Relay = form })],
            Sketch.Chain(bodies),
            Sketch.Directive("d", "b/0", duties));

    private static BodyKind Kind(int level, ContentRule? rule, bool carriesOut) =>
        (carriesOut
            ? Sketch.Kind($"level-{level}", Sketch.Takes(Step.CarryOut, null, 0))
            : Sketch.Kind($"level-{level}")) with
        {
            Content = rule,
        };
}
