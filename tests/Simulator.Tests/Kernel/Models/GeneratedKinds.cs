using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Models;

/// <summary>Made-up offices: which steps they take, who takes them, when he works, how long it takes.</summary>
internal sealed class GeneratedKinds(Dice dice)
{
    private static readonly (Step Step, Post By)[] Procedure =
    [
        (Step.Register, Post.Clerk), (Step.Assign, Post.Leadership), (Step.Draft, Post.Staff),
        (Step.Sign, Post.Leadership), (Step.Issue, Post.Clerk), (Step.CarryOut, Post.Staff),
        (Step.Compile, Post.Staff), (Step.SignReport, Post.Leadership), (Step.IssueReport, Post.Clerk),
        (Step.RegisterReport, Post.Clerk), (Step.RegisterReminder, Post.Clerk), (Step.Remind, Post.Staff),
        (Step.Ask, Post.Staff), (Step.RegisterQuestion, Post.Clerk), (Step.Decide, Post.Leadership),
        (Step.RegisterAnswer, Post.Clerk),
    ];

    public BodyKind State(int level) => Office($"state-{level}", level) with
    {
        RelaysTo = dice.Falls(0.9) ? [Selector.Subordinates] : [new Selector { Level = $"level-{level + 1}" }],
        FollowUp = dice.Falls(0.6)
            ? new FollowUpRule { AfterIssue = Days(1, 9), GraceAfterDue = dice.Falls(0.5) ? Days(0, 3) : null }
            : null,
    };

    public BodyKind Party(int level) => Office($"party-{level}", level) with
    {
        Line = "party",
        RelaysTo = dice.Falls(0.5) ? [new Selector { Led = true }] : [],
        Numbers = NumberSeries.ByTerm,
    };

    public IReadOnlyList<Channel> Channels() =>
    [
        new Channel
        {
            Id = "axis",
            Delay = dice.Falls(0.3) ? Distribution.Constant(2) : Distribution.Exponential(dice.Between(1, 30)),
            Loss = dice.Falls(0.4) ? 0.05 : 0,
        },
        new Channel
        {
            Id = "post",
            Delay = Distribution.Lognormal(dice.Between(100, 2000), 0.7),
            ReportDelay = dice.Falls(0.5) ? Distribution.Uniform(30, 900) : null,
            ReminderDelay = dice.Falls(0.5) ? Distribution.Constant(1) : null,
            Loss = dice.Falls(0.4) ? 0.1 : 0,
        },
    ];

    private BodyKind Office(string id, int level)
    {
        var held = dice.Falls(0.2);
        return Sketch.Kind(id, [.. Steps(held)]) with
        {
            Level = $"level-{level}",
            Clerk = Resource(),
            Leadership = Resource(),
            Staff = Resource(),
            Relay = dice.Falls(0.3) ? RelayForm.CoverLetter : RelayForm.OwnDocument,
            DraftsAlways = !held && dice.Falls(0.2),
            Channel = dice.Falls(0.8) ? "axis" : "post",
            Conduct = dice.Falls(0.5)
                ? ConductRule.Compliant
                : new ConductRule { Stall = 0.2, Ignore = 0.1, Partly = 0.2 },
        };
    }

    private IEnumerable<StepRule> Steps(bool held)
    {
        foreach (var (step, by) in Procedure)
        {
            if (!dice.Falls(0.85))
            {
                continue;
            }

            var post = held && step is Step.Assign ? Post.Clerk : by;
            yield return new StepRule
            {
                Step = step,
                By = dice.Falls(step == Step.CarryOut ? 0.5 : 0.95) || step is Step.Register or Step.Assign
                    ? post
                    : null,
                Takes = step == Step.CarryOut || dice.Falls(0.5) ? [Law()] : [Law(), Law(), Law()],
                PerAddressee = step == Step.Issue && dice.Falls(0.5) ? 2.5 : 0,
                SameServer = held && step is Step.Assign,
            };
        }
    }

    public Distribution Law() => dice.Below(5) switch
    {
        0 => Distribution.Constant(dice.Between(1, 60)),
        1 => Distribution.Exponential(dice.Between(1, 200)),
        2 => Distribution.Lognormal(dice.Between(5, 300), 0.8),
        3 => Distribution.Uniform(0, 3),
        _ => Distribution.Triangular(0, 30, 400),
    };

    private Resource Resource()
    {
        var calendar = dice.Pick(null, "office", "office", "mornings");
        return new Resource
        {
            Heads = dice.Pick(1, 1, 2, 5),
            Calendar = calendar,
            PiercingCalendar = calendar == "mornings" && dice.Falls(0.5) ? "office" : null,
            PiercesFrom = dice.Pick(Urgency.Urgent, Urgency.Express),
            Attention = dice.Pick(Attention.UrgencyFirst, Attention.FirstCome, Attention.DeadlineFirst),
        };
    }

    private TickSpan Days(int least, int most) => TickSpan.FromDays(dice.Between(least, most));
}
