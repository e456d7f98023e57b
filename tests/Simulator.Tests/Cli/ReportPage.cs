using System.Text.Json;
using System.Text.RegularExpressions;

namespace Simulator.Tests.Cli;

/// <summary>A page that <c>report</c> has written, taken apart.</summary>
internal sealed partial class ReportPage(string html)
{
    internal string Html => html;

    /// <summary>What a reader sees and hears: no style, no script.</summary>
    internal string Body => html[html.IndexOf("<body>", StringComparison.Ordinal)..html.IndexOf("<script", StringComparison.Ordinal)];

    /// <summary>The text of the page, without its marks.</summary>
    internal string Text => Marks().Replace(Body, "").Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&#39;", "'", StringComparison.Ordinal)
        .Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    internal JsonElement Data
    {
        get
        {
            const string Begin = "<script type=\"application/json\" id=\"data\">";
            var from = html.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
            return JsonDocument.Parse(html[from..html.IndexOf("</script>", from, StringComparison.Ordinal)]).RootElement;
        }
    }

    internal IEnumerable<JsonElement> Charts => Data.GetProperty("charts").EnumerateArray();

    internal JsonElement Figure(string id) => Charts.Single(chart => chart.GetProperty("id").GetString() == id).GetProperty("figure");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Marks();
}
