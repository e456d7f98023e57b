using Simulator.Kernel.Chance;
using Simulator.Kernel.Journal;

namespace Simulator.Tests.Laws;

/// <summary>
/// A post is a queue, and the queues whose waits are known exactly must come out: the Erlang formulas, the
/// law of Pollaczek and Khinchine, Cobham's law of priorities, Little's law.
/// </summary>
public sealed class QueueingLaws
{
    private static readonly Distribution Exponential = Distribution.Exponential(Registry.Service);

    [Theory]
    [InlineData(0.625, 0.625 / (1 - 0.625), 12)] // 5 an hour, 8 served an hour: 0.20833 hours
    [InlineData(0.8, 4, 24)]
    [InlineData(0.9, 9, 60)]
    public void The_mean_wait_for_one_clerk_is_rho_over_one_minus_rho_services(double rho, double exact, int runs) =>
        MeanWait(new Registry(1, Exponential), rho, runs).Agrees(exact, 0.15, $"M/M/1 at {rho}, seed 7");

    [Fact]
    public void The_mean_wait_for_three_clerks_is_Erlang_s() =>
        MeanWait(new Registry(3, Exponential), 2, 20).Agrees(4.0 / 9, 0.1, "M/M/3 at 2 of 3, seed 7");

    [Fact]
    public void Constant_work_halves_the_mean_wait() =>
        MeanWait(new Registry(1, Distribution.Constant(Registry.Service)), 0.9, 24)
            .Agrees(4.5, 0.15, "M/D/1 at 0.9, seed 7");

    [Fact]
    public void The_mean_wait_grows_with_the_variance_of_the_work()
    {
        const double shape = 0.5;
        const double rho = 0.7;
        var law = Distribution.GammaWithMean(shape, Registry.Service);
        MeanWait(new Registry(1, law), rho, 24)
            .Agrees(rho * (1 + (1 / shape)) / (2 * (1 - rho)), 0.15, "M/G/1 at 0.7, seed 7");
    }

    [Fact]
    public void Urgent_papers_wait_less_at_the_cost_of_the_others_and_the_sum_is_conserved()
    {
        var registry = new Registry(1, Exponential);
        var (urgent, routine, conserved) = (new Estimate(), new Estimate(), new Estimate());
        for (var run = 0; run < 30; run++)
        {
            var visits = Registry.Visits(registry.Play(0.8, run, 0.3 / 0.8)).Skip(Registry.WarmUp)
                .ToLookup(visit => visit.Root == registry.Urgent, visit => visit.Wait / Registry.Service);
            urgent.Add(visits[true].Average());
            routine.Add(visits[false].Average());
            conserved.Add((0.3 * visits[true].Average()) + (0.5 * visits[false].Average()));
        }

        urgent.Agrees(8.0 / 7, 0.1, "urgent before routine, the urgent, seed 7");
        routine.Agrees(40.0 / 7, 0.15, "urgent before routine, the routine, seed 7");
        conserved.Agrees(3.2, 0.15, "urgent before routine, conserved, seed 7");
    }

    [Fact]
    public void First_come_first_served_does_not_tell_urgent_papers_apart()
    {
        var registry = new Registry(1, Exponential, Simulator.Kernel.Office.Attention.FirstCome);
        var (urgent, routine) = (new Estimate(), new Estimate());
        for (var run = 0; run < 24; run++)
        {
            var visits = Registry.Visits(registry.Play(0.8, run, 0.3 / 0.8)).Skip(Registry.WarmUp)
                .ToLookup(visit => visit.Root == registry.Urgent, visit => visit.Wait / Registry.Service);
            urgent.Add(visits[true].Average());
            routine.Add(visits[false].Average());
        }

        urgent.Agrees(4, 0.15, "first come first served, the urgent, seed 7");
        routine.Agrees(4, 0.15, "first come first served, the routine, seed 7");
    }

    [Theory]
    [InlineData(1, 0.9)]
    [InlineData(3, 2.5)]
    [InlineData(2, 2.2)]
    public void The_number_in_the_office_is_the_rate_times_the_stay(int clerks, double rate)
    {
        var entries = new Registry(clerks, Exponential).Play(rate, 0, 0.5);
        var visits = Registry.Visits(entries);
        Assert.Equal(Registry.Customers, visits.Count);
        Assert.Equal(visits.Sum(visit => (long)visit.Stay), AreaUnderNumber(entries));
    }

    /// <summary>The minutes spent by all, counted minute by minute from how many are there.</summary>
    private static long AreaUnderNumber(IReadOnlyList<Entry> entries)
    {
        var (area, there, since) = (0L, 0, 0);
        foreach (var entry in entries.Where(entry => entry.Kind is EntryKind.Arrived or EntryKind.StepEnded))
        {
            area += (long)there * (entry.Tick - since);
            since = entry.Tick;
            there += entry.Kind == EntryKind.Arrived ? 1 : -1;
        }

        Assert.Equal(0, there);
        return area;
    }

    private static Estimate MeanWait(Registry registry, double rate, int runs)
    {
        var estimate = new Estimate();
        for (var run = 0; run < runs; run++)
        {
            estimate.Add(Registry.Visits(registry.Play(rate, run)).Skip(Registry.WarmUp)
                .Average(visit => visit.Wait / Registry.Service));
        }

        return estimate;
    }
}
