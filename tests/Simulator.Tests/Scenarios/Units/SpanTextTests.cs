using Simulator.Scenarios.Units;

namespace Simulator.Tests.Scenarios.Units;

public sealed class SpanTextTests
{
    [Theory]
    [InlineData("90m", 90)]
    [InlineData("1h30m", 90)]
    [InlineData("2d", 2880)]
    [InlineData("1.5h", 90)]
    [InlineData("0m", 0)]
    public void Elapsed_time_is_in_days_of_24_hours(string text, double minutes) =>
        Assert.Equal(minutes, SpanText.Parse(text, SpanUnits.Elapsed).Amount!.Value.In(480));

    [Theory]
    [InlineData("10wm", 10)]
    [InlineData("4wh", 240)]
    [InlineData("2wd", 900)]
    [InlineData("1wd1wh", 510)]
    public void A_working_day_is_as_long_as_its_calendar_says(string text, double minutes) =>
        Assert.Equal(minutes, SpanText.Parse(text, SpanUnits.Working).Amount!.Value.In(450));

    [Theory]
    [InlineData("10", "no unit")]
    [InlineData("-5m", "negative")]
    [InlineData("5 m", "not a length")]
    [InlineData("m", "not a length")]
    [InlineData("", "not a length")]
    [InlineData("1y", "not a length")]
    [InlineData("1w", "not a length")]
    [InlineData("1h2wm", "mixes")]
    [InlineData("4000d", "ten years")]
    [InlineData("99999999999999999999999d", "ten years")]
    [InlineData("1e9d", "not a length")]
    [InlineData("NaNm", "not a length")]
    public void What_is_no_length_of_time_is_told_why(string text, string expected) =>
        Assert.Contains(expected, SpanText.Parse(text, SpanUnits.Either).Problem!, StringComparison.Ordinal);

    [Fact]
    public void Working_time_where_elapsed_time_is_needed_is_an_error_and_the_other_way_round()
    {
        Assert.Contains("write m, h or d", SpanText.Parse("2wd", SpanUnits.Elapsed)
            .Problem!, StringComparison.Ordinal);
        Assert.Contains("write wm, wh or wd", SpanText.Parse("2d", SpanUnits.Working)
            .Problem!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2wd", 0.5, "1wd")]
    [InlineData("1h30m", 3, "3h90m")]
    [InlineData("1wm", 0.001, "0.001wm")]
    public void A_length_can_be_multiplied_in_its_own_units(string text, double factor, string expected) =>
        Assert.Equal(expected, SpanText.Scaled(text, factor));
}
