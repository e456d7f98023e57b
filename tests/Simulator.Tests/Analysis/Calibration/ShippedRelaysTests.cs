using Simulator.Analysis.Calibration;
using Simulator.Kernel.Documents;

namespace Simulator.Tests.Analysis.Calibration;

/// <summary>What the 45 public pairs say of the library vn/2021.</summary>
public sealed class ShippedRelaysTests
{
    // What we ask of the shipped numbers. It has no source: it lets wrong ones fail and leaves room for one date in five.
    private const double LeastShare = 0.8;
    private const int MostDates = 5;

    private static readonly Lazy<IReadOnlyList<GroupFit>> s_fits =
        new(() => Calibrator.Fit(ShippedRelays.Order(SpreadChoice.Keep, leavesOut: true)));

    private static GroupFit Urgent => s_fits.Value.Single(fit => fit.Group.Urgency == Urgency.Urgent);

    private static GroupFit Routine => s_fits.Value.Single(fit => fit.Group.Urgency == Urgency.Routine);

    [Fact]
    public void The_urgent_pairs_give_the_library_s_own_numbers()
    {
        Assert.Equal(27, Urgent.Group.Pairs.Count);
        Assert.Equal([120, 300, 150], Urgent.Steps.Select(step => step.Rounded));
        Assert.Equal([1.0, 1.0, 1.0], Urgent.Steps.Select(step => step.Sigma));
        Assert.True(Urgent.AgainstLibrary.Chance > 0.5);
        Assert.True(Urgent.AgainstSpread.Chance > 0.5);
    }

    [Fact]
    public void The_routine_pairs_give_the_library_s_own_medians_and_ask_for_more_spread()
    {
        Assert.Equal(18, Routine.Group.Pairs.Count);
        Assert.Equal([180, 720, 180], Routine.Steps.Select(step => step.Rounded));
        Assert.Equal(Routine.Steps.Select(step => Math.Round(step.Before)), Routine.Steps.Select(step => (double)step.Rounded));
        var scale = Assert.Single(Routine.Chosen.Parameters);
        Assert.InRange(1.0, scale.Low, scale.High);
        Assert.False(Routine.AgainstScale.IsRefuted);
        // Their sigmas are at the edge.
        Assert.InRange(Routine.AgainstSpread.Chance, 0.005, 0.05);
        Assert.InRange(Routine.AgainstLibrary.Chance, 0.02, 0.1);
        Assert.Single(Routine.OnDaysOff);
    }

    [Fact]
    public void With_each_chain_left_out_the_bands_of_urgent_pairs_hold_the_real_dates_and_are_narrow()
    {
        var left = Urgent.LeftOut!;
        Assert.Equal(27, left.Bands.Count);
        Assert.InRange(left.Coverage.Value, LeastShare, 1);
        Assert.InRange(left.Widest, 1, MostDates);
        Assert.Equal((26, 27), (left.Inside, left.Dated));
        Assert.Equal((0.817, 0.993), (Math.Round(left.Coverage.Low, 3), Math.Round(left.Coverage.High, 3)));
        Assert.True(left.Coverage.Covers(DateBand.Chance));
        Assert.Equal((13, 18), (Routine.LeftOut!.Inside, Routine.LeftOut.Dated));
        Assert.InRange(Routine.LeftOut.Coverage.High, 0, DateBand.Chance);
    }

    /// <summary>A blank date can lie in almost any band, and was counted as one that did.</summary>
    [Fact]
    public void A_date_that_nobody_knows_is_in_no_band_and_outside_none()
    {
        var law = ShippedRelays.Office.Chain(Urgency.Urgent).Law(1, 1);
        var pairs = Urgent.Group.Pairs.Select((pair, i) => i > 0 ? pair : pair with { LowerLatest = pair.LowerLatest.AddDays(9) });
        var bands = LeftOut.By(pairs, ShippedRelays.Office.Hours(Urgency.Urgent), law);
        Assert.Equal((27, 26), (bands.Bands.Count, bands.Dated));
        Assert.InRange(bands.Inside, 0, 26);
        Assert.Equal(26, bands.Coverage.Count);
    }

    [Theory]
    [InlineData(0.3, 1.0)]
    [InlineData(4.0, 1.0)]
    [InlineData(1.0, 0.1)]
    [InlineData(1.0, 2.0)]
    public void Wrong_numbers_fail_that_check(double scale, double spread)
    {
        var law = ShippedRelays.Office.Chain(Urgency.Urgent).Law(scale, spread);
        var bands = LeftOut.By(Urgent.Group.Pairs, ShippedRelays.Office.Hours(Urgency.Urgent), law);
        Assert.False(Holds(bands), $"{bands.Coverage.Value:0.00} inside, {bands.Widest} dates");
    }

    [Fact]
    public void The_library_s_own_law_passes_it() => Assert.True(Holds(LeftOut.By(
        Urgent.Group.Pairs,
        ShippedRelays.Office.Hours(Urgency.Urgent),
        ShippedRelays.Office.Chain(Urgency.Urgent).Law(1, 1))));

    [Fact]
    public void A_level_with_few_pairs_is_fitted_with_the_others()
    {
        var order = ShippedRelays.Order(SpreadChoice.Keep);
        Assert.Equal([27, 18], Calibrator.Groups(order).Select(group => group.Pairs.Count));
        var apart = Calibrator.Groups(order with { Fewest = 12 });
        Assert.Equal(
            [(Urgency.Urgent, "province", 20), (Urgency.Urgent, "commune district", 7), (Urgency.Routine, "district", 12),
                (Urgency.Routine, "province", 6)],
            apart.Select(group => (group.Urgency, string.Join(' ', group.Levels), group.Pairs.Count)));
    }

    [Fact]
    public void A_level_that_is_far_slower_than_the_others_is_told()
    {
        var order = ShippedRelays.Order(SpreadChoice.Keep);
        var pairs = order.Pairs.Where(pair => pair.Urgency == Urgency.Urgent).Select(pair => pair.Level != "district"
            ? pair
            : pair with { LowerEarliest = pair.LowerEarliest.AddDays(9), LowerLatest = pair.LowerLatest.AddDays(9) });
        var fit = Assert.Single(Calibrator.Fit(order with { Pairs = [.. pairs] }));
        Assert.True(fit.Levels.Single(level => level.Level == "district").IsAtOdds);
        Assert.DoesNotContain(Urgent.Levels, level => level.IsAtOdds);
    }

    private static bool Holds(LeftOut bands) => bands.Coverage.Value >= LeastShare && bands.Widest <= MostDates;
}
