using Simulator.Cli.Words;

namespace Simulator.Cli.Reports.Page;

/// <summary>A report as one page of HTML that asks no network for anything.</summary>
internal sealed class HtmlPage
{
    private readonly ReportDocument document;
    private readonly HtmlText html = new();

    private HtmlPage(ReportDocument document) => this.document = document;

    private Language Language => document.Language;

    /// <summary>The page; the same report is the same text.</summary>
    internal static string Of(ReportDocument document)
    {
        var page = new HtmlPage(document);
        page.Head();
        page.Body();
        return page.html.ToString();
    }

    private void Head()
    {
        var scripts = $"'{PageFile.HashOf(PageFile.Charts)}' '{PageFile.HashOf(PageFile.Script)}'";
        html.Markup($"<!doctype html>\n<html lang=\"{Language.Code}\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; ")
            .Markup($"img-src data:; base-uri 'none'; form-action 'none'; script-src {scripts}\">\n")
            .Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Markup("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Element("title", "", document.Title).Markup($"\n<style>\n{PageFile.Style}</style>\n</head>\n");
    }

    private void Body()
    {
        html.Markup("<body>\n").Element("a", "class=\"skip\" href=\"#main\"", Language.In("Skip to the report", "Đến nội dung báo cáo"))
            .Markup("\n<header>\n").Element("p", "class=\"over\"", document.Over).Element("h1", "", document.Title)
            .Prose("p", "class=\"under\"", document.Under).Markup("\n</header>\n");
        Contents();
        html.Markup("<main id=\"main\" tabindex=\"-1\">\n<noscript>").Element("p", "class=\"note\"", Language.In(
            "Without scripts the charts are not drawn; the tables below them have the same numbers.",
            "Không chạy tập lệnh thì biểu đồ không hiện; các bảng bên dưới có cùng số liệu.")).Markup("</noscript>\n");
        var blocks = new HtmlBlocks(html, Language);
        foreach (var section in document.Sections)
        {
            blocks.Section(section, 2);
        }

        html.Markup("</main>\n<footer>\n");
        foreach (var line in document.Foot.Append(Language.In(
            $"Charts by Apache ECharts {PageFile.ChartsVersion} (Apache License 2.0). This page needs no network.",
            $"Biểu đồ: Apache ECharts {PageFile.ChartsVersion} (Giấy phép Apache 2.0). Trang này không cần mạng.")))
        {
            html.Element("p", "", line).Markup("\n");
        }

        html.Markup("</footer>\n<script type=\"application/json\" id=\"data\">").Markup(PageData.Of(document)).Markup("</script>\n")
            .Markup("<script type=\"text/plain\" id=\"licences\">\n").Markup(PageFile.Licences).Markup("</script>\n")
            .Markup("<script>").Markup(PageFile.Charts).Markup("</script>\n<script>").Markup(PageFile.Script)
            .Markup("</script>\n</body>\n</html>\n");
    }

    private void Contents()
    {
        html.Markup($"<nav aria-label=\"{HtmlText.Escaped(Language.In("Contents", "Mục lục"))}\">\n<ul>\n");
        foreach (var section in document.Sections)
        {
            html.Markup("<li>").Element("a", $"href=\"#{section.Id}\"", section.Heading).Markup("</li>\n");
        }

        html.Markup("</ul>\n</nav>\n");
    }
}
