using System.Globalization;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Laws;

/// <summary>
/// Which paper is taken up first decides how waits are spread, not how long they are on average. Lists by
/// priority give the heavy tails that answered letters and e-mails have (Barabási, <em>Nature</em> 435, 2005;
/// Vázquez and others, <em>Physical Review E</em> 73, 036127, 2006); exact for a list of two: Vázquez,
/// <em>Physical Review Letters</em> 95, 248701, 2005.
/// </summary>
public sealed class AttentionLaws
{
    private static readonly Distribution Exponential = Distribution.Exponential(Registry.Service);

    private static readonly Distribution Constant = Distribution.Constant(Registry.Service);

    private static readonly PriorityList Pair = new() { Length = 2, Follows = 0.9999 };

    /// <summary>
    /// Almost all the time busy, the density of waits falls with the power 3/2. The exponent is the likeliest one
    /// for the waits of 5 to 500 services; below, the wait for the paper in hand is not yet forgotten, beyond, the
    /// tail is cut off at 1/(1-√ρ)² = 40,000 services.
    /// </summary>
    [Fact]
    public void Waits_on_a_list_without_end_have_the_tail_exponent_three_halves()
    {
        var waits = Waits(new Registry(1, Exponential, Attention.PriorityList), 0.99, 4);
        Agrees(1.5, 0.06, Tail.Exponent(waits, 5, 500), "a list without end at 0.99, seed 7");
    }

    /// <summary>The same window, the same load: the tail is exponential, and no power fits it.</summary>
    [Fact]
    public void Waits_in_the_order_of_coming_have_an_exponential_tail()
    {
        const double rho = 0.8;
        var registry = new Registry(1, Exponential, Attention.FirstCome);
        var (beyond5, beyond10, beyond20) = (new Estimate(), new Estimate(), new Estimate());
        for (var run = 0; run < 24; run++)
        {
            var waits = Waits(registry, rho, run, 1);
            beyond5.Add(Tail.Share(waits, 5));
            beyond10.Add(Tail.Share(waits, 10));
            beyond20.Add(Tail.Share(waits, 20));
        }

        beyond5.Agrees(rho * Math.Exp(-5 * (1 - rho)), 0.15, "first come, waits beyond 5, seed 7");
        beyond10.Agrees(rho * Math.Exp(-10 * (1 - rho)), 0.3, "first come, waits beyond 10, seed 7");
        beyond20.Agrees(rho * Math.Exp(-20 * (1 - rho)), 0.9, "first come, waits beyond 20, seed 7");

        // By priority, far more wait that long: all waits have the same mean, and most are short.
        var byPriority = Waits(new Registry(1, Exponential, Attention.PriorityList), rho, 4);
        Assert.True(Tail.Share(byPriority, 60) > 100 * rho * Math.Exp(-60 * (1 - rho)));
        Assert.True(Tail.Share(byPriority, 5) < beyond5.Mean);
    }

    /// <summary>
    /// On a list of two that always is full, almost every paper is done at once; of the others the density
    /// falls with the power 1. Time on the list is meant: what waits before it waits its turn.
    /// </summary>
    [Fact]
    public void Waits_on_a_list_of_fixed_length_have_the_tail_exponent_one()
    {
        var counts = Tail.StepsOnList(new Registry(1, Constant, Attention.PriorityList, Pair), 12, Pair.Length!.Value);
        var late = counts.Where(steps => steps > 1).Select(steps => (double)(steps - 1)).ToList();
        Agrees(1, 0.2, Tail.WholeExponent(late, 100), $"a list of two, {late.Count} of {counts.Count} late, seed 7");
    }

