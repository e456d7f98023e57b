using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// Figures that are not what their sender knows, and reports that are asked for again and again, by dice of
/// their own, put on a made-up model.
/// </summary>
internal sealed class GeneratedReporting(Dice dice, Model model)
{
    private static readonly (Step Step, Post By)[] Procedure =
        [(Step.CompileFigures, Post.Staff), (Step.SignFigures, Post.Leadership), (Step.IssueFigures, Post.Clerk)];

    public static Model AddTo(Model model, ulong seed) =>
        new GeneratedReporting(new Dice(seed ^ 0x4E90_47ED), model).Make();

    private Model Make()
    {
        var figures = dice.Falls(0.5);
        var periodic = dice.Falls(0.5);
        return model with
        {
            Kinds =
            [
                .. model.Kinds.Select(kind => kind with
                {
                    Reporting = figures ? Rule() : null,
                    Steps = periodic ? [.. kind.Steps, .. Steps()] : kind.Steps,
                }),
            ],
            Directives =
            [
                .. model.Directives.Select(directive =>
                    periodic && dice.Falls(0.4) ? directive with { Periodic = Periodic() } : directive)
                    .Select(directive => dice.Falls(0.4) ? directive with { Flash = Flash() } : directive),
            ],
        };
    }

    private ReportingRule? Rule() => dice.Falls(0.3) ? null : new ReportingRule
    {
        Inflates = dice.Pick(0, 0.2, 0.5, 1),
        Errs = dice.Pick(0, 0.3, 1),
        ErrorSize = dice.Pick(0, 0.2, 1),
    };

    private FlashReport Flash() => new()
    {
        Kinds = dice.Falls(0.5) ? [EventKind.Outbreak] : [EventKind.Inspection, EventKind.Sanction],
        Urgency = dice.Pick(Urgency.Routine, Urgency.Urgent, Urgency.Express),
    };

    private IEnumerable<StepRule> Steps()
    {
        foreach (var (step, by) in Procedure)
        {
            if (dice.Falls(0.6))
            {
                yield return Sketch.Takes(step, dice.Falls(0.8) ? by : null, new GeneratedKinds(dice).Law());
            }
        }
    }

    private PeriodicReport Periodic()
    {
        var hour = dice.Between(300, 900);
        var due = new Dictionary<string, int>();
        foreach (var level in model.Levels.Reverse())
        {
            if (dice.Falls(0.8))
            {
                hour += dice.Between(1, 120);
                due[level] = hour;
            }
        }

        var first = model.Axis.Start.Date.AddDays(dice.Between(0, 9));
        return new PeriodicReport
        {
            Every = TickSpan.FromDays(dice.Pick(1, 1, 2, 7)),
            Figures = dice.Between(0, 299),
            Due = due,
            WorkingDaysOnly = dice.Falls(0.3),
            First = dice.Falls(0.5) ? first : null,
            Until = first.AddDays(dice.Between(3, 20)),
        };
    }
}
