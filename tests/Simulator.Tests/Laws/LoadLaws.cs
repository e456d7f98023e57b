using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Kernel.Time;

namespace Simulator.Tests.Laws;

/// <summary>
/// The other papers of the day come as they are declared, and a paper of a directive among them waits as
/// queueing theory says: the law of Pollaczek and Khinchine, and Cobham's for the urgent.
/// </summary>
public sealed class LoadLaws
{
    private const double Service = 1000;
    private const double Other = 0.6; // of the clerk's time goes to other papers
    private const double Tracked = 0.1; // and so much to those of directives
    private const double Shape = 0.5;

    // The mean of what is left of the paper in hand, in services: ρ E[S²] / 2 E[S]².
    private const double Residual = (Other + Tracked) * (1 + (1 / Shape)) / 2;

    /// <summary>
    /// Counted by the arrival numbers that the clerk gives, Monday to Monday. Of a Poisson process the variance
    /// of the counts is their mean; the intervals are of 99.9%.
    /// </summary>
    [Fact]
    public void As_many_papers_come_in_a_week_as_seven_days_have()
    {
        const double perDay = 20.6;
        const int weeks = 12;
        var counts = new List<int>();
        for (var run = 0; run < 12; run++)
        {
            var numbers = Played.Of(Weeks(new LoadRule { Incoming = perDay }, weeks), new RunOptions { Seed = 5, Replication = run })
                .By("office", EntryKind.StepEnded)
                .Where(entry => entry.Step == Step.Register)
                .Select(entry => entry.A)
                .ToList();
            Assert.Equal(weeks + 1, numbers.Count);
            counts.AddRange(numbers.Zip(numbers.Skip(1), (before, after) => after - before - 1));
        }

        var (mean, exact) = (counts.Average(), 7 * perDay);
        var half = 3.29 * Math.Sqrt(exact / counts.Count);
        Assert.True(Math.Abs(mean - exact) < half, $"{mean} a week, {exact} ± {half} expected");
        var dispersion = counts.Sum(count => (count - mean) * (count - mean)) / mean;
        Assert.InRange(
            dispersion,
            MathNet.Numerics.Distributions.ChiSquared.InvCDF(counts.Count - 1, 0.0005),
            MathNet.Numerics.Distributions.ChiSquared.InvCDF(counts.Count - 1, 0.9995));
    }

    [Fact]
    public void A_routine_paper_waits_for_the_other_papers_as_Pollaczek_and_Khinchine_say() =>
        MeanWait(Urgency.Routine, 0).Agrees(
            Residual / (1 - Other - Tracked), 0.15, "a routine paper among routine papers, seed 6");

    [Fact]
    public void An_urgent_paper_waits_for_the_paper_in_hand_and_for_the_urgent() =>
        MeanWait(Urgency.Urgent, 0).Agrees(
            Residual / (1 - Tracked), 0.1, "an urgent paper among routine papers, seed 6");

    [Fact]
    public void An_urgent_paper_waits_for_those_other_papers_that_are_urgent_too() =>
        MeanWait(Urgency.Urgent, 0.5).Agrees(
            Residual / (1 - Tracked - (0.5 * Other)), 0.1, "an urgent paper, half of the others urgent, seed 6");

    [Fact]
    public void Three_times_the_load_is_three_times_the_papers()
    {
        var declared = Played.Of(Weeks(new LoadRule { Incoming = 9 }, 4));
        var times = Played.Of(Weeks(new LoadRule { Incoming = 3, Times = 3 }, 4));
        Assert.Equal(declared.Digest, times.Digest);
        Assert.NotEqual(Played.Of(Weeks(new LoadRule { Incoming = 3 }, 4)).Digest, times.Digest);
    }

    [Fact]
    public void An_office_that_is_relieved_of_closed_hours_gets_no_more_other_papers_than_before()
    {
        var model = Weeks(new LoadRule { Incoming = 20 }, 6);
        var open = model with { Reliefs = [new Relief { From = Hindrance.ClosedHours }] };
        Assert.Equal(Numbers(model), Numbers(open));
        Assert.True(Numbers(open)[^1] > 6 * 100);

        static List<int> Numbers(Model model) =>
        [
            .. Played.Of(model).By("office", EntryKind.StepEnded)
                .Where(entry => entry.Step == Step.Register).Select(entry => entry.A),
        ];
    }

    [Fact]
    public void No_other_papers_are_as_if_nothing_had_been_said_of_them()
    {
        var none = new LoadRule { Incoming = 9, Outgoing = 2, Times = 0, Settles = Distribution.Exponential(30) };
        var (with, without) = (Alone(none, 1), Alone(null, 1));
        Assert.Equal(Played.Of(without).Entries, Played.Of(with).Entries);
        Assert.Null(Simulator.Kernel.Compilation.ModelCompiler.Compile(with).Kinds[1].Load);
    }

