using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Compilation;

/// <summary>
/// For every property that a model declares, one change to <see cref="ModelWithAll"/>: those that have an
/// effect on a run, and those that are for people, or only tie the parts of a model together.
/// </summary>
internal static partial class ModelChanges
{
    private static readonly Distribution Other = Distribution.Exponential(77);

    private static readonly WorkingHours OtherHours = new(new DayInterval(600, 660));

    private static IEnumerable<KeyValuePair<string, Func<Model, Model>>> OfOthers =>
        OfInterventions.Concat(OfTime).Concat(CoordinationChanges.WithEffect).Concat(OfQuestions).Concat(OfRestructuring)
            .Concat(OfReliefs)
            .Concat(OfChannels).Concat(OfLines);

    public static readonly Dictionary<string, Func<Model, Model>> WithEffect = new(OfOthers)
    {
        ["Model.Axis"] = model => model with { Axis = new TimeAxis(new CivilTime(2021, 3, 2, 8, 0)) },
        ["TimeAxis.Start"] = model => model with { Axis = new TimeAxis(new CivilTime(2021, 3, 1, 8, 1)) },
        ["Model.Until"] = model => model with { Until = new TickSpan(model.Until.Minutes + 1) },
        ["Model.Terms"] = model => model with { Terms = [new CivilDate(2021, 3, 20)] },
        ["Model.Calendars"] = model => model with
        {
            Calendars = new Dictionary<string, CalendarRule>(model.Calendars) { ["evening"] = ModelWithAll.Office },
        },
        ["Model.Channels"] = model => model with
        {
            Channels = [model.Channels[0] with { Delay = Other }, model.Channels[1]],
        },
        ["Model.Kinds"] = model => Kind(model, kind => kind with { Staff = Sketch.Heads(9) }),
        ["Model.Bodies"] = model => model with { Bodies = [.. model.Bodies, Sketch.Body("c/9", "commune", "p/2")] },
        ["Model.Directives"] = model => model with
        {
            Directives = [.. model.Directives, model.Directives[0] with { Id = "d/2" }],
        },
        ["Model.Events"] = model => model with { Events = [.. model.Events.Skip(1)] },
        ["ExternalEvent.Id"] = model => Event(model, each => each with { Id = "e/3" }),
        ["ExternalEvent.At"] = model => Event(model, each => each with { At = new Tick(5001) }),
        ["ExternalEvent.Is"] = model => Event(model, each => each with { Is = EventKind.Sanction }),
        ["ExternalEvent.Bodies"] = model => Event(
            model, each => each with { Bodies = [new Selector { Named = "c/1" }] }),
        ["Model.Pinned"] = model => model with { Pinned = [] },
        ["PinnedPaper.Directive"] = model => model with { Pinned = [model.Pinned[0] with { Directive = "d/2" }] },
        ["PinnedPaper.From"] = model => model with { Pinned = [model.Pinned[0] with { From = "p/1" }] },
        ["PinnedPaper.At"] = model => model with { Pinned = [model.Pinned[0] with { At = new Tick(4001) }] },

        ["Channel.Delay"] = model => Post(model, channel => channel with { Delay = Other }),
        ["Channel.ReportDelay"] = model => Post(model, channel => channel with { ReportDelay = null }),
        ["Channel.ReminderDelay"] = model => Post(model, channel => channel with { ReminderDelay = Other }),
        ["Channel.Loss"] = model => Post(model, channel => channel with { Loss = 0.06 }),

        ["BodyKind.Level"] = model => Kind(model, kind => kind with { Level = "province" }),
        ["BodyKind.Line"] = model => Kind(model, kind => kind with { Line = "party" }, "province"),
        ["BodyKind.Clerk"] = model => Kind(model, kind => kind with { Clerk = Sketch.Heads(2) }),
        ["BodyKind.Leadership"] = model => Kind(model, kind => kind with { Leadership = Sketch.Heads(2) }),
        ["BodyKind.Staff"] = model => Kind(model, kind => kind with { Staff = Sketch.Heads(2) }),
        ["BodyKind.Steps"] = model => Kind(model, kind => kind with { Steps = [.. kind.Steps.Skip(1)] }),
        ["BodyKind.RelaysTo"] = model => Kind(model, kind => kind with { RelaysTo = [] }, "province"),
        ["BodyKind.Relay"] = model => Kind(model, kind => kind with { Relay = RelayForm.CoverLetter }),
        ["BodyKind.Content"] = model => Kind(model, kind => kind with { Content = null }, "province"),
        ["ContentRule.Loses"] = model => Content(model, rule => rule with { Loses = 0.2 }),
        ["ContentRule.Fades"] = model => Content(model, rule => rule with { Fades = 0.2 }),
        ["ContentRule.Distorts"] = model => Content(model, rule => rule with { Distorts = 0.2 }),
        ["ContentRule.Adds"] = model => Content(model, rule => rule with { Adds = 0.2 }),
        ["ContentRule.Concretises"] = model => Content(model, rule => rule with { Concretises = 0.2 }),
        ["ContentRule.LosesAttachment"] = model => Content(model, rule => rule with { LosesAttachment = 0.2 }),
        ["ContentRule.VagueDone"] = model => Content(model, rule => rule with { VagueDone = 0.2 }),
        ["BodyKind.DraftsAlways"] = model => Kind(model, kind => kind with { DraftsAlways = true }),
        ["BodyKind.Channel"] = model => Kind(model, kind => kind with { Channel = "post" }),
        ["BodyKind.Conduct"] = model => Kind(model, kind => kind with { Conduct = new ConductRule { Stall = 0.1 } }),
        ["BodyKind.FollowUp"] = model => Kind(model, kind => kind with { FollowUp = null }),
        ["BodyKind.Reporting"] = model => Kind(model, kind => kind with { Reporting = null }),
        ["ReportingRule.Inflates"] = model => Reporting(model, rule => rule with { Inflates = 0.3 }),
        ["ReportingRule.Errs"] = model => Reporting(model, rule => rule with { Errs = 0.06 }),
        ["ReportingRule.ErrorSize"] = model => Reporting(model, rule => rule with { ErrorSize = 0.2 }),
        ["BodyKind.Numbers"] = model => Kind(model, kind => kind with { Numbers = NumberSeries.ByTerm }),
        ["Resource.Heads"] = model => Clerk(model, clerk => clerk with { Heads = 3 }),
        ["Resource.Calendar"] = model => Clerk(model, clerk => clerk with { Calendar = "evening" }),
        ["Resource.PiercingCalendar"] = model => Clerk(model, clerk => clerk with { PiercingCalendar = null }),
        ["Resource.PiercesFrom"] = model => Clerk(model, clerk => clerk with { PiercesFrom = Urgency.Express }),
        ["Resource.Attention"] = model => Clerk(model, clerk => clerk with { Attention = Attention.FirstCome }),
        ["Resource.List"] = model => List(model, list => new PriorityList { Length = 3 }),
        ["PriorityList.Length"] = model => List(model, list => list with { Length = 3 }),
        ["PriorityList.Follows"] = model => List(model, list => list with { Follows = 0.5 }),
        ["BodyKind.Load"] = model => Kind(model, kind => kind with { Load = null }),
        ["LoadRule.Incoming"] = model => Load(model, load => load with { Incoming = 5 }),
        ["LoadRule.Outgoing"] = model => Load(model, load => load with { Outgoing = 0 }),
        ["LoadRule.Settles"] = model => Load(model, load => load with { Settles = null }),
        ["LoadRule.Drafts"] = model => Load(model, load => load with { Drafts = Other }),
        ["LoadRule.Urgent"] = model => Load(model, load => load with { Urgent = 0.2 }),
        ["LoadRule.Times"] = model => Load(model, load => load with { Times = 3 }),
        ["LoadRule.Backlog"] = model => Load(model, load => load with { Backlog = 7 }),
        ["Resource.Multitasking"] = model => Clerk(model, clerk => clerk with { Multitasking = 2 }),
        ["Resource.Absences"] = model => Clerk(model, clerk => clerk with { Absences = null }),
        ["Resource.Away"] = model => Clerk(model, clerk => clerk with { Away = [] }),
        ["Resource.Deputies"] = model => Clerk(model, clerk => clerk with { Deputies = 2 }),
        ["Resource.DeputiesAfter"] = model => Clerk(model, clerk => clerk with { DeputiesAfter = new(61) }),
        ["AbsenceRule.Share"] = model => Clerk(
            model, clerk => clerk with { Absences = clerk.Absences! with { Share = 0.2 } }),
        ["AbsenceRule.Lasts"] = model => Clerk(
            model, clerk => clerk with { Absences = clerk.Absences! with { Lasts = Other } }),
        ["AwaySpell.Who"] = model => Clerk(model, clerk => clerk with { Away = [clerk.Away[0] with { Who = 0 }] }),
        ["AwaySpell.From"] = model => Clerk(
            model, clerk => clerk with { Away = [clerk.Away[0] with { From = new Tick(10) }] }),
        ["AwaySpell.To"] = model => Clerk(
            model, clerk => clerk with { Away = [clerk.Away[0] with { To = new Tick(10_000) }] }),
        ["StepRule.Step"] = model => Steps(model, 6, rule => rule with { Step = Step.SignReport }),
        ["StepRule.By"] = model => Steps(model, 6, rule => rule with { By = Simulator.Kernel.Office.Post.Clerk }),
        ["StepRule.Takes"] = model => Steps(model, 0, rule => rule with { Takes = [.. rule.Takes.SkipLast(1), Other] }),
        ["StepRule.PerAddressee"] = model => Steps(model, 4, rule => rule with { PerAddressee = 1.25 }),
        ["StepRule.SameServer"] = model => Steps(model, 1, rule => rule with { SameServer = true }),
        ["StepRule.At"] = model => Steps(model, 3, rule => rule with { At = [600] }),
        ["StepRule.AtOnceFrom"] = model => Steps(model, 3, rule => rule with { AtOnceFrom = Urgency.Express }),
        ["BodyKind.Diligence"] = model => Kind(model, kind => kind with { Diligence = null }),
        ["ConductRule.Stall"] = model => Behaving(model, rule => rule with { Stall = 0.4 }),
        ["ConductRule.Ignore"] = model => Behaving(model, rule => rule with { Ignore = 0.5 }),
        ["ConductRule.Partly"] = model => Behaving(model, rule => rule with { Partly = 0.5 }),
        ["ConductRule.OnRequest"] = model => Behaving(model, rule => rule with { OnRequest = null }),
        ["ConductRule.From"] = model => Behaving(model, rule => rule with { From = [] }),
        ["ConductRule.Relay"] = model => Behaving(model, rule => rule with { Relay = null }),
        ["ConductRule.HeedsFromAbove"] = model => Behaving(model, rule => rule with { HeedsFromAbove = 0.7 }),
        ["ConductRule.Heeds"] = model => Behaving(model, rule => rule with { Heeds = 0.7 }),
        ["RelayConduct.Stall"] = model => Behaving(
            model, rule => rule with { Relay = rule.Relay! with { Stall = 0.4 } }),
        ["RelayConduct.Ignore"] = model => Behaving(
            model, rule => rule with { Relay = rule.Relay! with { Ignore = 0.4 } }),
        ["LineConduct.Line"] = model => Line(model, line => line with { Line = Sketch.State }),
        ["LineConduct.Shares"] = model => Line(model, line => line with { Shares = new() }),
        ["LineConduct.OnRequest"] = model => Line(model, line => line with { OnRequest = null }),
        ["ConductShares.Stall"] = model => Line(model, line => line with { Shares = line.Shares with { Stall = 0.3 } }),
        ["ConductShares.Ignore"] = model => Line(
            model, line => line with { Shares = line.Shares with { Ignore = 0.3 } }),
        ["ConductShares.Partly"] = model => Line(
            model, line => line with { Shares = line.Shares with { Partly = 0.3 } }),
        ["DiligenceRule.Start"] = model => Diligence(model, rule => rule with { Start = 0.8 }),
        ["DiligenceRule.Floor"] = model => Diligence(model, rule => rule with { Floor = 0.1 }),
        ["DiligenceRule.HalfLife"] = model => Diligence(model, rule => rule with { HalfLife = new(7) }),
        ["DiligenceRule.Lifts"] = model => Diligence(model, rule => rule with { Lifts = new() }),
        ["DiligenceLifts.Directive"] = model => Lifts(model, lifts => lifts with { Directive = 0.9 }),
        ["DiligenceLifts.Reminder"] = model => Lifts(model, lifts => lifts with { Reminder = -0.9 }),
        ["DiligenceLifts.Inspection"] = model => Lifts(model, lifts => lifts with { Inspection = 0.9 }),
        ["DiligenceLifts.Sanction"] = model => Lifts(model, lifts => lifts with { Sanction = 0.9 }),
        ["DiligenceLifts.Outbreak"] = model => Lifts(model, lifts => lifts with { Outbreak = 0.9 }),
        ["DiligenceLifts.RemindSanction"] = model => Lifts(model, lifts => lifts with { RemindSanction = 0.9 }),
        ["DiligenceLifts.Reprimand"] = model => Lifts(model, lifts => lifts with { Reprimand = 0.9 }),
        ["DiligenceLifts.Discipline"] = model => Lifts(model, lifts => lifts with { Discipline = 0.9 }),
        ["FollowUpRule.InspectsShare"] = model => Following(model, rule => rule with { InspectsShare = 0.2 }),
        ["FollowUpRule.SanctionsRise"] = model => Following(model, rule => rule with { SanctionsRise = true }),
        ["FollowUpRule.Escalate"] = model => Following(model, rule => rule with { Escalate = null }),
        ["EscalationRule.AfterReminders"] = model => Following(
            model, rule => rule with { Escalate = rule.Escalate! with { AfterReminders = 1 } }),
        ["EscalationRule.After"] = model => Following(
            model, rule => rule with { Escalate = rule.Escalate! with { After = new(77) } }),
        ["EscalationRule.Levels"] = model => Following(
            model, rule => rule with { Escalate = rule.Escalate! with { Levels = 1 } }),
        ["FollowUpRule.Again"] = model => Following(model, rule => rule with { Again = null }),
        ["FollowUpRule.AtMost"] = model => Following(model, rule => rule with { AtMost = 2 }),
        ["FollowUpRule.InspectAfter"] = model => Following(model, rule => rule with { InspectAfter = null }),
        ["FollowUpRule.InspectsAll"] = model => Following(model, rule => rule with { InspectsAll = true }),
        ["FollowUpRule.Sanctions"] = model => Following(model, rule => rule with { Sanctions = true }),
        ["FollowUpRule.GraceAfterDue"] = model => Following(model, rule => rule with { GraceAfterDue = null }),
        ["FollowUpRule.AfterIssue"] = model => Following(model, rule => rule with { AfterIssue = null }),

        ["Body.Id"] = model => Body(model, "c/3", body => body with { Id = "c/4" }),
        ["Body.Kind"] = model => Body(model, "p/2", body => body with { Kind = "committee" }),
        ["Body.Under"] = model => Body(model, "c/3", body => body with { Under = [] }),
        ["Subordination.Superior"] = model => Body(
            model, "c/3", body => body with { Under = [body.Under[0] with { Superior = "p/1" }] }),
        ["Body.Leads"] = model => Body(model, "k/1", body => body with { Leads = ["p/2"] }),
        ["Body.Groups"] = model => Body(model, "c/2", body => body with { Groups = ["flooded"] }),
        ["Body.Heads"] = model => Body(model, "c/1", body => body with { Heads = new HeadCounts() }),
        ["HeadCounts.Clerk"] = model => Body(model, "c/1", body => body with { Heads = new HeadCounts(3, 2, 2) }),
        ["HeadCounts.Leadership"] = model => Body(model, "c/1", body => body with { Heads = new HeadCounts(2, 3, 2) }),
        ["HeadCounts.Staff"] = model => Body(model, "c/1", body => body with { Heads = new HeadCounts(2, 2, 3) }),
        ["Body.Closures"] = model => Body(model, "c/2", body => body with { Closures = [] }),
        ["Body.Channel"] = model => Body(model, "p/2", body => body with { Channel = null }),
        ["Body.LastNumber"] = model => Body(model, "p/2", body => body with { LastNumber = 8 }),
        ["Body.Diligence"] = model => Body(model, "c/3", body => body with { Diligence = null }),
        ["Body.Conduct"] = model => Body(model, "c/3", body => body with { Conduct = null }),

        ["Directive.Id"] = model => model with
        {
            Directives = [model.Directives[0] with { Id = "d/2" }],
            Recalls = [],
            Pinned = [model.Pinned[0] with { Directive = "d/2" }],
        },
        ["Directive.From"] = model => Order(model, order => order with { From = "p/1" }),
        ["Directive.Issued"] = model => Order(model, order => order with { Issued = new Tick(31) }),
        ["Directive.Urgency"] = model => Order(model, order => order with { Urgency = Urgency.Express }),
        ["Directive.To"] = model => Order(model, order => order with { To = [new Selector { Named = "p/1" }] }),
        ["Directive.Assignments"] = model => Order(
            model, order => order with { Assignments = [.. order.Assignments, Sketch.Duty("a/3", 5)] }),
        ["Directive.Relays"] = model => Order(model, order => order with { Relays = [] }),
        ["Directive.CutOffAfter"] = model => Order(
            model,
            order => order with { CutOffAfter = new Dictionary<string, TickSpan> { ["province"] = new(60) } }),
        ["Directive.CutOffAt"] = model => Order(
            model, order => order with { CutOffAt = new Dictionary<string, Tick> { ["centre"] = new(20_000) } }),
        ["Directive.Flash"] = model => Order(model, order => order with { Flash = null }),
        ["FlashReport.Kinds"] = model => Flash(model, rule => rule with { Kinds = [] }),
        ["FlashReport.Events"] = model => Flash(model, rule => rule with { Events = [] }),
        ["FlashReport.Urgency"] = model => Flash(model, rule => rule with { Urgency = Urgency.Express }),
        ["Directive.Periodic"] = model => Order(model, order => order with { Periodic = null }),
        ["PeriodicReport.Every"] = model => Periodic(model, rule => rule with { Every = TickSpan.FromDays(1) }),
        ["PeriodicReport.Figures"] = model => Periodic(model, rule => rule with { Figures = 901 }),
        ["PeriodicReport.Due"] = model => Periodic(
            model, rule => rule with { Due = new Dictionary<string, int> { ["commune"] = 960 } }),
        ["PeriodicReport.WorkingDaysOnly"] = model => Periodic(model, rule => rule with { WorkingDaysOnly = false }),
        ["PeriodicReport.First"] = model => Periodic(model, rule => rule with { First = null }),
        ["PeriodicReport.Until"] = model => Periodic(
            model, rule => rule with { Until = new CivilDate(2021, 3, 20) }),
        ["Directive.FollowUp"] = model => Order(
            model, order => order with { FollowUp = new Dictionary<string, FollowUpRule>() }),
        ["Assignment.Id"] = model => Duty(model, 0, duty => duty with { Id = "a/0" }),
        ["Assignment.By"] = model => Duty(model, 1, duty => duty with { By = [Selector.EachAddressee] }),
        ["Assignment.With"] = model => Duty(model, 1, duty => duty with { With = [] }),
        ["Assignment.Takes"] = model => Duty(model, 0, duty => duty with { Takes = Other }),
        ["Assignment.Due"] = model => Duty(model, 0, duty => duty with { Due = null }),
        ["Assignment.NeedsApproval"] = model => Duty(model, 0, duty => duty with { NeedsApproval = false }),
        ["Assignment.Mood"] = model => Duty(model, 0, duty => duty with { Mood = Mood.Request }),
        ["Assignment.PromptReport"] = model => Duty(model, 0, duty => duty with { PromptReport = true }),
        ["Assignment.Strength"] = model => Duty(model, 0, duty => duty with { Strength = 0.8 }),
        ["Assignment.IsVague"] = model => Duty(model, 0, duty => duty with { IsVague = true }),
        ["Assignment.AddedBy"] = model => Duty(model, 2, duty => duty with { AddedBy = [new() { Named = "p/2" }] }),
        ["RelayRule.By"] = model => Relay(model, rule => rule with { By = [new Selector { Named = "p/1" }] }),
        ["RelayRule.To"] = model => Relay(model, rule => rule with { To = [] }),
        ["Selector.Named"] = model => Who(model, new Selector { Named = "c/2" }),
        ["Selector.Level"] = model => Who(model, new Selector { Level = "commune" }),
        ["Selector.Kind"] = model => Who(model, new Selector { Kind = "province" }),
        ["Selector.Line"] = model => Who(model, new Selector { Line = "party" }),
        ["Selector.IsEachAddressee"] = model => Who(model, new Selector { IsEachAddressee = true }),
        ["Selector.Direct"] = model => Order(
            model, order => order with { To = [new Selector { Level = "commune" }] }),
        ["Selector.Led"] = model => Kind(
            model, kind => kind with { RelaysTo = [new Selector { Kind = "commune" }] }, "committee"),
    };

