using Simulator.Analysis.Outcomes;
using Simulator.Cli.Views;

namespace Simulator.Tests.Cli.Views;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(OutcomeUnit.Days, -1.234, "−1.23 d")]
    [InlineData(OutcomeUnit.Days, 0.0051, "+0.01 d")]
    [InlineData(OutcomeUnit.Days, -0.0047, "−0.0047 d")]
    [InlineData(OutcomeUnit.Days, 0.0000123, "+0.000012 d")]
    [InlineData(OutcomeUnit.Days, 1e-16, "0.00 d")]
    [InlineData(OutcomeUnit.Days, 0, "0.00 d")]
    [InlineData(OutcomeUnit.Share, 0.125, "+12.5 points")]
    [InlineData(OutcomeUnit.Share, -0.000043, "−0.0043 points")]
    [InlineData(OutcomeUnit.YesOrNo, 0, "0.0 points")]
    [InlineData(OutcomeUnit.Bodies, 1234.5, "+1,234.5")]
    [InlineData(OutcomeUnit.Bodies, -0.025, "−0.025")]
    public void A_difference_that_is_one_never_looks_like_none(OutcomeUnit unit, double difference, string text) =>
        Assert.Equal(text, Figures.Signed(new Outcome("asked", unit, Better.Lower, IsGoal: true), difference));
}
