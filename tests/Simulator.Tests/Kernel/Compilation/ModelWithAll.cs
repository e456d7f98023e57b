using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Kernel.Time;

namespace Simulator.Tests.Kernel.Compilation;

/// <summary>A small model that uses everything a model can declare, so that any change to it is a change.</summary>
internal static class ModelWithAll
{
    public static readonly CalendarRule Office = new()
    {
        Name = "office",
        Week = WeekHours.Weekdays(Vietnam2021.OfficeHours) with
        {
            Friday = new WorkingHours(new DayInterval(450, 690)),
        },
        NominalDay = 450,
        FirstDay = new CivilDate(2021, 1, 1),
        LastDay = new CivilDate(2021, 12, 31),
        Holidays = [.. Vietnam2021.Rule().Holidays.Where(day => day.Date.Month > 1)],
        MakeUpDays = [MakeUpDay.WorkedLike(new CivilDate(2021, 3, 6), DayOfWeek.Friday)],
        Closures = [Noon(8)],
    };

    public static Model Make() => new()
    {
        Scenario = "all",
        Axis = Sketch.Axis,
        Until = TickSpan.FromDays(40),
        Levels = ["centre", "province", "commune"],
        Lines = [Sketch.State, "party"],
        Terms = [new CivilDate(2021, 1, 20)],
        Calendars = new Dictionary<string, CalendarRule> { ["office"] = Office, ["evening"] = Evening },
        Channels =
        [
            new Channel { Id = "axis", Delay = Distribution.Constant(2) },
            new Channel
            {
                Id = "post",
                Delay = Distribution.Exponential(900),
                ReportDelay = Distribution.Exponential(700),
                ReminderDelay = Distribution.Exponential(500),
                Loss = 0.05,
                Fails = 0.1,
                Leaves = new DepartureRule { At = [600, 960], Day = DayOfWeek.Tuesday, Calendar = "office" },
                Absent = 0.1,
                AbsentAfter = new TickSpan(3000),
                Unseen = 0.1,
                NoticedAfter = new TickSpan(3000),
                Unsent = 0.1,
                Acknowledgement = new AcknowledgementRule { Within = new TickSpan(1440) },
                Duplicates = 0.1,
            },
        ],
        Kinds = [Kind("ministry", "centre"), Province, Kind("commune", "commune"), Committee],
        Bodies =
        [
            Sketch.Body("m/0", "ministry"),
            Sketch.Body("p/1", "province", "m/0"),
            Sketch.Body("p/2", "province", "m/0") with { Channel = "post", LastNumber = 7 },
            Sketch.Body("c/1", "commune", "p/1") with { Groups = ["flooded"], Heads = new HeadCounts(2, 2, 2) },
            Sketch.Body("c/2", "commune", "p/1") with { Closures = [Noon(9)] },
            Sketch.Body("c/3", "commune", "p/2") with { Conduct = Conduct, Diligence = Diligence },
            new Body { Id = "k/1", Kind = "committee", Under = [new("party", "m/0")], Leads = ["p/1"] },
        ],
        Directives = [Order, Update, ModelChanges.Plain("d/3"), ModelChanges.Plain("d/4", new AssignmentReference("d/3", "b/1"))],
        Recalls = [new Recall { Directive = "d/1", At = new Tick(20_000) }],
        Events =
        [
            new ExternalEvent
            {
                Id = "e/1",
                At = new Tick(5000),
                Is = EventKind.Outbreak,
                Bodies = [new Selector { Level = "commune" }],
            },
            new ExternalEvent
            {
                Id = "e/2",
                At = new Tick(6000),
                Is = EventKind.Inspection,
                Bodies = [new Selector { Named = "c/1" }],
            },
        ],
        Interventions = ModelChanges.Interventions,
        Pinned = [new PinnedPaper("d/1", "p/2", new Tick(4000))],
    };

    private static ConductRule Conduct => new()
    {
        Stall = 0.5,
        OnRequest = new ConductShares { Stall = 0.6 },
        From =
        [
            new LineConduct
            {
                Line = "party",
                Shares = new ConductShares { Partly = 0.2 },
                OnRequest = new ConductShares { Ignore = 0.1 },
            },
        ],
        Relay = new RelayConduct { Stall = 0.2 },
        Heeds = 0.8,
    };

    private static DiligenceRule Diligence => new()
    {
        Start = 0.9,
        Floor = 0.3,
        HalfLife = TickSpan.FromDays(7),
        Lifts = new DiligenceLifts { Directive = 0.1, Outbreak = 0.5 },
    };

    private static CalendarRule Evening => new()
    {
        Name = "evening",
        Week = WeekHours.Weekdays(new WorkingHours(new DayInterval(1080, 1200))),
        NominalDay = 120,
        FirstDay = new CivilDate(2021, 1, 1),
        LastDay = new CivilDate(2021, 12, 31),
    };

    private static BodyKind Province => Kind("province", "province") with
    {
        Content = new ContentRule
        {
            Loses = 0.1,
            Fades = 0.1,
            Distorts = 0.1,
            Adds = 0.9,
            Concretises = 0.5,
            LosesAttachment = 0.1,
            VagueDone = 0.5,
        },
    };

