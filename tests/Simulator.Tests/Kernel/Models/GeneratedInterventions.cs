using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// Has a director interfere with a made-up model, by dice of its own: at moments and on conditions, for a time or
/// for good, everything that interventions can do.
/// </summary>
internal sealed class GeneratedInterventions
{
    private readonly Dice _dice;
    private readonly Model _model;

    private GeneratedInterventions(Model model, int seed)
    {
        _model = model;
        _dice = new Dice((ulong)seed + 110_000);
    }

    public static Model In(Model model, int seed)
    {
        var made = new GeneratedInterventions(model, seed);
        return model with
        {
            Settings = new Slower(model),
            Interventions = [.. Enumerable.Range(0, made._dice.Between(2, 7)).Select(made.Intervention)],
        };
    }

    private Intervention Intervention(int place)
    {
        var when = _dice.Falls(0.5) ? Condition() : null;
        var acts = Enumerable.Range(0, _dice.Between(1, 2)).Select(_ => Act()).ToArray();
        return new Intervention
        {
            Id = $"intervention-{place}",
            At = when is null ? new Tick(_dice.Pick(0, _dice.Between(1, 2000), _dice.Between(1, 40_000))) : null,
            When = when,
            Repeats = when is not null && _dice.Falls(0.7),
            For = _dice.Falls(0.6) ? new TickSpan(_dice.Between(1, 9000)) : null,
            Acts = acts,
        };
    }

    private Condition Condition() => Condition(_model, _dice);

    /// <summary>A condition on anything that conditions can be about.</summary>
    public static Condition Condition(Model model, Dice dice) => new()
    {
        Text = "made up",
        Measure = dice.Pick(
            GoalMeasure.Reached, GoalMeasure.Registered, GoalMeasure.Complied, GoalMeasure.Reported, GoalMeasure.Overdue,
            GoalMeasure.InTerm, GoalMeasure.DoneLate, GoalMeasure.DoneOnTime),
        Among = Selector(model, dice),
        Directive = dice.Falls(0.15) ? dice.Pick<string>([.. model.Directives.Select(each => each.Id)]) : null,
        Comparison = dice.Pick(Comparison.Above, Comparison.AtLeast, Comparison.Below, Comparison.AtMost),
        BasisPoints = dice.Pick(0, 500, 2000, 5000, 9000, 9500),
    };

    private Selector Selector() => Selector(_model, _dice);

    private static Selector Selector(Model model, Dice dice) => dice.Falls(0.3)
        ? new Selector()
        : new Selector { Level = dice.Pick<string>([.. model.Levels]) };

    private Act Act() => _dice.Below(9) switch
    {
        0 when Plain() is { } post => new StaffAct([Selector()], post, _dice.Pick(-1, 1, 3)),
        1 when Plain() is { } post => new AbsenceAct([Selector()], post, _dice.Pick(1, 1, 9)),
        2 => new ClosingAct([Selector()]),
        3 => new OutageAct(_dice.Pick<string>([.. _model.Channels.Select(channel => channel.Id)]), _dice.Falls(0.5)),
        4 => new HolidayAct(_dice.Falls(0.5) ? [] : ["office"], null, _dice.Between(1, 3)),
        5 => new SettingAct("steps", _dice.Pick("x 2", "x 3")),
        6 => new InspectionAct([Selector()], null, _dice.Falls(0.5)),
        _ => new ReminderAct([Selector()], _dice.Falls(0.5) ? _model.Directives[0].Id : null),
    };

    /// <summary>A post that has neither a roster nor several papers in hand in any kind.</summary>
    private Post? Plain()
    {
        Post[] plain =
        [
            .. Enum.GetValues<Post>().Where(post => _model.Kinds
                .Select(kind => post == Post.Clerk ? kind.Clerk : post == Post.Leadership ? kind.Leadership : kind.Staff)
                .All(rule => rule.Multitasking == 1 && rule.Absences is null && rule.Away.Count == 0)),
        ];
        return plain.Length == 0 ? null : _dice.Pick<Post>(plain);
    }

    /// <summary>What a scenario's paths are to it: every step takes a whole number of times as long.</summary>
    private sealed class Slower(Model model) : IModelSettings
    {
        public Model With(IReadOnlyList<SettingAct> settings)
        {
            var times = settings.Aggregate(1.0, (sum, each) => sum * (each.Value[^1] - '0'));
            return model with
            {
                Kinds = [.. model.Kinds.Select(kind => kind with { Steps = [.. kind.Steps.Select(rule => Slowed(rule, times))] })],
            };
        }

        private static StepRule Slowed(StepRule rule, double times) =>
            rule with { Takes = [.. rule.Takes.Select(_ => Distribution.Uniform(5 * times, 30 * times))] };
    }
}
