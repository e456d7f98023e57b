using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// Conduct over time put on a made-up hierarchy by dice of their own, so that all else in it stays as it was:
/// diligence, orders and requests, relays laid aside, reminders again and again, inspections, events.
/// </summary>
internal sealed class GeneratedConduct(Dice dice, Model model)
{
    private readonly bool _slackens = dice.Falls(0.4);
    private readonly bool _hears = dice.Falls(0.3);
    private readonly bool _laysRelaysAside = dice.Falls(0.3);
    private readonly bool _insists = dice.Falls(0.5);
    private readonly bool _inspects = dice.Falls(0.4);

    public static Model AddTo(Model model, ulong seed) =>
        new GeneratedConduct(new Dice(seed ^ 0xC0_4D0C7UL), model).Make();

    private Model Make() => model with
    {
        Kinds = [.. model.Kinds.Select(Behave)],
        Bodies = [.. model.Bodies.Select(Differ)],
        Directives = [.. model.Directives.Select(Word)],
        Events = dice.Falls(0.3) ? [.. Enumerable.Range(0, dice.Between(1, 4)).Select(Befall)] : [],
    };

    private BodyKind Behave(BodyKind kind) => kind with
    {
        Conduct = Depending(kind.Conduct),
        Diligence = _slackens && dice.Falls(0.7) ? Slackening() : null,
        FollowUp = kind.FollowUp is { } rule ? Insisting(rule) : null,
        Steps = _inspects ? [.. kind.Steps, .. Inspecting()] : kind.Steps,
    };

    private Body Differ(Body body) => body with
    {
        Conduct = body.Conduct is { } conduct ? Depending(conduct) : null,
        Diligence = _slackens && dice.Falls(0.1) ? Slackening() : null,
    };

    private Directive Word(Directive directive) => directive with
    {
        Assignments = [.. directive.Assignments.Select(duty => duty with
        {
            Mood = dice.Pick<Mood?>(null, null, Mood.Order, Mood.Request),
        })],
        FollowUp = directive.FollowUp.ToDictionary(rule => rule.Key, rule => Insisting(rule.Value)),
    };

    private ConductRule Depending(ConductRule conduct) => conduct with
    {
        OnRequest = _hears && dice.Falls(0.6) ? Shares() : null,
        From = _hears && dice.Falls(0.6)
            ? [new LineConduct { Line = "party", Shares = Shares(), OnRequest = dice.Falls(0.5) ? Shares() : null }]
            : [],
        Relay = _laysRelaysAside ? new RelayConduct { Stall = 0.3, Ignore = dice.Pick(0, 0.15) } : null,
        Heeds = _insists && dice.Falls(0.7) ? 0.6 : 1,
    };

    private ConductShares Shares() =>
        new() { Stall = 0.3, Ignore = dice.Pick(0, 0.2), Partly = dice.Pick(0, 0.5) };

    private DiligenceRule Slackening() => new()
    {
        Start = dice.Pick(1, 0.95, 0.5),
        Floor = dice.Pick(0, 0.25, 0.7),
        HalfLife = new TickSpan(dice.Between(500, 40_000)),
        Lifts = new DiligenceLifts
        {
            Directive = dice.Pick(0, 0.3, -0.1),
            Reminder = dice.Pick(0, 0.4, -0.5),
            Inspection = dice.Pick(0, 0.6, 1),
            Sanction = dice.Pick(0, 0.8),
            Outbreak = dice.Pick(0, 0.5, 1.0 / 3),
        },
    };

    private FollowUpRule Insisting(FollowUpRule rule) => rule with
    {
        Again = _insists ? new TickSpan(dice.Between(30, 4000)) : null,
        AtMost = _insists ? dice.Between(1, 5) : 1,
        InspectAfter = _inspects && dice.Falls(0.7) ? new TickSpan(dice.Between(1000, 9000)) : null,
        InspectsAll = dice.Falls(0.3),
        Sanctions = dice.Falls(0.5),
    };

    private IEnumerable<StepRule> Inspecting()
    {
        if (dice.Falls(0.8))
        {
            yield return Sketch.Takes(Step.Inspect, dice.Pick<Post?>(Post.Staff, null), Distribution.Exponential(60));
        }

        if (dice.Falls(0.8))
        {
            yield return Sketch.Takes(Step.RegisterInspection, Post.Clerk, Distribution.Uniform(0, 9));
        }
    }

    private ExternalEvent Befall(int place) => new()
    {
        Id = dice.Falls(0.5) ? $"d/{place}" : $"e/{place}",
        At = new Tick(dice.Below(30_000)),
        Is = dice.Pick(EventKind.Outbreak, EventKind.Inspection, EventKind.Sanction),
        Bodies = dice.Falls(0.7)
            ? [new Selector { Level = dice.Pick([.. model.Levels]) }, new Selector { Line = "party" }]
            : [new Selector { Named = dice.Pick([.. model.Bodies]).Id }],
    };
}
