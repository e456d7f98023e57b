using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// Supervision put on a made-up hierarchy by dice of its own: inspections at random, sanctions of rising force, turning
/// to the level above.
/// </summary>
internal sealed class GeneratedSupervision(Dice dice, Model model)
{
    private readonly bool _isChosenByChance = dice.Falls(0.4);
    private readonly bool _rises = dice.Falls(0.5);
    private readonly bool _escalates = dice.Falls(0.5);

    public static Model AddTo(Model model, ulong seed) =>
        new GeneratedSupervision(new Dice(seed ^ 0x5_0BE7_1510UL), model).Make();

    private Model Make() => model with
    {
        Kinds = [.. model.Kinds.Select(kind => kind with
        {
            FollowUp = kind.FollowUp is { } rule ? Supervising(rule) : null,
            Conduct = kind.Conduct with { HeedsFromAbove = dice.Pick(1, 0.5) },
            Steps = _escalates ? [.. kind.Steps, .. Escalating()] : kind.Steps,
            Diligence = kind.Diligence is { } diligence ? Feeling(diligence) : null,
        })],
        Directives = [.. model.Directives.Select(directive => directive with
        {
            FollowUp = directive.FollowUp.ToDictionary(rule => rule.Key, rule => Supervising(rule.Value)),
        })],
    };

    private FollowUpRule Supervising(FollowUpRule rule) => rule with
    {
        InspectsShare = _isChosenByChance && rule.InspectAfter is not null && dice.Falls(0.7) ? dice.Pick(0, 0.2, 0.5, 1) : null,
        Escalate = _escalates && dice.Falls(0.8)
            ? new EscalationRule
            {
                AfterReminders = dice.Between(1, rule.AtMost),
                After = new TickSpan(dice.Between(1, 3000)),
                Levels = dice.Between(1, 2),
            }
            : null,
        SanctionsRise = rule.Sanctions && _rises && dice.Falls(0.8),
    };

    private IEnumerable<StepRule> Escalating()
    {
        if (dice.Falls(0.7))
        {
            yield return Sketch.Takes(Step.Escalate, dice.Pick<Post?>(Post.Staff, null), Distribution.Exponential(40));
        }

        if (dice.Falls(0.7))
        {
            yield return Sketch.Takes(Step.RegisterEscalation, Post.Clerk, Distribution.Uniform(0, 9));
        }
    }

    private DiligenceRule Feeling(DiligenceRule rule) => rule with
    {
        Lifts = rule.Lifts with
        {
            RemindSanction = dice.Pick<double?>(null, 0.2),
            Reprimand = dice.Pick<double?>(null, -0.3, 0.5),
            Discipline = dice.Pick<double?>(null, 1),
        },
    };
}
