using Simulator.Cli.Views;

namespace Simulator.Tests.Cli.Views;

public sealed class TableAnswerTests
{
    [Fact]
    public void Texts_are_shortened_until_a_line_fits_the_terminal_and_numbers_never()
    {
        var lines = Print(
            30, ["name", "minutes"], ["Ủy ban nhân dân xã Dương Quang", 1234567L], ["ngắn", 0.123456], [null, -1L]).Split('\n');
        Assert.Equal("name                   minutes", lines[0]);
        Assert.Equal("Ủy ban nhân dân xã D…  1234567", lines[2]);
        Assert.Equal("ngắn                    0.1235", lines[3]);
        Assert.Equal("-                           -1", lines[4]);
        Assert.Equal("3 rows", lines[5]);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 30));
    }

    [Fact]
    public void What_would_move_the_cursor_is_not_printed()
    {
        var text = Print(80, ["a"], ["x\u001b[2Jy\nz\tw"]);
        Assert.Contains("x [2Jy z w", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', text);
    }

    [Fact]
    public void No_rows_are_said_to_be_none() => Assert.Equal("a\n-\n0 rows\n", Print(80, ["a"]));

    private static string Print(int width, string[] columns, params object?[][] rows)
    {
        var writer = new StringWriter { NewLine = "\n" };
        var table = new TableAnswer(writer, columns, width);
        foreach (var row in rows)
        {
            table.Row(row);
        }

        table.End(isCut: false);
        return writer.ToString();
    }
}
