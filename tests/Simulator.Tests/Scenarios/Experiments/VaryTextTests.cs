using Simulator.Scenarios.Experiments;

namespace Simulator.Tests.Scenarios.Experiments;

public sealed class VaryTextTests
{
    [Theory]
    [InlineData("city.clerk=1,2,3", "1|2|3")]
    [InlineData(" city.clerk = 1 , 2", "1|2")]
    [InlineData("d.urgency=urgent", "urgent")]
    [InlineData("wards.staff=+1,-1,x 0.5", "+1|-1|x 0.5")]
    [InlineData("k.takes=lognormal median 2wd sigma 0.6,1wd", "lognormal median 2wd sigma 0.6|1wd")]
    [InlineData("k.takes={ routine: 1wd, urgent: [1, 2] },2wd", "{ routine: 1wd, urgent: [1, 2] }|2wd")]
    [InlineData("k.name=\"a, b\",'it''s, so',People's", "\"a, b\"|'it''s, so'|People's")]
    [InlineData("k.name=\"say \\\"a, b\\\"\",c", "\"say \\\"a, b\\\"\"|c")]
    [InlineData("goals=[registered(level commune, kind x) >= 95%],~", "[registered(level commune, kind x) >= 95%]|~")]
    [InlineData("wards.from=../a.csv,\"1..2\"", "../a.csv|\"1..2\"")]
    [InlineData("d.issued=2021-05-04T08:00,2021-05-05", "2021-05-04T08:00|2021-05-05")]
    public void A_list_is_split_at_commas_that_stand_in_nothing(string written, string values) =>
        Assert.Equal(values.Split('|'), Sound(written).Levels);

    [Theory]
    [InlineData("city.clerk=1..5/3", "1|3|5")]
    [InlineData("x=0.1..0.5/5", "0.1|0.2|0.3|0.4|0.5")]
    [InlineData("x=0..1/4", "0|0.333333333333|0.666666666667|1")]
    [InlineData("x=1d..3d/3", "1d|2d|3d")]
    [InlineData("x=2..4wd/3", "2wd|3wd|4wd")]
    [InlineData("x=20%..60%/3", "20%|40%|60%")]
    [InlineData("x=-1..+1/3", "-1|+0|+1")]
    [InlineData("x=x0.5..x2/4", "x0.5|x1|x1.5|x2")]
    [InlineData("x=x 0.5 .. 2 / 2", "x0.5|x2")]
    [InlineData("x=5..1/3", "5|3|1")]
    [InlineData("city.clerk=1..5/4", "1|2|4|5")]
    [InlineData("x=1.0..5/4", "1|2.333333333333|3.666666666667|5")]
    [InlineData("x=1..3/5", "1|1.5|2|2.5|3")]
    [InlineData("x=-3..+1/4", "-3|-2|+0|+1")]
    [InlineData("x=0..6/5", "0|2|3|5|6")]
    public void A_range_has_both_its_ends_and_what_lies_evenly_between(string written, string values) =>
        Assert.Equal(values.Split('|'), Sound(written).Levels);

    [Fact]
    public void A_range_without_a_number_of_values_leaves_them_to_the_design()
    {
        var factor = Sound("x=1d..3d");
        Assert.True(factor.IsContinuous);
        Assert.Equal(("1d", "2d", "1.2469d"), (factor.Range!.At(0), factor.Range.At(0.5), factor.Range.At(0.12345)));
    }

    [Theory]
    [InlineData("city.clerk=1..5", "1|2|3|4|5")]
    [InlineData("x=+2..-1", "+2|+1|+0|-1")]
    [InlineData("x=0..1", "0|0.25|0.5|0.75|1")]
    [InlineData("x=1.0..4", "1|2.5|4")]
    [InlineData("x=x1..x3", "x1|x1.5|x2|x2.5|x3")]
    public void A_range_between_whole_numbers_is_sampled_in_whole_numbers(string written, string values)
    {
        var range = Sound(written).Range!;
        var count = values.Split('|').Length;
        Assert.Equal(
            values.Split('|'),
            Enumerable.Range(0, count).Select(n => range.At(range.IsWhole ? (n + 0.5) / count : n / (count - 1.0))));
        Assert.Equal(values.Split('|')[^1], range.At(1));
    }

    [Theory]
    [InlineData("city.clerk", "--vary: error: 'city.clerk' varies nothing.")]
    [InlineData("=1,2", "--vary: error: '=1,2' varies nothing.")]
    [InlineData("x=1,,3", "--vary x: error: Value 2, at character 5, is empty. Write ~ for no value.")]
    [InlineData("x=", "--vary x: error: Value 1, at character 3, is empty.")]
    [InlineData("x=1,2,1", "--vary x: error: '1', at character 7, is there already.")]
    [InlineData("x=1,[2,3", "--vary x: error: What is opened at character 5, '[', is never closed.")]
    [InlineData("x=1d..5h/3", "--vary x: error: The ends of '1d..5h/3' have different units.")]
    [InlineData("x=-2..2/3", "--vary x: error: One end of '-2..2/3' is a change and the other is not")]
    [InlineData("x=1..5/1", "--vary x: error: After the slash of '1..5/1' stands how many values there are, 2 to 1000.")]
    [InlineData("x=1..many", "--vary x: error: The ends of '1..many' are not both numbers")]
    [InlineData("x=2021-05-04..2021-06-04/3", "--vary x: error: The ends of '2021-05-04..2021-06-04/3' are not both numbers")]
    [InlineData("x=3..3/2", "--vary x: error: '3..3/2' begins where it ends.")]
    [InlineData("x=1..12345678901234567890/2", "--vary x: error: The numbers of")]
    public void What_is_wrong_is_told_with_its_place(string written, string problem)
    {
        var (factor, told) = VaryText.Parse(written);
        Assert.Null(factor);
        Assert.StartsWith(problem, told!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Any text at all: no exception, and one of the two.</summary>
    [Fact]
    public void Nonsense_is_told_like_any_other_mistake()
    {
        var draws = new Simulator.Kernel.Chance.DrawSequence(8);
        const string letters = "x=1.,/+-[]{}()\"'\\ d%..~:";
        for (var text = 0; text < 5_000; text++)
        {
            var written = "p=" + string.Concat(Enumerable.Range(0, draws.Below(14)).Select(_ => letters[draws.Below(letters.Length)]));
            var (factor, problem) = VaryText.Parse(written);
            Assert.True(factor is null != problem is null, written);
        }
    }

    private static Factor Sound(string written)
    {
        var (factor, problem) = VaryText.Parse(written);
        Assert.True(factor is not null, problem?.ToString());
        return factor;
    }
}
