using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>
/// How far a directive gets down a chain in which each body hands on only with some probability: the
/// clearances of Pressman and Wildavsky, "Implementation" (1973), and the persistence that Bowen set against
/// them (Journal of Public Policy 2, 1982, 1-21).
/// </summary>
public sealed class PersistenceLaws
{
    private const int Papers = 2500;

    // Two-sided, one chance in a thousand.
    private const double Z = 3.29;

    /// <summary>The table for a chain of seventy: p, and the probability with 1, 2, 3 and 4 tries each.</summary>
    public static TheoryData<double, int, double> Seventy => new()
    {
        { .80, 1, .0000 }, { .80, 2, .0574 }, { .80, 3, .5699 }, { .80, 4, .8940 },
        { .90, 1, .0006 }, { .90, 2, .4948 }, { .90, 3, .9324 }, { .90, 4, .9930 },
        { .95, 1, .0276 }, { .95, 2, .8393 }, { .95, 3, .9913 }, { .95, 4, .9996 },
        { .99, 1, .4948 }, { .99, 2, .9930 }, { .99, 3, .9999 }, { .99, 4, 1.0000 },
    };

    [Theory]
    [InlineData(1, .8)]
    [InlineData(3, .5)]
    [InlineData(4, .85)]
    [InlineData(7, .9)]
    [InlineData(14, .95)]
    [InlineData(70, .99)]
    public void A_chain_of_n_that_each_hand_on_with_probability_p_is_passed_with_p_to_the_n(int n, double p) =>
        Passes(n, p, tries: 1, Power(p, n));

    [Theory]
    [InlineData(.90, 2)]
    [InlineData(.90, 3)]
    [InlineData(.95, 2)]
    [InlineData(.80, 3)]
    [InlineData(.80, 4)]
    public void With_reminders_each_body_has_as_many_tries_more(double p, int tries) =>
        Passes(70, p, tries, Power(1 - Power(1 - p, tries), 70));

    [Theory]
    [MemberData(nameof(Seventy))]
    public void Persistence_is_one_less_the_failure_of_all_tries_to_the_n(double p, int tries, double published)
    {
        Assert.Equal(published, Math.Round(Real.Pow(1 - Real.Pow(1 - p, tries), 70), 4));
        Assert.Equal(published, Math.Round(Power(1 - Power(1 - p, tries), 70), 4));
    }

    [Fact]
    public void Two_tries_at_nine_in_ten_are_as_good_as_one_at_ninety_nine_in_a_hundred() =>
        Assert.Equal(Power(1 - Power(.1, 2), 70), Power(.99, 70), 1e-12);

    private static void Passes(int n, double p, int tries, double exact)
    {
        var model = Chain(n, p, tries);
        var last = $"b/{n + 1}";
        var reached = Played.Of(model, new RunOptions { Seed = 70 }).By(last, EntryKind.Arrived)
            .Select(entry => entry.Root)
            .Distinct()
            .Count() / (double)Papers;
        var halfWidth = Z * Math.Sqrt(exact * (1 - exact) / Papers);
        Assert.True(
            Math.Abs(reached - exact) <= halfWidth,
            $"{n} bodies, p = {p}, {tries} tries: {reached:0.0000} of {Papers}, exactly {exact:0.0000} ± {halfWidth:0.0000}");
    }

    /// <summary>A head, n bodies that may or may not hand on, and the last, which has nobody to hand on to.</summary>
    private static Model Chain(int n, double p, int tries)
    {
        var link = Sketch.Kind("link") with
        {
            Conduct = new ConductRule { Relay = new RelayConduct { Stall = 1 - p }, Heeds = p },
            FollowUp = tries == 1
                ? null
                : new FollowUpRule { AfterIssue = new(10), Again = new TickSpan(10), AtMost = tries - 1 },
        };
        var bodies = Enumerable.Range(0, n + 2)
            .Select(place => Sketch.Body($"b/{place}", "link", place == 0 ? null : $"b/{place - 1}"));
        return Sketch.Model(
            [link], [.. bodies], [.. Enumerable.Range(0, Papers).Select(place => Sketch.Directive($"d/{place}", "b/0"))]);
    }

    /// <summary>By multiplying, one after another.</summary>
    private static double Power(double p, int n)
    {
        var product = 1.0;
        for (var time = 0; time < n; time++)
        {
            product *= p;
        }

        return product;
    }
}
