using Simulator.Analysis.Exports.Otlp;

namespace Simulator.Tests.Analysis.Exports.Otlp;

public sealed class RetryRuleTests
{
    [Fact]
    public void Each_wait_is_half_as_long_again_within_a_fifth_and_the_same_from_the_same_seed()
    {
        var (one, other) = (RetryRule.Usual(), RetryRule.Usual());
        for (var made = 1; made < 5; made++)
        {
            var wait = one.Wait(made, null)!.Value;
            var middle = Math.Pow(1.5, made - 1);
            Assert.InRange(wait.TotalSeconds, middle * 0.8, middle * 1.2);
            Assert.Equal(wait, other.Wait(made, null));
        }

        Assert.Null(one.Wait(5, null));
    }

    [Fact]
    public void What_the_receiver_asks_for_is_waited_unless_it_is_too_long()
    {
        var rule = RetryRule.Usual();
        Assert.Equal(TimeSpan.FromSeconds(30), rule.Wait(1, TimeSpan.FromSeconds(30)));
        Assert.InRange(rule.Wait(1, TimeSpan.Zero)!.Value.TotalSeconds, 0.8, 1.2);
        Assert.Null(rule.Wait(1, TimeSpan.FromHours(1)));
    }

    /// <summary>The table of the protocol's specification.</summary>
    [Theory]
    [InlineData(1, false, "Busy")]
    [InlineData(2, false, "Refused")]
    [InlineData(3, false, "Refused")]
    [InlineData(4, false, "Busy")]
    [InlineData(8, false, "Refused")]
    [InlineData(8, true, "Busy")]
    [InlineData(10, false, "Busy")]
    [InlineData(11, false, "Busy")]
    [InlineData(12, false, "Closed")]
    [InlineData(13, false, "Refused")]
    [InlineData(14, false, "Busy")]
    [InlineData(15, false, "Busy")]
    [InlineData(16, false, "Closed")]
    public void A_status_of_grpc_means_what_the_protocol_says(int code, bool saysWhen, string outcome) =>
        Assert.Equal(outcome, GrpcStatus.Outcome(code, saysWhen).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no base 64!")]
    [InlineData("CAg")]
    public void Details_that_do_not_say_when_say_nothing(string? details) => Assert.Null(GrpcStatus.RetryAfter(details));
}
