using MathNet.Numerics.Distributions;
using Simulator.Analysis.Calibration;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Analysis.Calibration;

public sealed class RelayLikelihoodTests
{
    private static readonly FamilyLaw s_law = new(DelayFamily.Lognormal, [1500, 1.1]);

    private static RelayHours Office => ShippedRelays.Office.Hours(Urgency.Routine);

    private static RelayHours Clock => new(
        new TimeAxis(new CivilTime(2021, 1, 1)), WorkingCalendar.AlwaysOpen, WorkingCalendar.AlwaysOpen);

    [Fact]
    public void An_exponential_delay_between_two_days_has_the_likelihood_of_its_formula()
    {
        // With a departure at minute a of its day, day 0 has 1 - exp(-(1440 - a)/m), day k the remains of a geometric law.
        const double mean = 2000;
        int[] days = [0, 1, 1, 3, 7];
        var pairs = days.Select(day => PairTimes.Of(
            ShippedRelays.Pair(Day(3, 1), Day(3, 1).AddDays(day)), Clock, TimeBasis.Elapsed)).ToArray();
        var left = Enumerable.Range(0, 24).Average(part => Math.Exp(-(1440 - (60 * (part + 0.5))) / mean));
        var aDay = Math.Exp(-1440 / mean);
        var expected = days.Sum(day => Math.Log(day == 0 ? 1 - left : left * Math.Pow(aDay, day - 1) * (1 - aDay)));
        var law = new FamilyLaw(DelayFamily.Exponential, [mean]);
        Assert.Equal(expected, new GroupLikelihood(pairs).LogOf(law), 1e-9);
    }

    [Fact]
    public void A_blank_date_is_as_likely_as_all_the_dates_together_that_it_can_be()
    {
        double Chance(int first, int last) => Math.Exp(new GroupLikelihood(
            [PairTimes.Of(ShippedRelays.Pair(Day(5, 25), Day(6, first), Day(6, last)), Office, TimeBasis.Working)]).LogOf(s_law));
        var together = Enumerable.Range(1, 30).Where(day => Office.IsWorked(TimeBasis.Working, Day(6, day)))
            .Sum(day => Chance(day, day));
        Assert.Equal(together, Chance(1, 30), 1e-12);
    }

    [Fact]
    public void The_dates_of_a_law_add_up_and_none_is_a_day_off()
    {
        var times = PairTimes.Of(ShippedRelays.Pair(Day(4, 28), Day(5, 4)), Office, TimeBasis.Working);
        var chances = times.DateChances(s_law);
        Assert.Equal(1, chances.Sum(), 1e-12);
        // 30 April to 3 May 2021 was a long weekend.
        Assert.All(Enumerable.Range(2, 4), day => Assert.Equal(0, chances[day], 1e-12));
        Assert.True(chances[6] > 0.05);
        var urgent = PairTimes.Of(
            ShippedRelays.Pair(Day(4, 28), Day(5, 4)), ShippedRelays.Office.Hours(Urgency.Urgent), TimeBasis.Working);
        Assert.All(urgent.DateChances(s_law).Take(7), chance => Assert.True(chance > 0.01));
    }

    [Fact]
    public void The_chances_of_dates_and_the_likelihood_of_a_date_are_the_same_thing()
    {
        var times = PairTimes.Of(ShippedRelays.Pair(Day(4, 28), Day(5, 5)), Office, TimeBasis.Working);
        Assert.Equal(Math.Log(times.DateChances(s_law)[7]), new GroupLikelihood([times]).LogOf(s_law), 1e-9);
        Assert.Equal(
            Math.Log(times.DateChances(s_law)[9]), new GroupLikelihood([times.On(9)]).LogOf(s_law), 1e-9);
    }

    [Fact]
    public void A_paper_that_is_dated_on_a_day_off_counts_as_of_the_worked_days_beside_it()
    {
        // Sunday 29 August 2021, the real date of 2033/UBND-KGVX.
        var sunday = PairTimes.Of(ShippedRelays.Pair(Day(8, 6), Day(8, 29)), Office, TimeBasis.Working);
        var around = PairTimes.Of(ShippedRelays.Pair(Day(8, 6), Day(8, 27), Day(8, 30)), Office, TimeBasis.Working);
        Assert.True(sunday.IsWidened);
        Assert.False(around.IsWidened);
        Assert.Equal(around.Observed, sunday.Observed);
    }

