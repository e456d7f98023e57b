using Simulator.Analysis.Paths;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Analysis.Paths;

/// <summary>
/// Slack is what it says: played again with a step that takes so much longer, a run without contention and with offices
/// that never close ends when it did; with one minute more it ends a minute later.
/// </summary>
public sealed class SlackTests
{
    private const int More = 7;

    private static readonly (Step Step, Post By)[] Procedure =
    [
        (Step.Register, Post.Clerk), (Step.Assign, Post.Leadership), (Step.Draft, Post.Staff),
        (Step.Sign, Post.Leadership), (Step.Issue, Post.Clerk), (Step.CarryOut, Post.Staff), (Step.Ask, Post.Staff),
        (Step.RegisterQuestion, Post.Clerk), (Step.Decide, Post.Leadership), (Step.RegisterAnswer, Post.Clerk),
        (Step.Contribute, Post.Staff), (Step.IssueInput, Post.Clerk), (Step.RegisterInput, Post.Clerk),
        (Step.Compile, Post.Staff), (Step.SignReport, Post.Leadership), (Step.IssueReport, Post.Clerk),
        (Step.RegisterReport, Post.Clerk),
    ];

    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_step_that_takes_longer_by_its_slack_moves_nothing_and_by_more_moves_the_end_by_the_excess(int seed)
    {
        var model = Quiet(new Dice((ulong)seed));
        var trace = TraceOf(Played.Of(model));
        foreach (var end in Enum.GetValues<PathEnd>())
        {
            var path = CriticalPath.Find(trace, 0, end);
            Assert.NotNull(path);
            foreach (var ((body, step), slack) in SlackOfSteps(trace, path))
            {
                var said = $"seed {seed}, {end}: {step} at {trace.Model.Bodies[body].Id} with {slack} of slack";
                foreach (var longer in (int[])[1, slack - 1, slack, slack + 1, slack + More])
                {
                    if (longer > 0)
                    {
                        var moved = MakespanOf(WithLonger(model, body, step, longer), end) - path.Makespan;
                        Assert.True(moved == Math.Max(0, longer - slack), $"{said}, {longer} longer: moved by {moved}");
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_step_without_slack_takes_all_that_it_is_shorter_off_until_a_runner_up_decides(int seed)
    {
        var model = Quiet(new Dice((ulong)seed));
        var trace = TraceOf(Played.Of(model));
        foreach (var end in Enum.GetValues<PathEnd>())
        {
            var path = CriticalPath.Find(trace, 0, end)!;
            for (var place = 0; place < path.Legs.Count; place++)
            {
                var leg = path.Legs[place].Leg;
                if (leg.Entry.Kind != EntryKind.StepEnded || leg.Step == Step.CarryOut || leg.Work == 0)
                {
                    continue;
                }

                // What is decided after it: a runner-up that it cannot have held up itself.
                var shorter = Math.Min(leg.Work, path.Legs.Skip(place).Select(each => each.RunnerUp?.Slack ?? int.MaxValue)
                    .Append(path.Next?.Slack ?? int.MaxValue).Min());
                var moved = path.Makespan - MakespanOf(WithLonger(model, leg.Body, leg.Step, -shorter), end);
                Assert.True(
                    moved >= shorter, $"seed {seed}, {end}: {leg.Step} at {leg.Body}, {shorter} shorter: {moved} earlier");
            }
        }
    }

    /// <summary>By step of a body: the least slack of those of its entries that say that the step ended.</summary>
    private static Dictionary<(int Body, Step Step), int> SlackOfSteps(RunTrace trace, CriticalPath path)
    {
        var least = new Dictionary<(int, Step), int>();
        for (var place = 0; place < trace.Entries.Length; place++)
        {
            var entry = trace.Entries[place];
            if (entry.Kind == EntryKind.StepEnded && entry.Step != Step.CarryOut && path.SlackAt(place) is { } slack)
            {
                var key = (trace.BodyOf(entry), entry.Step);
                least[key] = Math.Min(least.GetValueOrDefault(key, int.MaxValue), slack);
            }
        }

        return least;
    }

    private static int MakespanOf(Model model, PathEnd end) => CriticalPath.Find(TraceOf(Played.Of(model)), 0, end)!.Makespan;

    private static RunTrace TraceOf(Played played) => new(played.Model, [.. played.Entries]);

    /// <summary>Every body has a kind of its own, so that one step of one body is changed and nothing else.</summary>
    private static Model WithLonger(Model model, int body, Step step, int minutes)
    {
        var compiled = Played.Of(model with { Until = new TickSpan(1) }).Model;
        var kind = compiled.Bodies[body].Kind;
        return model with
        {
            Kinds =
            [
                .. model.Kinds.Select(each => each.Id != kind ? each : each with
                {
                    Steps =
                    [
                        .. each.Steps.Select(rule => rule.Step != step ? rule : rule with
                        {
                            Takes = [.. rule.Takes.Select(takes => Distribution.Constant(takes.Mean + minutes))],
                        }),
                    ],
                }),
            ],
        };
    }

    /// <summary>
    /// A tree in which some assignments need approval and some the inputs of others, with steps of constant length and as
    /// many people in each post as papers can ever wait for it.
    /// </summary>
    private static Model Quiet(Dice dice)
    {
        var tree = Sketch.Tree(dice.Between(1, 2), dice.Between(2, 4));
        var bodies = tree.Select(body => body with { Kind = "k-" + body.Id }).ToList();
        var levels = tree.Select(body => body.Kind).Distinct().ToList();
        var duties = Enumerable.Range(0, dice.Below(4)).Select(place => Sketch.Duty($"a/{place}", dice.Below(900)) with
        {
            NeedsApproval = dice.Falls(0.3),
        }).ToList();
        if (dice.Falls(0.6))
        {
            duties.Add(Sketch.Duty("led", dice.Below(900)) with
            {
                By = [new Selector { Named = "b/1" }],
                With = [new Selector { Named = "b/2" }, new Selector { Named = bodies[^1].Id }],
                Inputs = new InputRule(),
            });
        }

        var kinds = tree.Select((body, place) => Kind(dice, "k-" + body.Id, levels.IndexOf(body.Kind) + "")).ToList();
        return Sketch.Model(
            kinds, bodies,
            Sketch.Directive("d", "b/0", duties) with { Issued = new Tick(dice.Below(500)) }) with
        {
            Channels = [new Channel { Id = Sketch.Wire, Delay = Distribution.Constant(1 + dice.Below(90)) }],
        };
    }

    private static BodyKind Kind(Dice dice, string id, string level) => Sketch.Kind(
        id,
        [
            .. Procedure.Where(each => each.Step == Step.CarryOut || dice.Falls(0.8))
                .Select(each => Sketch.Takes(each.Step, each.By, 10 + dice.Below(400))),
        ]) with
    {
        Level = level,
        Clerk = Sketch.Heads(64),
        Leadership = Sketch.Heads(64),
        Staff = Sketch.Heads(64),
    };
}
