using Simulator.Scenarios.Problems;

namespace Simulator.Tests.Scenarios.Problems;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("stafff", "staff")]
    [InlineData("staf", "staff")]
    [InlineData("satff", "staff")]
    [InlineData("Leader_ship", "leadership")]
    [InlineData("clrek", "clerk")]
    public void A_slip_of_the_pen_is_near_to_what_was_meant(string written, string meant) =>
        Assert.Equal(meant, NearestName.Of(written, ["clerk", "leadership", "staff"]));

    [Theory]
    [InlineData("police")]
    [InlineData("")]
    [InlineData("x")]
    public void Another_word_is_near_to_nothing(string written) =>
        Assert.Null(NearestName.Of(written, ["clerk", "leadership", "staff"]));

    [Theory]
    [InlineData("abcd", "abdc", 1)]
    [InlineData("abcd", "abxd", 1)]
    [InlineData("abcd", "acd", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Insertions_deletions_replacements_and_swaps_count_one_each(string left, string right,
        int edits) =>
        Assert.Equal(edits, NearestName.Distance(left, right, 10));

    [Fact]
    public void A_distance_is_no_longer_measured_beyond_its_limit() =>
        Assert.Equal(2, NearestName.Distance("kitten", "sitting", 2));
}
