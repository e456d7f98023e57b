using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Compilation;

/// <summary>Changes to what a director does.</summary>
internal static partial class ModelChanges
{
    private static readonly IReadOnlyList<Selector> Elsewhere = [new Selector { Named = "c/2" }];

    private static Dictionary<string, Func<Model, Model>> OfInterventions => new()
    {
        ["Model.Interventions"] = model => model with { Interventions = [.. model.Interventions.Skip(1)] },
        ["Intervention.Id"] = model => Intervention(model, each => each with { Id = "i/9" }),
        ["Intervention.At"] = model => model with
        {
            Interventions =
            [
                model.Interventions[0], model.Interventions[1] with { At = new Tick(4711) }, .. model.Interventions.Skip(2),
            ],
        },
        ["Intervention.When"] = model => Intervention(model, each => each with { When = null, At = new Tick(9) }),
        ["Intervention.From"] = model => Intervention(model, each => each with { From = new Tick(77) }),
        ["Intervention.Repeats"] = model => Intervention(model, each => each with { Repeats = true }),
        ["Intervention.For"] = model => Intervention(model, each => each with { For = new TickSpan(999) }),
        ["Intervention.Acts"] = model => Intervention(model, each => each with { Acts = [] }),
        ["Condition.Measure"] = model => Condition(model, each => each with { Measure = GoalMeasure.Reached }),
        ["Condition.Among"] = model => Condition(model, each => each with { Among = new Selector { Level = "province" } }),
        ["Condition.Directive"] = model => Condition(model, each => each with { Directive = "d/1" }),
        ["Condition.Comparison"] = model => Condition(model, each => each with { Comparison = Comparison.AtMost }),
        ["Condition.BasisPoints"] = model => Condition(model, each => each with { BasisPoints = 1234 }),
        ["Condition.Time"] = model => Time(model, _ => null),
        ["Condition.Desk"] = model => Desk(model, _ => null),
        ["TimeLimit.Span"] = model => Time(model, each => each with { Span = new TickSpan(9) }),
        ["TimeLimit.InHours"] = model => Time(model, each => each with { InHours = true }),
        ["TimeLimit.IsOwn"] = model => Time(model, each => each with { IsOwn = true }),
        ["DeskLimit.Post"] = model => Desk(model, each => each with { Post = null }),
        ["DeskLimit.Papers"] = model => Desk(model, each => each with { Papers = 9 }),
        ["StaffAct.Bodies"] = model => Act<StaffAct>(model, act => act with { Bodies = Elsewhere }),
        ["StaffAct.Post"] = model => Act<StaffAct>(model, act => act with { Post = Simulator.Kernel.Office.Post.Leadership }),
        ["StaffAct.By"] = model => Act<StaffAct>(model, act => act with { By = 2 }),
        ["AbsenceAct.Bodies"] = model => Act<AbsenceAct>(model, act => act with { Bodies = Elsewhere }),
        ["AbsenceAct.Post"] = model => Act<AbsenceAct>(model, act => act with { Post = Simulator.Kernel.Office.Post.Clerk }),
        ["AbsenceAct.People"] = model => Act<AbsenceAct>(model, act => act with { People = 2 }),
        ["ClosingAct.Bodies"] = model => Act<ClosingAct>(model, act => act with { Bodies = Elsewhere }),
        ["OutageAct.Channel"] = model => Act<OutageAct>(model, act => act with { Channel = "axis" }),
        ["OutageAct.Loses"] = model => Act<OutageAct>(model, act => act with { Loses = true }),
        ["HolidayAct.Calendars"] = model => Act<HolidayAct>(model, act => act with { Calendars = ["evening"] }),
        ["HolidayAct.First"] = model => Act<HolidayAct>(model, act => act with { First = new CivilDate(2021, 3, 9) }),
        ["HolidayAct.Days"] = model => Act<HolidayAct>(model, act => act with { Days = 2 }),
        ["SettingAct.Path"] = model => Act<SettingAct>(model, act => act with { Path = "a.c" }),
        ["SettingAct.Value"] = model => Act<SettingAct>(model, act => act with { Value = "2" }),
        ["DirectiveAct.Directive"] = model => Intervention(
            model, each => each with { For = null, Acts = [new DirectiveAct("d/1")] }),
        ["ReminderAct.Bodies"] = model => Act<ReminderAct>(model, act => act with { Bodies = Elsewhere }),
        ["ReminderAct.Directive"] = model => Act<ReminderAct>(model, act => act with { Directive = "d/1" }),
        ["InspectionAct.Bodies"] = model => Act<InspectionAct>(model, act => act with { Bodies = Elsewhere }),
        ["InspectionAct.Directive"] = model => Act<InspectionAct>(model, act => act with { Directive = "d/1" }),
        ["InspectionAct.Sanctions"] = model => Act<InspectionAct>(model, act => act with { Sanctions = false }),
        ["RestructuringAct.Change"] = model => Act<RestructuringAct>(
            model, act => act with { Change = act.Change is Merger ? new TierRemoval { Bodies = Elsewhere[0] } : act.Change }),
        ["RestructuringAct.HandOver"] = model => Act<RestructuringAct>(model, act => act with { HandOver = new TickSpan(61) }),
        ["TierRemoval.Bodies"] = model => Change<TierRemoval>(model, each => each with { Bodies = Elsewhere[0] }),
        ["TierRemoval.Below"] = model => Change<TierRemoval>(model, each => each with { Below = "p/2" }),
        ["TierRemoval.Staff"] = model => Change<TierRemoval>(model, each => each with { Staff = HeadsRule.Lost }),
        ["TierRemoval.DutiesToSubordinates"] = model => Change<TierRemoval>(
            model, each => each with { DutiesToSubordinates = true }),
        ["Merger.Bodies"] = model => Change<Merger>(model, each => each with { Bodies = Elsewhere }),
        ["Merger.Into"] = model => Change<Merger>(model, each => each with { Into = "c/3" }),
        ["Merger.Staff"] = model => Change<Merger>(model, each => each with { Staff = HeadsRule.Lost }),
        ["Relocation.Bodies"] = model => Change<Relocation>(model, each => each with { Bodies = Elsewhere }),
        ["Relocation.Under"] = model => Change<Relocation>(model, each => each with { Under = "p/1" }),
        ["Relocation.Line"] = model => Change<Relocation>(model, each => each with { Line = "party" }),
        ["Body.Away"] = model => model with
        {
            Bodies = [.. model.Bodies.Select(body => body.Id == "c/1" ? body with { Away = new HeadCounts(Clerk: 1) } : body)],
        },
        ["Channel.Outage"] = model => Gone(model, new ChannelOutage(new Tick(3000), false)),
        ["ChannelOutage.Until"] = model => Gone(model, new ChannelOutage(new Tick(3001), false)),
        ["ChannelOutage.Loses"] = model => Gone(model, new ChannelOutage(new Tick(3000), true)),
    };