    /// <summary>Three wait for the staff when the run begins, an hour each; the paper comes a minute later.</summary>
    [Theory]
    [InlineData(1, 180, 3, 179)]
    [InlineData(2, 60, 3, 59)]
    [InlineData(3, 60, 3, 59)]
    [InlineData(4, 1, 0, 0)]
    public void A_delay_is_told_once_with_its_papers_and_its_minutes(int heads, int begins, int papers, int minutes)
    {
        var rule = new LoadRule { Backlog = 3, Settles = Distribution.Constant(60) };
        var entries = Played.Of(Alone(rule, heads)).By("office").ToList();
        var done = Assert.Single(entries, entry => entry.Kind == EntryKind.StepEnded);
        Assert.Equal(begins, done.Started);
        var delays = entries.Where(entry => entry.Kind == EntryKind.DelayedByLoad).ToList();
        Assert.Equal(papers == 0 ? 0 : 1, delays.Count);
        Assert.All(delays, delay => Assert.Equal(
            (Step.CarryOut, begins, 1, papers, minutes, done.Server, done.CauseSequence),
            ((Step)delay.What, delay.Tick, delay.Started, delay.A, delay.B, delay.Server, delay.CauseSequence)));
    }

    [Fact]
    public void Other_papers_that_find_people_enough_delay_nothing_and_draw_nothing_of_others()
    {
        var rule = new LoadRule
        {
            Incoming = 30,
            Outgoing = 10,
            Settles = Distribution.Exponential(40),
            Drafts = Distribution.Constant(5),
        };
        var (with, without) = (Played.Of(Alone(rule, 64)), Played.Of(Alone(null, 64)));
        Assert.Equal(without.Entries.Select(Unnumbered), with.Entries.Select(Unnumbered));
    }

    private static Entry Unnumbered(Entry entry) => entry with { Server = 0 };

    private static Estimate MeanWait(Urgency urgency, double urgentOthers)
    {
        const int papers = 1_200;
        var estimate = new Estimate();
        for (var run = 0; run < 24; run++)
        {
            var model = Stream(new Dice((ulong)run + 600), papers, urgency, urgentOthers);
            var entries = Played.Of(model, new RunOptions { Seed = 6, Replication = run }).By("office").ToList();
            estimate.Add(Visit.Of(entries, Step.Register).Skip(100).Average(visit => visit.Wait / Service));
        }

        return estimate;
    }

    /// <summary>A clerk who registers papers that come at random, most of them of no directive.</summary>
    private static Model Stream(Dice dice, int papers, Urgency urgency, double urgentOthers)
    {
        var office = Sketch.Kind(
            "office", Sketch.Takes(Step.Register, Post.Clerk, Distribution.GammaWithMean(Shape, Service))) with
        {
            Load = new LoadRule { Incoming = Other * 1440 / Service, Urgent = urgentOthers },
        };
        var now = 50 * Service;
        var directives = new List<Directive>();
        for (var paper = 0; paper < papers; paper++)
        {
            now += dice.Exponential(Service / Tracked);
            directives.Add(Sketch.Directive($"d/{paper}", "centre") with
            {
                Issued = new Tick((int)now),
                Urgency = urgency,
            });
        }

        return Sketch.Model([Sketch.Kind("centre"), office], Two(), directives) with
        {
            Until = new TickSpan((int)now + 100_000),
        };
    }

    private static Model Weeks(LoadRule load, int weeks)
    {
        var office = Sketch.Kind("office", Sketch.Takes(Step.Register, Post.Clerk, 0)) with
        {
            Clerk = Sketch.Heads(1, "office"),
            Load = load,
        };
        return Sketch.Model(
            [Sketch.Kind("centre"), office],
            Two(),
            [.. Enumerable.Range(0, weeks + 1).Select(week => Sketch.Directive($"d/{week:00}", "centre") with
            {
                Issued = new Tick((week * 7 * 1440) + 120),
            })]) with
        {
            Axis = new TimeAxis(new CivilTime(2021, 5, 10, 6, 0)), // no holiday before September
            Calendars = new Dictionary<string, CalendarRule> { ["office"] = Vietnam2021.Rule() },
        };
    }

    /// <summary>An office that carries out one assignment of half an hour, which comes at minute 1.</summary>
    private static Model Alone(LoadRule? load, int heads)
    {
        var office = Sketch.Kind("office", Sketch.Takes(Step.CarryOut, Post.Staff, 1) with { Takes = [] }) with
        {
            Staff = Sketch.Heads(heads) with { Attention = Attention.FirstCome },
            Load = load,
        };
        return Sketch.Model(
            [Sketch.Kind("centre"), office], Two(), Sketch.Directive("d", "centre", Sketch.Duty("a", 30))) with
        {
            Until = TickSpan.FromDays(10),
        };
    }

    private static IReadOnlyList<Body> Two() =>
        [Sketch.Body("centre", "centre"), Sketch.Body("office", "office", "centre")];
}
