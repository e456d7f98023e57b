using Spectre.Console;
using Spectre.Console.Rendering;

namespace Simulator.Cli.Views;

/// <summary>Standard output as Spectre sees it: colours only on a terminal, and wide enough for every column.</summary>
internal static class Terminal
{
    private const int WidthElsewhere = 140;

    /// <summary>How many columns a line may have: as many as the terminal has, and any number elsewhere.</summary>
    internal static int Columns => Console.IsOutputRedirected ? int.MaxValue : Math.Max(AnsiConsole.Profile.Width, 40);

    internal static IAnsiConsole Out()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = Console.IsOutputRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(Console.Out),
        });

        // A narrow terminal folds long lines; a table that is fitted to it would lose whole columns.
        console.Profile.Width = Console.IsOutputRedirected
            ? WidthElsewhere
            : Math.Max(console.Profile.Width, WidthElsewhere);
        return console;
    }

    /// <summary>
    /// A table without a frame, as long lists are read. A head that begins with <c>></c> stands to the
    /// right; one that begins with <c>~</c> may be broken over lines.
    /// </summary>
    internal static Table Table(params string[] heads)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        foreach (var head in heads)
        {
            var right = head.StartsWith('>');
            var column = new TableColumn($"[grey]{Markup.Escape(head.TrimStart('>', '~'))}[/]")
            {
                Alignment = right ? Justify.Right : Justify.Left,
                Padding = new Padding(0, 0, 2, 0),
            };
            column.NoWrap = !head.StartsWith('~');
            table.AddColumn(column);
        }

        return table;
    }

    /// <summary>A table as wide as it comes: where names are long, its numbers are not broken over lines for it.</summary>
    internal static void Wide(this IAnsiConsole console, Table table)
    {
        var usual = console.Profile.Width;
        var options = RenderOptions.Create(console, console.Profile.Capabilities);
        console.Profile.Width = Math.Max(usual, ((IRenderable)table).Measure(options, int.MaxValue / 2).Max);
        console.Write(table);
        console.Profile.Width = usual;
    }

    /// <summary>A row of plain texts.</summary>
    internal static void Row(this Table table, params string[] cells) =>
        table.AddRow([.. cells.Select(cell => new Spectre.Console.Text(cell))]);

    /// <summary>A line as it is, never broken: a reader or a pipe does that better.</summary>
    internal static void Line(this IAnsiConsole console, string text = "") =>
        console.Profile.Out.Writer.WriteLine(text);
}