    /// <summary>
    /// Interventions that do all that can be done; what sets values, and what restructures, never comes in the run.
    /// </summary>
    public static IReadOnlyList<Intervention> Interventions =>
    [
        new Intervention
        {
            Id = "i/1",
            When = new Condition
            {
                Text = "registered(level commune) > 10%",
                Measure = GoalMeasure.Registered,
                Among = new Selector { Level = "commune" },
                Comparison = Comparison.Above,
                BasisPoints = 1000,
            },
            For = new TickSpan(3000),
            Acts =
            [
                new StaffAct([new Selector { Named = "c/1" }], Simulator.Kernel.Office.Post.Staff, 1),
                new AbsenceAct([new Selector { Named = "c/1" }], Simulator.Kernel.Office.Post.Leadership, 1),
                new ClosingAct([new Selector { Named = "p/2" }]),
            ],
        },
        new Intervention
        {
            Id = "i/2",
            At = new Tick(2500),
            For = new TickSpan(2000),
            Acts =
            [
                new OutageAct("post", false),
                new HolidayAct([], null, 1),
                new ReminderAct([new Selector { Level = "province" }], null),
                new InspectionAct([new Selector { Named = "c/1" }], null, true),
            ],
        },
        new Intervention { Id = "i/3", At = new Tick(41 * 1440), Acts = [new SettingAct("a.b", "1")] },
        new Intervention
        {
            Id = "i/4",
            At = new Tick(42 * 1440),
            Acts =
            [
                new RestructuringAct(new TierRemoval { Bodies = new Selector { Named = "c/1" } }, new TickSpan(60)),
                new RestructuringAct(new Merger { Bodies = [new Selector { Named = "c/1" }], Into = "c/2" }, new TickSpan(60)),
                new RestructuringAct(new Relocation { Bodies = [new Selector { Named = "c/1" }], Under = "p/2" }, new TickSpan(60)),
            ],
        },
        Waits("i/5", new Condition
        {
            Text = "time-to-register(level commune) p50 > 30d",
            Measure = GoalMeasure.TimeToRegister,
            Among = new Selector { Level = "commune" },
            Comparison = Comparison.Above,
            BasisPoints = 5000,
            Time = new TimeLimit(new TickSpan(30 * 1440), false, false),
        }),
        Waits("i/6", new Condition
        {
            Text = "backlog(level commune staff) > 900",
            Measure = GoalMeasure.Backlog,
            Among = new Selector { Level = "commune" },
            Comparison = Comparison.Above,
            BasisPoints = 0,
            Desk = new DeskLimit(Simulator.Kernel.Office.Post.Staff, 900),
        }),
    ];