    public static readonly Dictionary<string, Func<Model, Model>> WithoutEffect = new()
    {
        ["Model.Settings"] = model => model with { Settings = null },
        ["Intervention.Title"] = model => Intervention(model, each => each with { Title = new Text("một", "one") }),
        ["Condition.Text"] = model => Condition(model, each => each with { Text = "otherwise" }),
        ["Model.Scenario"] = model => model with { Scenario = "another" },
        ["Model.Variant"] = model => model with { Variant = "another" },
        ["Model.Levels"] = model => model with { Levels = [.. model.Levels, "hamlet"] },
        ["Model.Lines"] = model => model with { Lines = ["party", "police", Sketch.State] },
        ["Model.Observed"] = model => model with
        {
            Observed =
            [
                new ObservedPaper { Directive = "d/1", Body = "p/1", Earliest = model.Axis.Start, Latest = model.Axis.Start },
            ],
        },
        ["Model.Goals"] = model => model with
        {
            Goals = [new Goal { Text = "all", Measure = GoalMeasure.Reached, Among = new(), BasisPoints = 5000 }],
        },
        ["Model.Window"] = model => model with { Window = new SeriesWindow(TickSpan.FromDays(1), TickSpan.FromDays(1)) },
        ["SeriesWindow.WarmUp"] = model => model with { Window = model.Window with { WarmUp = TickSpan.FromDays(2) } },
        ["SeriesWindow.CoolDown"] = model => model with { Window = model.Window with { CoolDown = TickSpan.FromDays(2) } },
        ["TimeAxis.Offset"] = model => model with { Axis = new TimeAxis(model.Axis.Start, 0) },
        ["CalendarRule.Name"] = model => Rule(model, Copy(name: "another")),
        ["CalendarRule.NominalDay"] = model => Rule(model, Copy(nominalDay: 440)),
        ["Closure.Reason"] = model => Rule(model, Copy(closures: [Closed(8, 9, 11, "a move")])),
        ["Holiday.Name"] = model => Rule(model, Copy(
            holidays: [.. ModelWithAll.Office.Holidays.Select(day => day with { Name = "a holiday" })])),
        ["Channel.Id"] = model => Body(
            Post(Act<OutageAct>(model, act => act with { Channel = "mail" }), channel => channel with { Id = "mail" }), "p/2",
            body => body with { Channel = "mail" }),
        ["BodyKind.Id"] = model => Kind(model, kind => kind with { Id = "ward" }) with
        {
            Bodies = [.. model.Bodies.Select(body => body.Kind == "commune" ? body with { Kind = "ward" } : body)],
        },
        ["BodyKind.SymbolPattern"] = model => Kind(model, kind => kind with { SymbolPattern = "{n}/UBND" }),
        ["Body.Name"] = model => Body(model, "c/1", body => body with { Name = "Sông Cầu" }),
        ["Subordination.Line"] = model => Body(
            model, "c/3", body => body with { Under = [body.Under[0] with { Line = "party" }] }),
        ["ExternalEvent.Title"] = model => Event(model, each => each with { Title = new Text("a", "b") }),
        ["Directive.Series"] = model => Order(model, order => order with { Series = "orders" }),
        ["Directive.Symbol"] = model => Order(model, order => order with { Symbol = "570/CĐ-TTg" }),
        ["Directive.Title"] = model => Order(model, order => order with { Title = new Text("a", "b") }),
        ["Assignment.Do"] = model => Duty(model, 0, duty => duty with { Do = new Text("a", "b") }),
    };

