using Simulator.Analysis.Waits;
using Simulator.Cli.Reports;
using Simulator.Cli.Words;

namespace Simulator.Tests.Cli.Reports;

public sealed class ReasonColoursTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public void No_two_parts_of_a_bar_have_one_colour_or_one_name_and_nothing_is_lost(string code)
    {
        var all = Enum.GetValues<WaitReason>().Where(reason => reason != WaitReason.None).ToList();
        var series = new ReasonColours(all.Select(reason => (reason, 1L)), Language.Of(code)).Series([all.Select(reason => (reason, 1.0))]);
        Assert.Equal(series.Count, series.DistinctBy(part => part.Colour).Count());
        Assert.Equal(series.Count, series.DistinctBy(part => part.Name).Count());
        Assert.Equal(all.Count, series.Sum(part => part.Values[0]));
    }

    [Fact]
    public void A_reason_that_is_alone_of_its_kind_has_its_own_name()
    {
        var series = new ReasonColours([(WaitReason.Retry, 5), (WaitReason.Work, 7)], Language.Of("en"))
            .Series([[(WaitReason.Retry, 5), (WaitReason.Work, 7)]]);
        Assert.Equal(["work", "until it was sent again"], series.Select(part => part.Name));
    }
}
