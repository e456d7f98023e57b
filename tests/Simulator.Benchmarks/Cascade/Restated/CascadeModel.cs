using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Benchmarks.Cascade.Restated;

/// <summary>
/// The restated cascade as a model of the kernel: one kind whose register, assign and draft share one
/// held clerk, no calendar. The government stands above the root and only issues.
/// </summary>
public static class CascadeModel
{
    private const int Hour = 60;

    /// <summary>Register, assign, draft, own work: medians in minutes and sigmas.</summary>
    public static readonly Distribution Register = Distribution.Lognormal(2 * Hour, 0.6);

    public static readonly Distribution Assign = Distribution.Lognormal(4 * Hour, 0.8);

    public static readonly Distribution Draft = Distribution.Lognormal(12 * Hour, 0.8);

    public static readonly Distribution OwnWork = Distribution.Lognormal(48 * Hour, 1.0);

    public static readonly Distribution Delivery = Distribution.Lognormal(6 * Hour, 0.5);

    public static readonly Distribution ReportDelivery = Distribution.Lognormal(4 * Hour, 0.5);

    public static readonly Distribution ReminderDelivery = Distribution.Lognormal(Hour, 0.5);

    public const double NotComplying = 0.1;

    public const double Stalling = 0.1;

    public static string BodyId(int body) => $"b/{body}";

    public static string DirectiveId(int directive) => $"d/{directive}";

    public static CompiledModel Compile(Hierarchy hierarchy, int directives) =>
        ModelCompiler.Compile(Declare(hierarchy, directives));

    public static Model Declare(Hierarchy hierarchy, int directives)
    {
        var levels = Enumerable.Range(0, hierarchy.Depth + 1).Select(level => $"level-{level}").ToArray();
        var conduct = new ConductRule { Stall = Stalling, Partly = NotComplying };
        return new Model
        {
            Scenario = "cascade",
            Axis = new TimeAxis(new CivilTime(2021, 1, 1)),
            Until = TickSpan.FromDays(400),
            Levels = ["government", .. levels],
            Lines = ["state"],
            Calendars = new Dictionary<string, CalendarRule>(),
            Channels =
            [
                new Channel { Id = "wire", Delay = Distribution.Constant(1) },
                new Channel
                {
                    Id = "post",
                    Delay = Delivery,
                    ReportDelay = ReportDelivery,
                    ReminderDelay = ReminderDelivery,
                },
            ],
            Kinds = [Government(), .. levels.Select(level => Office(level, conduct))],
            Bodies = [Body(-1, hierarchy), .. Enumerable.Range(0, hierarchy.Count).Select(body => Body(body, hierarchy))],
            Directives = [.. Enumerable.Range(0, directives).Select(directive => Issue(directive, hierarchy))],
        };
    }

    private static Body Body(int body, Hierarchy hierarchy)
    {
        if (body < 0)
        {
            return new Body { Id = "government", Kind = "government" };
        }

        var level = hierarchy.Depth - hierarchy.Heights[body];
        var superior = body == 0 ? "government" : BodyId(hierarchy.Parents[body]);
        return new Body
        {
            Id = BodyId(body),
            Kind = $"level-{level}",
            Under = [new("state", superior)],
            Conduct = body == 0 ? new ConductRule { Partly = NotComplying } : null,
        };
    }

    private static BodyKind Government() => new()
    {
        Id = "government",
        Level = "government",
        Line = "state",
        Clerk = new Resource { Heads = 1 },
        Leadership = new Resource { Heads = 1 },
        Staff = new Resource { Heads = 1 },
        Steps = [],
        Channel = "wire",
    };

    private static BodyKind Office(string level, ConductRule conduct) => Government() with
    {
        Id = level,
        Level = level,
        Steps =
        [
            new StepRule { Step = Step.Register, By = Post.Clerk, Takes = [Register] },
            new StepRule { Step = Step.Assign, By = Post.Clerk, Takes = [Assign], SameServer = true },
            new StepRule { Step = Step.Draft, By = Post.Clerk, Takes = [Draft], SameServer = true },
            new StepRule { Step = Step.CarryOut, Takes = [Distribution.Constant(0)] },
        ],
        DraftsAlways = true,
        RelaysTo = [Selector.Subordinates],
        Conduct = conduct,
        Channel = "post",
    };

    private static Directive Issue(int directive, Hierarchy hierarchy) => new()
    {
        Id = DirectiveId(directive),
        From = "government",
        Issued = new Tick(directive * 12 * Hour),
        Urgency = directive % 3 == 2 ? Urgency.Urgent : Urgency.Routine,
        To = [Selector.Subordinates],
        Assignments = [new Assignment { Id = "own", By = [Selector.EachAddressee], Takes = OwnWork }],
        CutOffAfter = ByHeight(hierarchy, 15, days => TickSpan.FromDays(days)),
        FollowUp = ByHeight(hierarchy, 5, days => new FollowUpRule { AfterIssue = TickSpan.FromDays(days) }),
    };

    private static Dictionary<string, T> ByHeight<T>(Hierarchy hierarchy, int days, Func<int, T> rule) =>
        Enumerable.Range(0, hierarchy.Depth)
            .ToDictionary(level => $"level-{level}", level => rule((hierarchy.Depth - level) * days));
}
