using System.Globalization;
using Simulator.Analysis.Statistics;
using Simulator.Kernel.Chance;

namespace Simulator.Tests.Laws;

/// <summary>
/// An interval of 95% covers the truth in 95% of experiments. The experiment is twenty replications of one
/// clerk's office as M/M/1, whose mean wait is known; the beginning, when the office is empty, is cut off.
/// Sixty experiments are made in every test run; <c>SIMULATOR_COVERAGE=1000 dotnet test --filter
/// FullyQualifiedName~CoverageLaws</c> makes as many as it says.
/// </summary>
public sealed class CoverageLaws
{
    private const int FewExperiments = 60;
    private const int Replications = 20;
    private const int Customers = 600;
    private const double Cut = 0.25;

    [Fact]
    public void The_interval_covers_the_mean_wait_of_a_queue_as_often_as_it_says()
    {
        const double rho = 0.5;
        const double exact = rho / (1 - rho);
        var experiments = Asked();
        var registry = new Registry(1, Distribution.Exponential(Registry.Service), customers: Customers);
        var intervals = Enumerable.Range(0, experiments)
            .Select(experiment => Means.Interval(Enumerable.Range(experiment * Replications, Replications)
                .Select(replication => MeanWait(registry, rho, replication))))
            .ToList();
        var covered = intervals.Count(interval => interval.Covers(exact));
        var share = Shares.Interval(covered, experiments);
        var mean = Means.Interval(intervals.Select(interval => interval.Value), 0.999);
        var words = string.Create(
            CultureInfo.InvariantCulture,
            $"{covered} of {experiments} intervals cover {exact}: {share.Value:P1} ({share.Low:P1} to {share.High:P1}); "
            + $"their mean {mean.Value:0.0000} ± {mean.HalfWidth:0.0000}, their mean half-width "
            + $"{intervals.Average(interval => interval.HalfWidth):0.0000}; M/M/1 at {rho}, {Replications} replications, seed 7");
        TestContext.Current.TestOutputHelper?.WriteLine(words);
        Assert.True(mean.Covers(exact), words);

        // Two points are what is promised; of few experiments chance alone takes more.
        var room = Math.Max(0.02, 3.3 * Math.Sqrt(0.95 * 0.05 / experiments));
        Assert.True(share.Value >= 0.95 - room && share.Value <= 0.95 + room, words);
    }

    private static double MeanWait(Registry registry, double rho, int replication)
    {
        var visits = Registry.Visits(registry.Play(rho, replication));
        return WarmUp.First(Customers, Cut).From(visits).Average(visit => visit.Wait / Registry.Service);
    }

    private static int Asked() => int.TryParse(
        Environment.GetEnvironmentVariable("SIMULATOR_COVERAGE"), CultureInfo.InvariantCulture, out var experiments)
        ? experiments
        : FewExperiments;
}
