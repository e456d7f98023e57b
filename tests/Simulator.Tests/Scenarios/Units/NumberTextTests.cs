using Simulator.Scenarios.Units;

namespace Simulator.Tests.Scenarios.Units;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("5%", 0.05)]
    [InlineData("0.05", 0.05)]
    [InlineData("100%", 1)]
    [InlineData("0", 0)]
    public void A_probability_is_a_percentage_or_a_share(string text, double probability) =>
        Assert.Equal(probability, NumberText.Probability(text).Probability!.Value, 12);

    [Theory]
    [InlineData("101%", "more than 100%")]
    [InlineData("5", "more than 100%")]
    [InlineData("-5%", "not a probability")]
    [InlineData("often", "not a probability")]
    public void Any_other_is_told_why(string text, string expected) =>
        Assert.Contains(expected, NumberText.Probability(text).Problem!, StringComparison.Ordinal);

    [Theory]
    [InlineData("+07:00", 420)]
    [InlineData("-03:30", -210)]
    public void An_offset_is_in_hours_and_minutes(string text, int minutes) =>
        Assert.Equal(minutes, NumberText.Offset(text).Minutes);

    [Theory]
    [InlineData("7")]
    [InlineData("+7:00")]
    [InlineData("+15:00")]
    [InlineData("+07:60")]
    public void An_offset_that_no_place_has_is_an_error(string text) =>
        Assert.NotNull(NumberText.Offset(text).Problem);

    [Theory]
    [InlineData(0.000001, "0.000001")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1.5, "1.5")]
    public void A_number_is_written_without_exponent(double number, string text) =>
        Assert.Equal(text, NumberText.Plain(number));
}
