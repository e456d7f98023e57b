using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>
/// A registry as a queueing system: reports come in at random, clerks register them. Each customer is the
/// report of another subordinate, so that each has a draw of its own.
/// </summary>
internal sealed class Registry
{
    /// <summary>Customers of one run, and how many of the first are left out of its means.</summary>
    public const int Customers = 20_000;

    public const int WarmUp = 2_000;

    /// <summary>The mean service in minutes: long enough for rounding to whole minutes not to matter.</summary>
    public const double Service = 1000;

    private readonly CompiledModel _model;

    private readonly int _customers;

    public Registry(
        int clerks, Distribution service, Attention attention = Attention.UrgencyFirst, PriorityList? list = null,
        int customers = Customers)
        : this(
            Registers(service), Sketch.Heads(clerks) with { Attention = attention, List = list ?? new() }, customers)
    {
    }

    public Registry(StepRule registers, Resource clerk, params IReadOnlyList<CalendarRule> calendars)
        : this(registers, clerk, Customers, calendars)
    {
    }

    private Registry(StepRule registers, Resource clerk, int customers, params IReadOnlyList<CalendarRule> calendars)
    {
        _customers = customers;
        var centre = Sketch.Kind("centre", registers) with { Clerk = clerk };
        _model = ModelCompiler.Compile(Sketch.Model(
            [centre, Sketch.Kind("sender")],
            [
                Sketch.Body("centre", "centre"),
                .. Enumerable.Range(0, customers).Select(place => Sketch.Body($"s/{place}", "sender", "centre")),
            ],
            Sketch.Directive("d/0", "centre"),
            Sketch.Directive("d/1", "centre") with { Urgency = Urgency.Urgent }) with
        {
            Calendars = calendars.ToDictionary(calendar => calendar.Name),
        });
        Urgent = _model.Directives[1].ShortHash;
    }

    /// <summary>Registering takes a clerk so long, for a routine paper and for an urgent one.</summary>
    public static StepRule Registers(params IReadOnlyList<Distribution> takes) =>
        new() { Step = Step.RegisterReport, By = Post.Clerk, Takes = takes };

    /// <summary>The office, with all who report to it.</summary>
    public CompiledModel Model => _model;

    /// <summary>How reports on the urgent directive stand in the journal.</summary>
    public uint Urgent { get; }

    /// <summary>One run: Poisson arrivals at a rate per service time, some of them urgent.</summary>
    public List<Entry> Play(double rate, int replication, double urgent = 0)
    {
        var dice = new Dice((ulong)replication + 7_000);
        var office = new LoneOffice(_model, "centre", new ChanceKey(7, replication));
        var arrivals = new Message[_customers];
        var now = 1.0;
        for (var place = 0; place < _customers; place++)
        {
            now += dice.Exponential(Service / rate);
            var root = (ushort)(dice.Falls(urgent) ? 1 : 0);
            arrivals[place] = office.Report(root, (ushort)place, (int)now);
        }

        return office.TakeIn(arrivals);
    }

    /// <summary>One run with everybody there from the beginning, in the order of coming.</summary>
    public List<Visit> PlayFull(int replication)
    {
        var office = new LoneOffice(_model, "centre", new ChanceKey(7, replication));
        var arrivals = Enumerable.Range(0, _customers).Select(place => office.Report(0, (ushort)place, 1)).ToArray();
        var entries = office.TakeIn(arrivals);
        var order = entries.Where(entry => entry.Kind == EntryKind.Arrived).Select(entry => entry.Sequence).ToList();
        var ends = entries.Where(entry => entry.Kind == EntryKind.StepEnded)
            .ToDictionary(entry => entry.CauseSequence);
        return [.. order.Select(cause => new Visit(ends[cause].Root, 1, ends[cause].Started, ends[cause].Tick))];
    }

    /// <summary>One run of routine papers, and of urgent ones, that come when the test says.</summary>
    public List<Entry> Play(int replication, IReadOnlyList<int> routine, params IReadOnlyList<int> urgent)
    {
        var office = new LoneOffice(_model, "centre", new ChanceKey(7, replication));
        return office.TakeIn(
        [
            .. routine.Select(moment => (Moment: moment, Root: (ushort)0))
                .Concat(urgent.Select(moment => (Moment: moment, Root: (ushort)1)))
                .OrderBy(paper => paper.Moment)
                .Select((paper, place) => office.Report(paper.Root, (ushort)place, paper.Moment)),
        ]);
    }

    public static List<Visit> Visits(IReadOnlyList<Entry> entries) => Visit.Of(entries, Step.RegisterReport);
}
