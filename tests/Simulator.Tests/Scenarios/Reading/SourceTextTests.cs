using System.Text;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Tests.Scenarios.Reading;

public sealed class SourceTextTests
{
    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text() =>
        Assert.Equal("a: ệ", Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("a: ệ")], out _));

    [Fact]
    public void A_byte_that_begins_no_character_is_told_with_its_place()
    {
        Assert.Null(Decode([.. "a: 1\nb: "u8, 0xC3, 0x28], out var problems));
        Assert.Equal("f:2:4", problems[0].Place.ToString());
        Assert.Contains("not UTF-8", problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_from_an_editor_that_writes_UTF_16_is_told_so()
    {
        Assert.Null(Decode([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a: 1")],
            out var problems));
        Assert.Contains("UTF-16", problems[0].What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: \0\n")]
    [InlineData("a: \u001b[31m\n")]
    [InlineData("a: \u007f\n")]
    public void Control_characters_are_refused(string text)
    {
        Assert.Null(Decode(Encoding.UTF8.GetBytes(text), out var problems));
        Assert.Equal("f:1:4", problems[0].Place.ToString());
    }

    private static string? Decode(byte[] bytes, out IReadOnlyList<Problem> problems)
    {
        var found = new ProblemList();
        string? text = SourceText.Decode(bytes, "f", found);
        problems = found.InOrder();
        return text;
    }
}