    private static Model Kind(Model model, Func<BodyKind, BodyKind> change, string id = "commune") =>
        model with { Kinds = [.. model.Kinds.Select(kind => kind.Id == id ? change(kind) : kind)] };

    private static Model Flash(Model model, Func<FlashReport, FlashReport> change) =>
        Order(model, order => order with { Flash = change(order.Flash!) });

    private static Model Periodic(Model model, Func<PeriodicReport, PeriodicReport> change) =>
        Order(model, order => order with { Periodic = change(order.Periodic!) });

    private static Model Reporting(Model model, Func<ReportingRule, ReportingRule> change) =>
        Kind(model, kind => kind with { Reporting = change(kind.Reporting!) });

    private static Model Content(Model model, Func<ContentRule, ContentRule> change) =>
        Kind(model, kind => kind with { Content = change(kind.Content!) }, "province");

    private static Model Clerk(Model model, Func<Resource, Resource> change) =>
        Kind(model, kind => kind with { Clerk = change(kind.Clerk) });

    private static Model List(Model model, Func<PriorityList, PriorityList> change) => Kind(
        model, kind => kind with { Staff = kind.Staff with { List = change(kind.Staff.List) } });

    private static Model Load(Model model, Func<LoadRule, LoadRule> change) =>
        Kind(model, kind => kind with { Load = change(kind.Load!) });

