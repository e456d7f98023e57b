using System.Text;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Tests.Scenarios.Reading;

public sealed class YamlReaderTests
{
    [Fact]
    public void Every_value_knows_where_it_is_written()
    {
        var map = (MapNode)Read("a: 1\nb:\n  - x\n  - { c: y }\n", out _)!;
        var list = (ListNode)map["b"]!;
        Assert.Equal("f.yaml:1:4", map["a"]!.Place.ToString());
        Assert.Equal("f.yaml:3:5", list.Items[0].Place.ToString());
        Assert.Equal("f.yaml:4:10", ((MapNode)list.Items[1])["c"]!.Place.ToString());
    }

    [Fact]
    public void Texts_are_composed_to_one_form()
    {
        var map = (MapNode)Read("te\u0302n: Ba\u0306\u0301c Ka\u0323n\n", out _)!;
        Assert.Equal("Bắc Kạn", map.Text("tên"));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("# nothing but a comment\n", "empty")]
    [InlineData("a: [1, 2", "not YAML")]
    [InlineData("a: \"unfinished", "not YAML")]
    [InlineData("a: 1\n b: 2\n", "not YAML")]
    [InlineData("a: 1\na: 2\n", "there already")]
    [InlineData("a:\n\t- b\n", "tab")]
    [InlineData("a: *b\n", "no anchor")]
    [InlineData("a: &b [*b]\n", "part of")]
    [InlineData("a: 1\n---\nb: 2\n", "second document")]
    [InlineData("[a, b]: 1\n", "single word")]
    [InlineData("a: !!binary aGVsbG8=\n", "tag")]
    public void What_is_no_YAML_is_an_error_with_a_place(string text, string expected)
    {
        _ = Read(text, out var problems);
        Assert.NotEmpty(problems);
        Assert.Contains(expected, problems[0].What, StringComparison.Ordinal);
        Assert.True(problems[0].Line >= 1 && problems[0].Column >= 1);
    }

    [Fact]
    public void A_second_key_points_to_the_first()
    {
        _ = Read("one: 1\ntwo: 2\none: 3\n", out var problems);
        Assert.Equal(3, problems[0].Line);
        Assert.Contains("on line 1", problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_brackets_are_refused_at_once()
    {
        Assert.Null(Read(new string('[', 100_000), out var problems));
        Assert.Contains("more than 64 deep", problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_nested_maps_are_refused_at_once()
    {
        var text = new StringBuilder();
        for (int i = 0; i < 1000; i++)
        {
            text.Append(' ', i).AppendLine("a:");
        }

        Assert.Null(Read(text.ToString(), out var problems));
        Assert.Contains("more than 64 deep", problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_that_multiply_are_refused_before_they_do()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++)
        {
            string repeats = string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10));
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{repeats}]\n");
        }

        Assert.Null(Read(text.ToString(), out var problems));
        Assert.Contains("more than 2000000 values", problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_megabytes_of_aliases_are_refused_for_their_size()
    {
        string text = "a: &a x\nb: [" + string.Concat(Enumerable.Repeat("*a, ", 2_500_000)) + "*a]\n";
        var result = Simulator.Scenarios.ScenarioLoader.LoadText(text, "f.yaml");
        Assert.Contains("larger than 4 MB", Sample.OnlyProblem(result).What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_repeats_what_its_anchor_names()
    {
        var map = (MapNode)Read("a: &a { x: 1 }\nb: *a\n", out _)!;
        Assert.Equal("1", map.Map("b").Text("x"));
    }

    [Theory]
    [InlineData("~", true)]
    [InlineData("null", true)]
    [InlineData("", true)]
    [InlineData("'null'", false)]
    [InlineData("nothing", false)]
    public void Only_what_is_left_empty_has_no_value(string written, bool isNull)
    {
        var map = (MapNode)Read($"a: {written}\n", out _)!;
        Assert.Equal(isNull, map["a"] is null);
    }

    private static Node? Read(string text, out IReadOnlyList<Problem> problems)
    {
        var found = new ProblemList();
        var node = YamlReader.Read(text, "f.yaml", ReadingLimits.Ordinary, found);
        problems = found.InOrder();
        return problems.Count > 0 ? null : node;
    }
}
