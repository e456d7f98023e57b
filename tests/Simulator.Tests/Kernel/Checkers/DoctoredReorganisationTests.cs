using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>Who is dissolved and acts, and who draws another length than before, is seen.</summary>
public sealed class DoctoredReorganisationTests
{
    private static readonly Model Declared = Sketch.Model(
        [
            Sketch.Kind("level-0"), Sketch.Kind("level-1", Sketch.Takes(Step.Register, Post.Clerk, 3)),
            Sketch.Kind("level-2", Sketch.Takes(Step.Register, Post.Clerk, 7)),
        ],
        Sketch.Tree(2, 2),
        Sketch.Directive("d/1", "b/0", Sketch.Duty("a", 10)));

    private static Model Flat => Reorganisation
        .Of(Declared, new TierRemoval { Bodies = new Selector { Level = "level-1" } }).Model;

    [Fact]
    public void A_dissolved_body_that_starts_work_is_seen()
    {
        var honest = Played.Of(Flat, new RunOptions());
        Assert.Empty(new DissolutionChecker().Complaints(new Evidence(honest)));
        var place = honest.Entries.FindIndex(entry => entry.Kind == EntryKind.StepEnded);
        honest.Entries[place] = honest.Entries[place] with { Body = Hash64.Of("b/1") };
        Assert.NotEmpty(new DissolutionChecker().Complaints(new Evidence(honest)));
    }

    [Fact]
    public void A_step_of_another_length_than_before_is_seen()
    {
        var before = Played.Of(Declared, new RunOptions());
        var after = Played.Of(Flat, new RunOptions());
        var (common, differences) = CommonDraws.Of(new Evidence(before), new Evidence(after), _ => true);
        Assert.Equal(4, common);
        Assert.Empty(differences);
        var place = after.Entries.FindIndex(entry => entry.Step == Step.Register);
        after.Entries[place] = after.Entries[place] with { Tick = after.Entries[place].Tick + 1 };
        Assert.Single(CommonDraws.Of(new Evidence(before), new Evidence(after), _ => true).Differences);
    }
}