    private static Model Steps(Model model, int place, Func<StepRule, StepRule> change) => Kind(
        model,
        kind => kind with { Steps = [.. kind.Steps.Select((rule, at) => at == place ? change(rule) : rule)] });

    private static Model Post(Model model, Func<Channel, Channel> change) =>
        model with { Channels = [model.Channels[0], change(model.Channels[1])] };

    private static Model Body(Model model, string id, Func<Body, Body> change) =>
        model with { Bodies = [.. model.Bodies.Select(body => body.Id == id ? change(body) : body)] };

    private static Model Behaving(Model model, Func<ConductRule, ConductRule> change) =>
        Body(model, "c/3", body => body with { Conduct = change(body.Conduct!) });

    private static Model Line(Model model, Func<LineConduct, LineConduct> change) =>
        Behaving(model, rule => rule with { From = [change(rule.From[0])] });

    private static Model Diligence(Model model, Func<DiligenceRule, DiligenceRule> change) =>
        Body(model, "c/3", body => body with { Diligence = change(body.Diligence!) });

    private static Model Lifts(Model model, Func<DiligenceLifts, DiligenceLifts> change) =>
        Diligence(model, rule => rule with { Lifts = change(rule.Lifts) });

    private static Model Event(Model model, Func<ExternalEvent, ExternalEvent> change) =>
        model with { Events = [change(model.Events[0]), .. model.Events.Skip(1)] };

    private static Model Order(Model model, Func<Directive, Directive> change) =>
        model with { Directives = [change(model.Directives[0]), .. model.Directives.Skip(1)] };

    private static Model Following(Model model, Func<FollowUpRule, FollowUpRule> change) => Order(
        model,
        order => order with
        {
            FollowUp = new Dictionary<string, FollowUpRule> { ["centre"] = change(order.FollowUp["centre"]) },
        });

    private static Model Duty(Model model, int place, Func<Assignment, Assignment> change) => Order(
        model,
        order => order with
        {
            Assignments = [.. order.Assignments.Select((duty, at) => at == place ? change(duty) : duty)],
        });

    private static Model Who(Model model, Selector by) => Duty(model, 1, duty => duty with { By = [by] });

    private static Model Relay(Model model, Func<RelayRule, RelayRule> change) =>
        Order(model, order => order with { Relays = [change(order.Relays[0])] });
}