    /// <summary>The whole distribution, by the test of chi square with eleven classes.</summary>
    [Theory]
    [InlineData(0.99)]
    [InlineData(0.5)]
    [InlineData(0.0)]
    public void Waits_on_a_list_of_two_are_spread_as_Vazquez_found(double follows)
    {
        var list = new PriorityList { Length = 2, Follows = follows };
        var counts = Tail.StepsOnList(new Registry(1, Constant, Attention.PriorityList, list), 3, 2);
        int[] classes = [1, 2, 3, 4, 5, 7, 10, 15, 25, 50, 100, int.MaxValue];
        var (distance, degrees, before) = (0.0, -1, 0.0);
        for (var place = 0; place < classes.Length - 1; place++)
        {
            var (from, to) = (classes[place], classes[place + 1]);
            var below = to == int.MaxValue ? 1 : Enumerable.Range(1, to - 1).Sum(steps => ExactlyOfTwo(follows, steps));
            var expected = (below - before) * counts.Count;
            if (expected < 5)
            {
                continue; // the rest is in the class before, or too little to tell
            }

            var seen = counts.Count(steps => steps >= from && steps < to);
            distance += (seen - expected) * (seen - expected) / expected;
            degrees++;
            before = below;
        }

        var limit = MathNet.Numerics.Distributions.ChiSquared.InvCDF(Math.Max(1, degrees), 0.999);
        Assert.True(distance < limit, Words($"followed with {follows}, seed 7: {distance} of at most {limit}"));
    }

    [Theory]
    [InlineData(1.25, 0.20, 8_000)]
    [InlineData(2, 0.50, 4_000)]
    [InlineData(4, 0.75, 3_000)]
    public void Beyond_what_can_be_done_a_share_of_one_less_one_over_rho_is_never_answered(
        double rho, double share, int papers)
    {
        var estimate = new Estimate();
        var registry = new Registry(1, Exponential, Attention.PriorityList, customers: papers);
        for (var run = 0; run < 16; run++)
        {
            estimate.Add(Tail.NeverAnswered(registry, rho, run));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(Words($"at {rho}: {estimate.Mean} ± {estimate.HalfWidth}"));
        Assert.InRange(estimate.Mean, share - 0.03, share + 0.03);
        Assert.True(estimate.HalfWidth < 0.03, "The interval is too wide to say anything.");
    }

    /// <summary>Kingman, <em>Proceedings of the Cambridge Philosophical Society</em> 58, 1962, for random order.</summary>
    [Fact]
    public void Random_order_leaves_the_mean_wait_and_spreads_it_more()
    {
        const double rho = 0.7;
        var (random, spread) = (new Estimate(), new Estimate());
        var (byRandom, inOrder) = (new Registry(1, Exponential, Attention.Random), new Registry(1, Exponential));
        for (var run = 0; run < 24; run++)
        {
            var (left, right) = (Waits(byRandom, rho, run, 1), Waits(inOrder, rho, run, 1));
            random.Add(left.Average());
            spread.Add(Square(left) / Square(right));
        }

        random.Agrees(rho / (1 - rho), 0.15, "random order at 0.7, seed 7");
        spread.Agrees(1 / (1 - (rho / 2)), 0.15, "mean squares, random order over first come, seed 7");
    }

    private static double Square(List<double> waits) => waits.Average(wait => wait * wait);

    /// <summary>How likely a paper leaves a list of two at a step: Vázquez's equation (8).</summary>
    private static double ExactlyOfTwo(double p, int steps)
    {
        if (p == 0)
        {
            return Math.Pow(0.5, steps);
        }

        return steps == 1
            ? 1 - ((1 - (p * p)) / (4 * p) * Math.Log((1 + p) / (1 - p)))
            : (1 - (p * p)) / (4 * p) / (steps - 1)
                * (Math.Pow((1 + p) / 2, steps - 1) - Math.Pow((1 - p) / 2, steps - 1));
    }

    private static List<double> Waits(Registry registry, double rho, int runs) =>
        [.. Enumerable.Range(0, runs).SelectMany(run => Waits(registry, rho, run, 1))];

    private static List<double> Waits(Registry registry, double rho, int first, int runs) =>
    [
        .. Enumerable.Range(first, runs).SelectMany(run => Registry.Visits(registry.Play(rho, run))
            .Skip(Registry.WarmUp).Select(visit => visit.Wait / Registry.Service)),
    ];

    private static void Agrees(double exact, double tolerance, double found, string about)
    {
        var words = Words($"{about}: {found}, and {exact} ± {tolerance} was expected");
        TestContext.Current.TestOutputHelper?.WriteLine(words);
        Assert.True(Math.Abs(found - exact) <= tolerance, words);
    }

    private static string Words(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