    private static Intervention Waits(string id, Condition when) => new()
    {
        Id = id,
        When = when,
        From = new Tick(42 * 1440),
        Acts = [new ReminderAct([new Selector { Level = "province" }], null)],
    };

    /// <summary>Changes what a condition on a time asks; without that it is about a state.</summary>
    private static Model Time(Model model, Func<TimeLimit, TimeLimit?> change) => Waiting(
        model, when => when.Time is { } time && change(time) is var other
            ? when with { Time = other, Measure = other is null ? GoalMeasure.Registered : when.Measure } : when);

    private static Model Desk(Model model, Func<DeskLimit, DeskLimit?> change) => Waiting(
        model, when => when.Desk is { } desk && change(desk) is var other
            ? when with { Desk = other, Measure = other is null ? GoalMeasure.Registered : when.Measure } : when);

    private static Model Waiting(Model model, Func<Condition, Condition> change) => model with
    {
        Interventions = [.. model.Interventions.Select(each => each.When is { } when ? each with { When = change(when) } : each)],
    };

    private static Model Intervention(Model model, Func<Intervention, Intervention> change) =>
        model with { Interventions = [change(model.Interventions[0]), .. model.Interventions.Skip(1)] };

    private static Model Condition(Model model, Func<Condition, Condition> change) =>
        Intervention(model, each => each with { When = change(each.When!) });

    private static Model Act<T>(Model model, Func<T, T> change)
        where T : Act => model with
        {
            Interventions =
            [
                .. model.Interventions.Select(each => each with
                {
                    Acts = [.. each.Acts.Select(act => act is T meant ? change(meant) : act)],
                }),
            ],
        };

    private static Model Change<T>(Model model, Func<T, T> change)
        where T : Restructuring => Act<RestructuringAct>(
            model, act => act.Change is T meant ? act with { Change = change(meant) } : act);

    private static Model Gone(Model model, ChannelOutage outage) => model with
    {
        Channels = [.. model.Channels.Select(channel => channel.Id == "post" ? channel with { Outage = outage } : channel)],
    };
}
