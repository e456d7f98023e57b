using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Models;

/// <summary>Conditions on times and desks for a made-up model, by dice of their own.</summary>
internal sealed class GeneratedConditions
{
    private static readonly IReadOnlyList<Act> Nothing = [new ReminderAct([], null)];
    private static readonly GoalMeasure[] Times =
    [
        GoalMeasure.TimeToReach, GoalMeasure.TimeToRegister, GoalMeasure.TimeToRelay, GoalMeasure.TimeToComply,
        GoalMeasure.TimeToReport,
    ];

    private readonly Model _model;
    private readonly Dice _dice;

    private GeneratedConditions(Model model, int seed) => (_model, _dice) = (model, new Dice((ulong)seed + 770_000));

    /// <summary>The model with interventions more that wait for such conditions and do nothing, so that all can be read at once.</summary>
    public static Model Watching(Model model, int seed, int count, bool backlogs)
    {
        var made = new GeneratedConditions(model, seed);
        return model with
        {
            Interventions =
            [
                .. model.Interventions,
                .. Enumerable.Range(0, count).Select(place => new Intervention
                {
                    Id = $"watch-{place}",
                    When = made.Condition(backlogs),
                    From = made._dice.Falls(0.5) ? Tick.Start : new Tick(made._dice.Between(1, 6000)),
                    Acts = Nothing,
                }),
            ],
        };
    }

    /// <summary>The same, and what they wait for has them urge everybody, again and again.</summary>
    public static Model Urging(Model model, int seed)
    {
        var watching = Watching(model, seed, 4, backlogs: true);
        return watching with
        {
            Interventions =
            [
                .. watching.Interventions.Select(each => each.Id.StartsWith("watch", StringComparison.Ordinal)
                    ? each with { Repeats = true, Acts = [new ReminderAct([new Selector()], null)] }
                    : each),
            ],
        };
    }

    private Condition Condition(bool backlogs)
    {
        var directive = _dice.Falls(0.4) ? _dice.Pick<string>([.. _model.Directives.Select(each => each.Id)]) : null;
        var among = _dice.Falls(0.4) ? new Selector() : new Selector { Level = _dice.Pick<string>([.. _model.Levels]) };
        var asked = new Condition
        {
            Text = "made up",
            Measure = _dice.Pick(Times),
            Among = among,
            Directive = directive,
            Comparison = _dice.Pick(Comparison.Above, Comparison.AtLeast, Comparison.Below, Comparison.AtMost),
            BasisPoints = _dice.Pick(0, 1000, 2500, 5000, 7500, 9000, 10_000),
        };
        var post = _dice.Falls(0.6) ? _dice.Pick(Post.Clerk, Post.Leadership, Post.Staff) : (Post?)null;
        return _dice.Below(backlogs ? 8 : 6) switch
        {
            0 => asked with { Measure = GoalMeasure.HandOvers, Desk = new DeskLimit(null, _dice.Pick(0, 2, 9, 40)) },
            1 when IsThere(post) => asked with
            {
                Measure = GoalMeasure.Utilisation,
                Desk = new DeskLimit(post, null),
                BasisPoints = _dice.Pick(0, 1, 20, 100, 500),
            },
            >= 6 => asked with { Measure = GoalMeasure.Backlog, Desk = new DeskLimit(post, _dice.Pick(0, 1, 2, 3, 6)) },
            _ => asked with
            {
                Time = new TimeLimit(new TickSpan(_dice.Pick(0, 15, 120, 700, 3000, 9000)), _dice.Falls(0.4), _dice.Falls(0.5)),
            },
        };
    }

    /// <summary>Whether nobody of a post is away at times in any kind.</summary>
    private bool IsThere(Post? post) => _model.Kinds
        .SelectMany(kind => post is null ? [kind.Clerk, kind.Leadership, kind.Staff]
            : new[] { post == Post.Clerk ? kind.Clerk : post == Post.Leadership ? kind.Leadership : kind.Staff })
        .All(rule => rule.Absences is null && rule.Away.Count == 0);
}
