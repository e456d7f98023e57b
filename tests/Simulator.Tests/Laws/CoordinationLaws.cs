using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>
/// A lead and those who coordinate with it, where nothing is left to chance: a paper travels a minute, registering
/// takes <see cref="Registering"/>, a contribution as long as the body's kind says, the assignment <see cref="Work"/>.
/// </summary>
public sealed class CoordinationLaws
{
    private const int Registering = 5;
    private const int Work = 100;

    /// <summary>The lead begins at the registration of the last input that it is owed: max, not sum.</summary>
    [Theory]
    [InlineData(10, 20, 30)]
    [InlineData(300, 20, 30)]
    [InlineData(50, 50, 50)]
    public void A_lead_begins_when_the_last_input_is_registered_and_not_a_minute_later(params int[] contributions)
    {
        var played = Played.Of(Model(null, contributions));
        // Each arrives in a minute, is registered in 5, written, and travels a minute; one clerk registers the inputs.
        var registered = 0;
        foreach (var arrives in contributions.Order().Select(minutes => 1 + Registering + minutes + 1))
        {
            registered = Math.Max(arrives, registered) + Registering;
        }

        Assert.Equal(registered, Begun(played));
        var ended = Assert.Single(played.By("lead", EntryKind.InputsEnded));
        Assert.Equal((0, 3, 0, registered), (ended.What, ended.A, ended.B, ended.Tick));
    }

    /// <summary>With a limit it begins exactly then, and what comes later is registered and changes nothing.</summary>
    [Theory]
    [InlineData(60, 2)]
    [InlineData(316, 1)]
    [InlineData(1, 3)]
    public void A_lead_that_waits_at_most_so_long_begins_exactly_then(int atMost, int missing)
    {
        var played = Played.Of(Model(new InputRule { AtMost = new(atMost) }, 10, 310, 400));
        Assert.Equal(1 + Registering + atMost, Begun(played));
        var ended = Assert.Single(played.By("lead", EntryKind.InputsEnded));
        Assert.Equal((1, 3, missing), (ended.What, ended.A, ended.B));
        Assert.Equal(
            3, played.By("lead", EntryKind.StepEnded).Count(entry => entry.Step == Step.RegisterInput));
        Assert.Single(played.By("lead", EntryKind.StepEnded), entry => entry.Step == Step.CarryOut);
    }

    /// <summary>At the very minute of the limit an input that is registered then is in time.</summary>
    [Fact]
    public void An_input_that_is_registered_in_the_minute_of_the_limit_is_in_time()
    {
        var played = Played.Of(Model(new InputRule { AtMost = new(306) }, 10, 20, 300));
        var ended = Assert.Single(played.By("lead", EntryKind.InputsEnded));
        Assert.Equal((0, 312, 0), (ended.What, ended.Tick, ended.B));
    }

    [Fact]
    public void Where_no_inputs_are_waited_for_the_lead_begins_at_once_and_nobody_writes_any()
    {
        var played = Played.Of(Model(null, 10, 20, 30) is var model
            ? model with { Directives = [model.Directives[0] with { Assignments = [Duty(null) with { Inputs = null }] }] }
            : throw new InvalidOperationException());
        Assert.Equal(1 + Registering, Begun(played));
        Assert.DoesNotContain(played.Entries, entry => entry.Step is Step.Contribute or Step.RegisterInput);
    }

    /// <summary>
    /// An input that lies aside holds up the lead and whoever owes it, until a reminder; one that is ignored only
    /// the lead, until an inspection.
    /// </summary>
    [Theory]
    [InlineData(1, 0, 1000)]
    [InlineData(0, 1, 2000)]
    public void What_a_coordinating_body_lays_aside_comes_after_a_reminder_and_what_it_ignores_after_an_inspection(
        double stall, double ignore, int asked)
    {
        var model = Model(null, 10, 20, 30);
        model = model with
        {
            Bodies =
            [
                .. model.Bodies.Select(body => body.Id == "c/1"
                    ? body with { Conduct = new ConductRule { Stall = stall, Ignore = ignore } }
                    : body),
            ],
            Kinds =
            [
                model.Kinds[0] with
                {
                    FollowUp = new FollowUpRule { AfterIssue = new(1000), InspectAfter = new(2000), InspectsAll = true },
                },
                .. model.Kinds.Skip(1),
            ],
        };
        var played = Played.Of(model);
        // A minute under way, then (reminders alone are registered) the contribution, a minute, registering.
        var resumed = asked + 1;
        Assert.Equal(resumed + 20 + 1 + Registering, Begun(played));
        Assert.Equal(
            [(byte)(ignore > 0 ? ContributionState.Ignored : ContributionState.LaidAside), (byte)ContributionState.Resumed],
            played.By("c/1", EntryKind.Contribution).Select(entry => entry.What));
        var closed = Assert.Single(played.By("c/1", EntryKind.Closed)).Tick;
        Assert.Equal(ignore > 0 ? 1 + Registering : resumed + 20, closed);
    }

    /// <summary>Two leads get a copy each of one contribution; who is addressed by another paper gets none.</summary>
    [Fact]
    public void Each_lead_of_the_same_paper_gets_the_one_contribution()
    {
        var model = Model(null, 10, 20, 30);
        model = model with
        {
            Bodies = [.. model.Bodies, Sketch.Body("lead/2", "lead", "top"), Sketch.Body("lead/3", "lead", "c/0")],
            Kinds = [.. model.Kinds.Select(kind => kind with { RelaysTo = [Selector.Subordinates] })],
        };
        var played = Played.Of(model);
        Assert.Equal(Begun(played), Begun(played, "lead/2"));
        Assert.Equal(3, played.Entries.Count(entry => entry.Step == Step.Contribute));
        Assert.Equal(6, played.Entries.Count(entry => entry.Step == Step.RegisterInput));
        Assert.Empty(played.By("lead/3", EntryKind.InputsAwaited));
        Assert.Single(played.By("lead/3", EntryKind.StepEnded), entry => entry.Step == Step.CarryOut);
    }

    private static int Begun(Played played, string lead = "lead") =>
        Assert.Single(played.By(lead, EntryKind.StepEnded), entry => entry.Step == Step.CarryOut).Started;

    private static Assignment Duty(InputRule? rule) => Sketch.Duty("plan", Work) with
    {
        By = [new Selector { Kind = "lead" }],
        With = [new Selector { Level = "coordinator" }],
        Inputs = rule ?? new InputRule(),
    };

    /// <summary>One that issues, one that leads, and some that coordinate and write so many minutes each.</summary>
    private static Model Model(InputRule? rule, params int[] contributions) => Sketch.Model(
        [
            Sketch.Kind("top"),
            Sketch.Kind(
                "lead", Sketch.Takes(Step.Register, null, Registering), Sketch.Takes(Step.CarryOut, Post.Staff, 0),
                Sketch.Takes(Step.RegisterInput, Post.Clerk, Registering)),
            .. contributions.Select((minutes, place) => Sketch.Kind(
                $"c-{place}", Sketch.Takes(Step.Register, null, Registering),
                Sketch.Takes(Step.Contribute, Post.Staff, minutes)) with
            {
                Level = "coordinator",
            }),
        ],
        [
            Sketch.Body("top", "top"), Sketch.Body("lead", "lead", "top"),
            .. contributions.Select((_, place) => Sketch.Body($"c/{place}", $"c-{place}", "top")),
        ],
        Sketch.Directive("d", "top", Duty(rule))) with
    {
        Channels = [new Channel { Id = Sketch.Wire, Delay = Distribution.Constant(1) }],
        Until = TickSpan.FromDays(20),
    };
}
