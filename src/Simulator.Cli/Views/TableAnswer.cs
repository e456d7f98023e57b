using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>
/// An answer as a table for people: numbers to the right, and on a terminal no wider than it is, by shortening the widest
/// texts. What would move the cursor is not printed.
/// </summary>
internal sealed class TableAnswer(TextWriter writer, IReadOnlyList<string> columns, int width) : IAnswerWriter
{
    private const int Between = 2;
    private const int LongestCell = 400;
    private const int Narrowest = 8;
    private const string Nothing = "-";
    private const char More = '…';

    private readonly List<string[]> rows = [];
    private readonly bool[] hasText = new bool[columns.Count];

    public void Row(IReadOnlyList<object?> values)
    {
        for (var column = 0; column < values.Count; column++)
        {
            hasText[column] |= values[column] is string;
        }

        rows.Add([.. values.Select(Text)]);
    }

    public void End(bool isCut)
    {
        string[] heads = [.. columns.Select(column => Visible(column))];
        var widths = Fit(
            [.. heads.Select((head, column) => rows.Select(row => row[column]).Append(head).Max(cell => cell.GetCellWidth()))]);
        WriteLine(heads, widths);
        WriteLine([.. widths.Select(each => new string('-', each))], widths);
        foreach (var row in rows)
        {
            WriteLine(row, widths);
        }

        writer.WriteLine(isCut ? string.Create(
                CultureInfo.InvariantCulture, $"{rows.Count:N0} rows, and there are more: --limit says how many to show.")
            : rows.Count == 1 ? "1 row" : string.Create(CultureInfo.InvariantCulture, $"{rows.Count:N0} rows"));
        writer.Flush();
    }

    /// <summary>Takes from the widest column of texts until all fit, or none can give.</summary>
    private int[] Fit(int[] widths)
    {
        while (widths.Sum() + (Between * (widths.Length - 1)) > width)
        {
            var widest = -1;
            for (var column = 0; column < widths.Length; column++)
            {
                if (hasText[column] && widths[column] > Narrowest && (widest < 0 || widths[column] > widths[widest]))
                {
                    widest = column;
                }
            }

            if (widest < 0)
            {
                break;
            }

            widths[widest]--;
        }

        return widths;
    }

    private void WriteLine(string[] cells, int[] widths)
    {
        var line = new StringBuilder();
        for (var column = 0; column < cells.Length; column++)
        {
            var cell = Shortened(cells[column], widths[column]);
            var space = new string(' ', Math.Max(0, widths[column] - cell.GetCellWidth()));
            line.Append(column == 0 ? "" : new string(' ', Between));
            line.Append(hasText[column] ? cell : space).Append(hasText[column] ? space : cell);
        }

        writer.WriteLine(line.ToString().TrimEnd());
    }

    private static string Shortened(string cell, int width)
    {
        if (cell.GetCellWidth() <= width)
        {
            return cell;
        }

        var text = new StringBuilder();
        var used = 1;
        foreach (var letter in cell.EnumerateRunes())
        {
            used += letter.ToString().GetCellWidth();
            if (used > width)
            {
                break;
            }

            text.Append(letter.ToString());
        }

        return text.Append(More).ToString();
    }

    private static string Text(object? value) => value switch
    {
        null => Nothing,
        string text => Visible(text.Length > LongestCell ? text[..LongestCell] + More : text),
        double number => number.ToString(Math.Abs(number) is >= 1e15 or (> 0 and < 0.0001) ? "R" : "0.####", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Visible(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter))
        : text;
}
