using Simulator.Kernel.Chance;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Kernel.Time;

namespace Simulator.Tests.Laws;

public sealed class CriticalPathTests
{
    private static readonly (Step Step, Post By)[] Procedure =
    [
        (Step.Register, Post.Clerk), (Step.Assign, Post.Leadership), (Step.Draft, Post.Staff),
        (Step.Sign, Post.Leadership), (Step.Issue, Post.Clerk), (Step.CarryOut, Post.Staff),
        (Step.Compile, Post.Staff), (Step.SignReport, Post.Leadership), (Step.IssueReport, Post.Clerk),
        (Step.RegisterReport, Post.Clerk),
    ];

    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(40)];

    [Fact]
    public void A_chain_of_three_ends_when_its_steps_and_channels_have_passed_one_after_another()
    {
        var office = new[] { (Step.Register, Post.Clerk, 10), (Step.Assign, Post.Leadership, 20) };
        IReadOnlyList<StepRule> steps =
        [
            .. office.Select(step => Sketch.Takes(step.Item1, step.Item2, step.Item3)),
            Sketch.Takes(Step.CarryOut, Post.Staff, 0),
        ];
        var model = Sketch.Model(
            [Sketch.Kind("level-0"), Sketch.Kind("level-1", steps), Sketch.Kind("level-2", steps)],
            Sketch.Chain(3),
            Sketch.Directive("d", "b/0", Sketch.Duty("a", 100)));
        var closed = Assert.Single(Played.Of(model).By("b/0", EntryKind.Closed));
        Assert.Equal(1 + 30 + 1 + 30 + 100 + 1 + 1, closed.Tick);
        Assert.Equal(closed.Tick, new CriticalPath(model).EndOf(model.Directives[0]));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_noise_and_contention_a_chain_ends_with_its_critical_path(int seed)
    {
        var dice = new Dice((ulong)seed);
        EndsWithItsCriticalPath(Quiet(dice, Sketch.Chain(dice.Between(2, 9))), seed);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_noise_and_contention_a_tree_ends_with_its_critical_path(int seed)
    {
        var dice = new Dice((ulong)seed);
        EndsWithItsCriticalPath(Quiet(dice, Sketch.Tree(dice.Between(1, 3), dice.Between(2, 5))), seed);
    }

    private static void EndsWithItsCriticalPath(Model model, int seed)
    {
        var end = new CriticalPath(model).EndOf(model.Directives[0]);
        var closed = Assert.Single(Played.Of(model).By("b/0", EntryKind.Closed));
        Assert.True(end == closed.Tick, $"seed {seed}: the path ends at {end}, the run at {closed.Tick}");
        Assert.Equal(model.Bodies.Count - 1, closed.A);
        Assert.Equal(model.Bodies.Count - 1, closed.B);
    }

    /// <summary>Constant durations, and as many people in each post as papers can ever wait for it.</summary>
    private static Model Quiet(Dice dice, IReadOnlyList<Body> bodies)
    {
        var kinds = bodies.Select(body => body.Kind).Distinct().Select(kind => QuietKind(dice, kind)).ToArray();
        var model = Sketch.Model(
            kinds,
            bodies,
            Sketch.Directive("d", "b/0", [.. Enumerable.Range(0, dice.Below(4)).Select(place =>
                Sketch.Duty($"a/{place}", dice.Below(900)))]) with
            {
                Issued = new Tick(dice.Below(5000)),
            });
        return model with
        {
            Calendars = new Dictionary<string, CalendarRule> { ["office"] = Vietnam2021.Rule() },
            Channels =
            [
                new Channel { Id = Sketch.Wire, Delay = Distribution.Constant(dice.Below(90)) },
                new Channel
                {
                    Id = "post",
                    Delay = Distribution.Constant(dice.Below(3000)),
                    ReportDelay = Distribution.Constant(dice.Below(300)),
                },
            ],
        };
    }

    private static BodyKind QuietKind(Dice dice, string id) => Sketch.Kind(
        id,
        [
            .. Procedure.Where(_ => dice.Falls(0.8)).Select(step => Sketch.Takes(
                step.Step, step.Step == Step.CarryOut && dice.Falls(0.5) ? null : step.By, dice.Below(400)) with
            {
                PerAddressee = step.Step == Step.Issue ? dice.Below(5) : 0,
            }),
        ]) with
    {
        Clerk = Sketch.Heads(64, Calendar(dice)),
        Leadership = Sketch.Heads(64, Calendar(dice)),
        Staff = Sketch.Heads(64, Calendar(dice)),
        Channel = dice.Pick(Sketch.Wire, "post"),
    };

    private static string? Calendar(Dice dice) => dice.Pick(null, "office", "office");
}
