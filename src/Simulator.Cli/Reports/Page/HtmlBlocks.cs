using System.Globalization;
using Simulator.Analysis.Measures;
using Simulator.Analysis.Reports;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports.Page;

/// <summary>Writes the sections of a report and what stands in them.</summary>
/// <param name="html">Where to.</param>
/// <param name="language">In which language.</param>
internal sealed class HtmlBlocks(HtmlText html, Language language)
{
    /// <summary>A body of a tree of so few is read with one look: all of it is open.</summary>
    private const int OpenUpTo = 80;

    private int tables;

    internal void Section(Section section, int level)
    {
        html.Markup($"<section aria-labelledby=\"{section.Id}\">\n")
            .Element($"h{level}", $"id=\"{section.Id}\" tabindex=\"-1\"", section.Heading).Markup("\n");
        foreach (var block in section.Blocks)
        {
            Block(block, level + 1);
        }

        foreach (var part in section.Sections)
        {
            Section(part, level + 1);
        }

        html.Markup("</section>\n");
    }

    private void Block(IBlock block, int level)
    {
        switch (block)
        {
            case Sentences sentences when sentences.Texts.Count > 0:
                html.Prose("p", "", string.Join(' ', sentences.Texts)).Markup("\n");
                break;
            case KeyFigures figures:
                Figures(figures);
                break;
            case Chart chart:
                Chart(chart, level);
                break;
            case DataTable table:
                html.Element($"h{level}", "", table.Caption).Markup("\n");
                Table(table);
                break;
            case StateList list:
                Tree(list);
                break;
            default:
                break;
        }
    }

    private void Figures(KeyFigures figures)
    {
        html.Markup("<dl class=\"figures\">\n");
        foreach (var figure in figures.Figures)
        {
            html.Markup("<div>").Element("dt", "", figure.What).Markup("<dd>").Element("strong", "", figure.Value).Markup(" ")
                .Element("span", "", figure.Beside).Markup("</dd></div>\n");
        }

        html.Markup("</dl>\n");
    }

    private void Chart(Chart chart, int level)
    {
        html.Markup("<figure>\n").Element($"h{level}", "", chart.Title).Markup("\n").Prose("p", "class=\"in-words\"", chart.InWords)
            .Markup($"\n<div class=\"chart\" id=\"{chart.Id}\" role=\"img\" aria-label=\"")
            .Text($"{chart.Title}. {chart.InWords}").Markup("\"></div>\n<details class=\"numbers\">")
            .Element("summary", "", language.In("The numbers: ", "Số liệu: ") + chart.Table.Caption).Markup("\n");
        Table(chart.Table);
        html.Markup("</details>\n</figure>\n");
    }

    /// <summary>A table scrolls in itself where it is wider than the page; so that keys can scroll it, it can be reached.</summary>
    private void Table(DataTable table)
    {
        var id = $"table-{(++tables).ToString(CultureInfo.InvariantCulture)}";
        html.Markup($"<div class=\"table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{id}\">\n<table>\n")
            .Element("caption", $"id=\"{id}\"", table.Caption).Markup("\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Element("th", column.IsNumber ? "scope=\"col\" class=\"n\"" : "scope=\"col\"", column.Head);
        }

        html.Markup("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Markup("<tr>");
            for (var column = 0; column < row.Count; column++)
            {
                var kind = table.Columns[column].IsNumber ? "class=\"n\"" : "";
                html.Element(column == 0 ? "th" : "td", column == 0 ? "scope=\"row\"" : kind, row[column]);
            }

            html.Markup("</tr>\n");
        }

        html.Markup("</tbody>\n</table>\n</div>\n");
        if (table.Note.Length > 0)
        {
            html.Element("p", "class=\"note\"", table.Note).Markup("\n");
        }
    }

    private void Tree(StateList list)
    {
        html.Markup("<ul class=\"legend states\" aria-hidden=\"true\">");
        foreach (var state in ReportWords.States.Where(state => list.Heads.Any(head => head.Counts[(int)state] > 0)))
        {
            html.Markup("<li>");
            Sign(state);
            html.Text(language.State(state)).Markup("</li>");
        }

        html.Markup("</ul>\n<ul class=\"tree\">\n");
        foreach (var head in list.Heads)
        {
            Node(list, head, isOpen: list.Heads.Count == 1 || list.Shown <= OpenUpTo);
        }

        html.Markup("</ul>\n");
    }

    private void Node(StateList list, StateNode node, bool isOpen)
    {
        if (node.Below.Count == 0)
        {
            html.Markup("<li><div>");
            Line(list, node);
            html.Markup("</div></li>\n");
            return;
        }

        html.Markup(isOpen ? "<li><details open><summary>" : "<li><details><summary>");
        Line(list, node);
        html.Markup("</summary>\n<ul>\n");
        foreach (var below in node.Below)
        {
            Node(list, below, isOpen && list.Shown <= OpenUpTo);
        }

        html.Markup("</ul></details></li>\n");
    }

    private void Line(StateList list, StateNode node)
    {
        if (!node.IsIssuer)
        {
            Sign(node.State);
        }

        html.Element("b", "", list.NameOf(node.Body)).Markup(" ").Element("span", "class=\"state\"", string.Join(" ", [
            node.IsIssuer ? language.In("issuer", "nơi ban hành") : language.State(node.State), list.MomentOf(node),
        ]));
        var below = node.All - (node.IsIssuer ? 0 : 1);
        if (below <= 0)
        {
            return;
        }

        html.Markup(" <span class=\"bar\" aria-hidden=\"true\">");
        foreach (var state in ReportWords.States.Where(state => node.Counts[(int)state] > 0))
        {
            var share = (100.0 * node.Counts[(int)state] / node.All).ToString("0.##", CultureInfo.InvariantCulture);
            html.Markup($"<i class=\"s-{ReportWords.Colour(state)}\" style=\"width:{share}%\"></i>");
        }

        var complied = language.Count(node.Counts[(int)ProgressState.Complied]);
        html.Markup("</span> ").Element("span", "class=\"count\"", language.In(
            $"{complied} of {language.Count(node.All)} complied", $"{complied} trên {language.Count(node.All)} hoàn thành"));
    }

    private void Sign(ProgressState state) => html.Element(
        "span", $"class=\"sign s-{ReportWords.Colour(state)}\" aria-hidden=\"true\"", ReportWords.Sign(state));
}