    [Fact]
    public void Parameters_are_found_again_in_dates_that_were_drawn_with_them()
    {
        var (median, sigma) = (840.0, 0.7);
        var fit = MaximumLikelihood.Fit(
            DelayShape.Usual(TimeBasis.Working).First(),
            new GroupLikelihood(Drawn(new FamilyLaw(DelayFamily.Lognormal, [median, sigma]), 3000, seed: 9)));
        Assert.InRange(median, fit.Parameters[0].Low, fit.Parameters[0].High);
        Assert.InRange(sigma, fit.Parameters[1].Low, fit.Parameters[1].High);
        Assert.InRange(fit.Parameters[0].Value, median * 0.95, median * 1.05);
        Assert.InRange(fit.Parameters[1].Value, sigma * 0.95, sigma * 1.05);
        // The error of a mean of logarithms is sigma over the root of the pairs, and some more since only days are known.
        Assert.InRange(fit.Parameters[0].LogError, sigma / Math.Sqrt(3000), 2 * sigma / Math.Sqrt(3000));
    }

    [Theory]
    [InlineData(DelayFamily.Gamma, 2.0, 1800.0)]
    [InlineData(DelayFamily.Weibull, 1.6, 1800.0)]
    [InlineData(DelayFamily.Exponential, 1800.0, 0.0)]
    public void The_family_that_dates_were_drawn_by_has_the_least_AIC_among_its_working_fits(
        DelayFamily family, double first, double second)
    {
        var law = new FamilyLaw(family, [first, second]);
        var likelihood = new GroupLikelihood(Drawn(law, 4000, seed: 11));
        var fits = DelayShape.Usual(TimeBasis.Working).Select(shape =>
            (shape.Family, Best: MaximumLikelihood.Best(shape, likelihood), shape.Parameters.Length)).ToList();
        Assert.Equal(family, fits.MinBy(fit => (2 * fit.Length) - (2 * fit.Best.Value)).Family);
        var own = fits.Single(fit => fit.Family == family).Best;
        Assert.InRange(Math.Exp(own.At[0]) / first, 0.9, 1.1);
    }

    [Fact]
    public void Intervals_of_95_in_a_hundred_hold_the_true_value_about_so_often()
    {
        const int experiments = 120;
        var law = new FamilyLaw(DelayFamily.Exponential, [900]);
        var shape = DelayShape.Usual(TimeBasis.Working).Last();
        var held = Enumerable.Range(0, experiments).AsParallel().Count(experiment =>
        {
            var mean = MaximumLikelihood.Fit(shape, new GroupLikelihood(Drawn(law, 30, (ulong)experiment + 100))).Parameters[0];
            return mean.Low <= 900 && mean.High >= 900;
        });
        // Beyond these bounds a binomial count falls once in five hundred times.
        Assert.InRange(held, Binomial(0.001), Binomial(0.999));
        static int Binomial(double share) => Enumerable.Range(0, experiments + 1)
            .First(count => MathNet.Numerics.Distributions.Binomial.CDF(0.95, experiments, count) >= share);
    }

    [Fact]
    public void A_law_that_does_not_fit_is_refuted_and_one_that_does_is_not()
    {
        const int experiments = 10;
        var shape = DelayShape.Usual(TimeBasis.Working).Last();
        double Chance(PairTimes[] pairs) => Goodness.Of(
            pairs, shape, MaximumLikelihood.Best(shape, new GroupLikelihood(pairs)).At, samples: 39, seed: 3).Chance;
        var law = new FamilyLaw(DelayFamily.Exponential, [900]);
        var refuted = Enumerable.Range(0, experiments)
            .Count(experiment => Chance(Drawn(law, 40, (ulong)experiment + 30)) <= 0.05);
        // With five chances in a hundred each, more than three fall once in a thousand times.
        Assert.InRange(refuted, 0, 3);
        // All on the fifth day: no exponential law does that.
        var start = PairTimes.Of(ShippedRelays.Pair(Day(6, 7), Day(6, 11)), Office, TimeBasis.Working);
        Assert.True(Chance([.. Enumerable.Repeat(start, 40)]) <= 0.025);
    }

    private static PairTimes[] Drawn(IDelayLaw law, int count, ulong seed)
    {
        // Every day of the week, and a holiday among them.
        var pairs = Enumerable.Range(0, count)
            .Select(i => PairTimes.Of(
                ShippedRelays.Pair(Day(4, 12).AddDays(i % 28), Day(4, 12).AddDays(i % 28), line: i), Office, TimeBasis.Working));
        return new DrawnDates(pairs, law, seed).Sample(0).Pairs;
    }

    private static CivilDate Day(int month, int day) => new(2021, month, day);
}
