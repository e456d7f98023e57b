using Simulator.Analysis.Calibration;
using Simulator.Analysis.Hindcast;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Office;
using Simulator.Kernel.Time;
using Simulator.Scenarios;
using Simulator.Tests.Laws;

namespace Simulator.Tests.Analysis.Calibration;

public sealed class StepChainTests
{
    [Theory]
    [InlineData(Urgency.Urgent, 1.0, 1.0)]
    [InlineData(Urgency.Routine, 1.0, 1.0)]
    [InlineData(Urgency.Routine, 0.6, 1.5)]
    [InlineData(Urgency.Urgent, 2.0, 0.5)]
    public void The_law_of_the_steps_is_that_of_their_sum(Urgency urgency, double scale, double spread)
    {
        const int draws = 100_000;
        var chain = ShippedRelays.Office.Chain(urgency);
        var laws = chain.Steps.Select(step => step.IsFitted
            ? Distribution.Lognormal(step.Median * scale, step.Sigma * spread)
            : step.Takes).ToArray();
        var sums = new double[draws];
        ulong state = 42;
        for (var draw = 0; draw < draws; draw++)
        {
            sums[draw] = 1 + laws.Sum(law => law.Quantile(Draw.Unit(Draw.Mix(state++))));
        }

        Array.Sort(sums);
        var law = chain.Law(scale, spread);
        foreach (var share in new[] { 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99 })
        {
            Assert.Equal(share, law.Below(sums[(int)(share * draws)]), 0.0045);
        }
    }

    [Fact]
    public async Task The_law_of_the_steps_is_that_of_a_simulated_office()
    {
        const int runs = 1000;
        var loaded = ScenarioLoader.LoadText("""
            format: 1
            scenario: one-relay
            start: 2021-06-07T07:00
            until: 60d
            include: [vn/2021]
            bodies:
              centre: { kind: prime-minister }
              province: { kind: province-committee, under: centre }
              district: { kind: district-committee, under: province }
            directives:
              - { id: order, from: centre, to: [province], issued: 2021-06-07T09:00, urgency: urgent }
            """, "one-relay");
        Assert.True(loaded.Model is not null, string.Join('\n', loaded.Problems));
        var order = new ObservedPaper
        {
            Body = "province",
            Directive = "order",
            Earliest = new CivilTime(2021, 6, 7),
            Latest = new CivilTime(2021, 6, 7),
        };
        var model = ModelCompiler.Compile(loaded.Model with { Observed = [order] });
        var rows = await new LocalEngine().Replicate(
            new RunOrder { Text = loaded.Resolved!, Model = model, Options = new RunOptions { Seed = 5, Threads = 2 } },
            runs, ObservedPapers.Instance, null, TestContext.Current.CancellationToken);
        var days = rows.Select(row => double.IsNaN(row[0]) ? -1 : ((int)row[0] + 420) / 1440).ToArray();
        Assert.DoesNotContain(-1, days);
        // Duty hours: 07:00 to 19:30; the paper comes some three minutes after nine.
        var law = ShippedRelays.Office.Chain(Urgency.Urgent).Law(1, 1);
        for (var day = 0; day < 4; day++)
        {
            Wilson.Agrees(
                law.Below((750 * (day + 1)) - 123), days.Count(each => each <= day), runs, 0.06, $"issued by day {day}");
        }
    }

    [Fact]
    public void The_marks_of_a_library_s_law_are_read_off_it()
    {
        var step = new ChainStep(Step.Draft, Distribution.Lognormal(300, 1.1), true);
        Assert.Equal(300, step.Median, 1e-6);
        Assert.Equal(1.1, step.Sigma, 1e-6);
    }

    [Fact]
    public void Only_a_lognormal_step_can_be_fitted() =>
        Assert.Throws<ArgumentException>(() =>
            new StepChain([new ChainStep(Step.Issue, Distribution.Uniform(10, 30), true)]));

    [Theory]
    [InlineData(324, 0.14, 300)]
    [InlineData(130, 0.14, 120)]
    [InlineData(162, 0.14, 150)]
    [InlineData(900, 0.5, 960)]
    [InlineData(3, 0.9, 5)]
    [InlineData(317.4, double.PositiveInfinity, 317)]
    public void A_median_is_written_as_a_round_number_within_its_standard_error(double median, double error, int round)
    {
        Assert.Equal(round, FittedStep.Round(median, error, 480));
        Assert.True(Math.Abs(median - round) <= Math.Max(1, median * error));
    }
}
