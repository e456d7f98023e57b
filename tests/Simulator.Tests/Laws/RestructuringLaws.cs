using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Tests.Kernel.Checkers;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>What is known exactly of an organisation after it was changed.</summary>
public sealed class RestructuringLaws
{
    private static readonly Model ThreeTiers = Sketch.Model(
        [
            Sketch.Kind("level-0"),
            Sketch.Kind(
                "level-1", Sketch.Takes(Step.Register, Post.Clerk, 10), Sketch.Takes(Step.Assign, Post.Leadership, 20),
                Sketch.Takes(Step.Draft, Post.Staff, 30), Sketch.Takes(Step.Sign, Post.Leadership, 5),
                Sketch.Takes(Step.Issue, Post.Clerk, 4)),
            Sketch.Kind("level-2", Sketch.Takes(Step.Register, Post.Clerk, 7)),
        ],
        Sketch.Tree(2, 3),
        Sketch.Directive("d/1", "b/0", Sketch.Duty("a", 100)));

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    /// <summary>A way of 1, the tier's 10 + 20 + 30 + 5 + 4, a way of 1 and 7 to register; without it 1 + 7.</summary>
    [Fact]
    public void Without_a_tier_a_paper_comes_as_much_sooner_as_the_tier_and_one_way_took()
    {
        Assert.All(RegisteredAt(ThreeTiers), tick => Assert.Equal(1 + 69 + 1 + 7, tick));
        Assert.All(RegisteredAt(Without(ThreeTiers, HeadsRule.Lost)), tick => Assert.Equal(1 + 7, tick));
    }

    /// <summary>Nine papers of 60 minutes each at one staff of the superior: with the tier's three they take a quarter.</summary>
    [Fact]
    public void People_who_come_up_work_there()
    {
        var kinds = ThreeTiers.Kinds.ToArray();
        kinds[0] = kinds[0] with { Steps = [Sketch.Takes(Step.RegisterReport, Post.Clerk, 60)] };
        var model = ThreeTiers with { Kinds = kinds };
        Assert.Equal(9 * 60, Spent(Without(model, HeadsRule.Lost)));
        Assert.Equal(3 * 60, Spent(Without(model, HeadsRule.ToSuperior)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whoever_stays_draws_what_he_drew_before(int seed)
    {
        var model = GeneratedModel.Of(seed);
        var dice = new Dice((ulong)seed + 77);
        var after = GeneratedRestructuring.After(model, GeneratedRestructuring.Tier(model, dice));
        var options = new RunOptions { Seed = (ulong)seed };
        var sharing = model.Kinds.Any(kind => kind.Staff.Multitasking + kind.Leadership.Multitasking > 2);
        if (!sharing && !ReferenceEquals(model, after))
        {
            var differences = CommonDraws.Of(
                new Evidence(Played.Of(model, options)), new Evidence(Played.Of(after, options)), _ => true).Differences;
            Assert.True(differences.Count == 0, $"seed {seed}: {string.Join('\n', differences.Take(3))}");
        }
    }

    private static Model Without(Model model, HeadsRule staff) => Reorganisation
        .Of(model, new TierRemoval { Bodies = new Selector { Level = "level-1" }, Staff = staff }).Model;

    private static List<int> RegisteredAt(Model model)
    {
        var played = Played.Of(model, new RunOptions());
        var ticks = Enumerable.Range(4, 9)
            .SelectMany(place => played.By($"b/{place}", EntryKind.StepEnded))
            .Where(entry => entry.Step == Step.Register).Select(entry => entry.Tick).ToList();
        Assert.Equal(9, ticks.Count);
        return ticks;
    }

    private static int Spent(Model model)
    {
        var taken = Played.Of(model, new RunOptions()).By("b/0", EntryKind.StepEnded)
            .Where(entry => entry.Step == Step.RegisterReport).ToList();
        Assert.Equal(9, taken.Count);
        return taken.Max(entry => entry.Tick) - taken.Min(entry => entry.Started);
    }
}