    private static BodyKind Committee => Kind("committee", "province") with
    {
        Line = "party",
        RelaysTo = [new Selector { Led = true }],
        Numbers = NumberSeries.ByTerm,
    };

    private static Directive Order => new()
    {
        Id = "d/1",
        From = "m/0",
        Issued = new Tick(30),
        Urgency = Urgency.Urgent,
        To = [new Selector { Direct = true }],
        Assignments =
        [
            Sketch.Duty("a/1", 60) with
            {
                Due = new Tick(9000),
                NeedsApproval = true,
                Silence = new SilenceRule(TickSpan.FromDays(2)),
            },
            Sketch.Duty("a/2", 90) with
            {
                By = [new Selector { Named = "flooded" }],
                With = [new Selector { Level = "commune" }],
                Inputs = new InputRule { AtMost = new TickSpan(400) },
                PromptReport = true,
                Strength = 0.9,
                IsVague = true,
            },
            Sketch.Duty("local", 30) with { AddedBy = [new Selector { Named = "p/1" }] },
        ],
        Relays = [new RelayRule([new Selector { Named = "p/2" }], [new Selector { Named = "c/2" }])],
        Copies = [new CopyRule([new Selector { Level = "province" }], [new Selector { Level = "commune" }])],
        CutOffAfter = new Dictionary<string, TickSpan> { ["province"] = TickSpan.FromDays(9) },
        CutOffAt = new Dictionary<string, Tick> { ["centre"] = new Tick(30_000) },
        Flash = new FlashReport { Kinds = [EventKind.Outbreak], Events = ["e/2"], Urgency = Urgency.VeryUrgent },
        Periodic = new PeriodicReport
        {
            Every = TickSpan.FromDays(2),
            Figures = 900,
            Due = new Dictionary<string, int> { ["province"] = 990, ["commune"] = 960 },
            WorkingDaysOnly = true,
            First = new CivilDate(2021, 3, 2),
            Until = new CivilDate(2021, 3, 30),
        },
        FollowUp = new Dictionary<string, FollowUpRule>
        {
            ["centre"] = new()
            {
                AfterIssue = TickSpan.FromDays(3),
                GraceAfterDue = TickSpan.FromDays(1),
                Again = TickSpan.FromDays(2),
                AtMost = 3,
                InspectAfter = TickSpan.FromDays(8),
                Escalate = new EscalationRule { AfterReminders = 2, After = TickSpan.FromDays(1), Levels = 2 },
            },
        },
    };

    private static Directive Update => new()
    {
        Id = "u/1",
        From = "m/0",
        Issued = new Tick(900),
        To = [new Selector { Direct = true }],
        Relation = new PaperRelation
        {
            Kind = RelationKind.Updates,
            Directive = "d/1",
            Mistyped = 0.1,
            Changes = [new AssignmentChange("a/2", new Tick(12_000), Distribution.Constant(45))],
        },
        Duplicates = 0.2,
    };

    private static BodyKind Kind(string id, string level) => Sketch.Kind(
        id,
        new StepRule
        {
            Step = Step.Register,
            By = Post.Clerk,
            Takes = [Distribution.Constant(5), Distribution.Constant(4), Distribution.Constant(3)],
        },
        Sketch.Takes(Step.Assign, Post.Clerk, 20),
        Sketch.Takes(Step.Draft, Post.Staff, 100),
        Sketch.Takes(Step.Sign, Post.Leadership, 10) with { At = [600, 960] },
        Sketch.Takes(Step.Issue, Post.Clerk, 10) with { PerAddressee = 1.5 },
        Sketch.Takes(Step.CarryOut, Post.Staff, 1) with { Takes = [] },
        Sketch.Takes(Step.Compile, Post.Staff, 30)) with
    {
        Level = level,
        Clerk = Clerk,
        Staff = Sketch.Heads(1) with
        {
            Attention = Attention.PriorityList,
            List = new PriorityList { Length = 2, Follows = 0.9 },
        },
        Load = new LoadRule { Incoming = 4, Outgoing = 1, Settles = Distribution.Constant(20) },
        Channel = "axis",
        FollowUp = new FollowUpRule { AfterIssue = TickSpan.FromDays(5) },
        Reporting = new ReportingRule { Inflates = 0.25, Errs = 0.05, ErrorSize = 0.1 },
        Diligence = new DiligenceRule { HalfLife = TickSpan.FromDays(20) },
        Questions = new QuestionRule
        {
            Silence = new SilenceRule(TickSpan.FromDays(5)),
            Returns = 0.2,
            PassesUp = 0.3,
            Refuses = 0.4,
        },
        OnConflict = new ConflictRule { Obeys = ConflictChoice.First },
        Signing = new SigningRule { ByOrder = 0.2, ByAuthorisation = 0.5 },
    };

    private static Resource Clerk => new()
    {
        Heads = 2,
        Calendar = "office",
        PiercingCalendar = "evening",
        PiercesFrom = Urgency.Urgent,
        Absences = new AbsenceRule { Share = 0.1, Lasts = Distribution.Exponential(900) },
        Away = [new AwaySpell(1, new Tick(3000), new Tick(6000))],
        Deputies = 1,
        DeputiesAfter = new TickSpan(60),
    };

    private static Closure Noon(int day) => new(new CivilTime(2021, 3, day, 9), new CivilTime(2021, 3, day, 11));
}
