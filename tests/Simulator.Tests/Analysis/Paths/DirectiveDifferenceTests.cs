using Simulator.Analysis.Paths;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Paths;

public sealed class DirectiveDifferenceTests
{
    private const int Later = 37;

    /// <summary>Three below the issuer, of whom b/2 signs later, and three below each, of whom b/9 is slower.</summary>
    [Fact]
    public void What_one_body_adds_is_told_of_it_alone_and_all_below_have_inherited_it()
    {
        var (one, other) = (TraceOf(Tree()), TraceOf(Tree(("k-b/2", Step.Sign, Later), ("k-b/9", Step.Assign, 5))));
        var difference = Between(one, other);
        Assert.Equal(12, difference.Bodies.Count);
        Assert.Equal(
            [("b/2", OriginStage.Relay, Later, 3), ("b/9", OriginStage.CarryOut, 5, 0)],
            difference.Origins.Select(each => (each.Body.First.Id, each.Stage, each.Minutes, each.Inherited)));
        Assert.Equal(["b/7", "b/8", "b/9"], difference.Bodies.Where(body => body.At(CourseMoment.Arrived) == Later)
            .Select(body => body.First.Id));
        var complied = difference.Levels.Single(each => (each.Level, each.Moment) == ("2", CourseMoment.Complied));
        Assert.Equal((3, 6, 0, 0, 0, 0.0), (
            complied.Later, complied.Same, complied.Earlier, complied.OnlyFirst, complied.OnlySecond, complied.Median));
        Assert.Equal(Later + 5, difference.Bodies.Single(body => body.First.Id == "b/9").At(CourseMoment.Complied));
        Assert.Empty(difference.States);
    }

    [Fact]
    public void The_other_way_round_it_is_the_same_with_the_other_sign()
    {
        var (one, other) = (TraceOf(Tree()), TraceOf(Tree(("k-b/1", Step.Assign, Later))));
        var (there, back) = (Between(one, other), Between(other, one));
        Assert.Equal(
            there.Origins.Select(each => (each.Body.First.Id, each.Stage, -each.Minutes, each.Inherited)),
            back.Origins.Select(each => (each.Body.First.Id, each.Stage, each.Minutes, each.Inherited)));
    }

    [Fact]
    public void A_run_is_no_different_from_itself_and_journals_part_where_the_first_entry_differs()
    {
        var (one, other) = (TraceOf(Tree()), TraceOf(Tree(("k-b/2", Step.Register, 1))));
        Assert.True(Between(one, one).IsNone);
        Assert.Null(JournalParting.Of(one, TraceOf(Tree())));
        var parting = JournalParting.Of(one, other)!;
        Assert.Equal(Step.Register, parting.First!.Value.Step);
        Assert.Equal(Hash64.Of("b/2"), parting.First.Value.Body);
        Assert.True(one.Entries[..parting.Common].SequenceEqual(other.Entries[..parting.Common]));
    }

    /// <summary>In any two runs whatever is added on the way to a body, and at those above it, is what it came later by.</summary>
    [Theory]
    [InlineData("bac-kan-570")]
    [InlineData("phu-yen-91")]
    public void What_was_added_on_the_way_adds_up_to_how_much_later_it_came(string name)
    {
        var played = ShippedRun.Base(name);
        var one = new RunTrace(played.Model, [.. played.Entries]);
        var again = Played.Of(ShippedRun.Model(name), played.Options with { Seed = 7 });
        var other = new RunTrace(again.Model, [.. again.Entries]);
        var difference = Between(one, other);
        var own = difference.Origins.ToDictionary(each => (each.Body.First.Id, each.Stage), each => each.Minutes);
        var bodies = difference.Bodies.ToDictionary(body => body.First.Id, StringComparer.Ordinal);
        var checkedOnes = 0;
        foreach (var body in bodies.Values.Where(body => body.At(CourseMoment.Arrived) is not null))
        {
            var (added, isKnown) = (0, true);
            var issuer = one.Model.Bodies[one.Model.Directives[0].Issuer].Id;
            for (var at = body; isKnown; at = bodies[at.First.From!])
            {
                isKnown = at.First.From == at.Second.From && at.At(CourseMoment.Arrived) is not null;
                added += own.GetValueOrDefault((at.First.Id, OriginStage.Travel));
                if (!isKnown || at.First.From == issuer)
                {
                    break;
                }

                added += own.GetValueOrDefault((at.First.From!, OriginStage.Relay));
                isKnown = bodies.TryGetValue(at.First.From!, out var above)
                    && above.Second.At(CourseMoment.Relayed) == at.Second.Sent && above.First.At(CourseMoment.Relayed) == at.First.Sent;
            }

            if (isKnown)
            {
                Assert.Equal(body.At(CourseMoment.Arrived), added);
                checkedOnes++;
            }
        }

        Assert.True(checkedOnes > 20, $"{checkedOnes} bodies");
    }

    private static DirectiveDifference Between(RunTrace one, RunTrace other) =>
        DirectiveDifference.Of(BodyCourse.Read(one, 0), BodyCourse.Read(other, 0))!;

    private static RunTrace TraceOf(Model model)
    {
        var played = Played.Of(model);
        return new RunTrace(played.Model, [.. played.Entries]);
    }

    /// <summary>Every body has a kind of its own.</summary>
    private static Model Tree(params IReadOnlyList<(string Kind, Step Step, int More)> longer)
    {
        var tree = Sketch.Tree(2, 3);
        var steps = new[]
        {
            (Step.Register, Post.Clerk), (Step.Assign, Post.Leadership), (Step.Sign, Post.Leadership), (Step.CarryOut, Post.Staff),
        };
        var kinds = tree.Select(body => "k-" + body.Id).Select((kind, place) => Sketch.Kind(
            kind,
            [
                .. steps.Select(step => Sketch.Takes(
                    step.Item1, step.Item2,
                    100 + longer.Where(each => each.Kind == kind && each.Step == step.Item1).Sum(each => each.More))),
            ]) with
        {
            Level = place == 0 ? "0" : place < 4 ? "1" : "2",
        });
        return Sketch.Model(
            [.. kinds], [.. tree.Select(body => body with { Kind = "k-" + body.Id })],
            Sketch.Directive("d", "b/0", Sketch.Duty("a", 50)) with { Issued = new Tick(10) });
    }
}
