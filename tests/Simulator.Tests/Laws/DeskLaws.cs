using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>
/// What a person does at his desk has laws too: papers that wait for an hour, papers that share a person,
/// people who are away.
/// </summary>
public sealed class DeskLaws
{
    [Fact]
    public void A_paper_waits_half_a_day_for_the_hour_and_then_for_half_of_the_batch()
    {
        const double day = 1440;
        const double service = 10;
        const double rate = 0.3 / service;
        var registry = new Registry(
            Registry.Registers(Distribution.Constant(service)) with { At = [16 * 60] }, Sketch.Heads(1));
        var estimate = new Estimate();
        for (var run = 0; run < 12; run++)
        {
            estimate.Add(Registry.Visits(registry.Play(rate * Registry.Service, run)).Average(visit => visit.Wait));
        }

        // A moment is a whole minute, and in the first of a day no time is left to wait.
        estimate.Agrees(((day - 1) / 2) + (service * rate * day / 2), 0.02, "one batch a day, seed 7");
    }

    [Theory]
    [InlineData("constant")]
    [InlineData("exponential")]
    public void An_urgent_paper_meets_somebody_who_is_never_without_other_work(string law)
    {
        const double service = 1000;
        const double rate = 0.5 / service;
        const double other = 1500;
        var others = law == "constant" ? Distribution.Constant(other) : Distribution.Exponential(other);
        var registry = new Registry(Registry.Registers(others, Distribution.Exponential(service)), Sketch.Heads(1));
        var estimate = new Estimate();
        for (var run = 0; run < 16; run++)
        {
            var (dice, moment) = (new Dice((ulong)run + 7_000), 1.0);
            int[] urgent = [.. Enumerable.Range(0, 8000).Select(_ => (int)(moment += dice.Exponential(1 / rate)))];
            var visits = Registry.Visits(registry.Play(run, [.. Enumerable.Repeat(1, 7000)], urgent));
            Assert.True(visits.Max(visit => visit.Ended) > urgent[^1], "The other work must not run out.");
            estimate.Add(visits.Where(visit => visit.Root == registry.Urgent).Skip(500).Average(visit => visit.Wait));
        }

        // M/G/1 with vacations: the rest of the other paper comes on top (Doshi, Queueing Systems 1, 1986).
        var rest = law == "constant" ? other / 2 : other;
        estimate.Agrees((rate * 2 * service * service / (2 * (1 - 0.5))) + rest, 0.04, $"{law} other work, seed 7");
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.4)]
    public void People_are_away_for_the_share_of_their_time_that_is_declared(double share) =>
        ShareAway(share, 1400, 6).Agrees(share, 0.02, $"away {share:P0} of the time, seed 7");

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.4)]
    public void As_many_are_away_on_the_first_day_as_on_any_other(double share) =>
        ShareAway(share, 1, 40).Agrees(share, 0.2, $"away {share:P0} of the first day, seed 7");

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(1, 0.0)]
    [InlineData(1, 300.0)]
    [InlineData(1, 900.0)]
    public void A_paper_waits_for_the_rest_of_an_absence_or_until_a_deputy_acts(int deputies, double after)
    {
        const double share = 0.3;
        const double mean = 600;
        var clerk = Sketch.Heads(1) with
        {
            Absences = new AbsenceRule { Share = share, Lasts = Distribution.Exponential(mean) },
            Deputies = deputies,
            DeputiesAfter = new TickSpan((int)after),
        };
        var registry = new Registry(Registry.Registers(Distribution.Constant(1)), clerk);
        var estimate = new Estimate();
        for (var run = 0; run < 12; run++)
        {
            estimate.Add(Registry.Visits(registry.Play(0.1, run)).Average(visit => visit.Wait));
        }

        // By papers that come at random into absences of exponential length, so rarely that they do not meet.
        var until = deputies == 0 ? double.PositiveInfinity : after / mean;
        var exact = share * mean * (deputies == 0 ? 1 : 1 - (Math.Exp(-until) * (1 + until)));
        if (exact > 0)
        {
            estimate.Agrees(exact, 0.05, $"{deputies} deputies after {after}, seed 7");
        }
        else
        {
            Assert.InRange(estimate.Mean, 0, 0.001); // two now and then come in one minute
        }
    }

    /// <summary>Of each of 64 people in each run, until long after which the run goes on.</summary>
    private static Estimate ShareAway(double share, int days, int runs)
    {
        var post = Sketch.Heads(Resource.MostHeads) with
        {
            Absences = new AbsenceRule { Share = share, Lasts = Distribution.Lognormal(600, 0.6) },
        };
        var model = ModelCompiler.Compile(Sketch.Model(
            [Sketch.Kind("office") with { Clerk = post }], [Sketch.Body("office", "office")],
            Sketch.Directive("d/0", "office")) with
        { Until = TickSpan.FromDays(days + 30) });
        var estimate = new Estimate();
        for (var run = 0; run < runs; run++)
        {
            var away = new double[Resource.MostHeads];
            var played = Played.Of(model, new RunOptions { Seed = 7, Replication = run });
            foreach (var spell in played.Entries.Where(entry => entry.Kind == EntryKind.Absent))
            {
                var end = TickSpan.FromDays(days).Minutes;
                away[spell.Server] += Math.Min(spell.Tick, end) - Math.Min(spell.Started, end);
            }

            away.ToList().ForEach(minutes => estimate.Add(minutes / TickSpan.FromDays(days).Minutes));
        }

        return estimate;
    }
}
