using System.Text;
using System.Text.RegularExpressions;

namespace Simulator.Cli.Reports.Page;

/// <summary>HTML as it is written: whatever a scenario says goes through <see cref="Escaped"/>, in text and in attributes.</summary>
internal sealed partial class HtmlText
{
    private readonly StringBuilder html = new();

    /// <summary>Markup of the page's own.</summary>
    internal HtmlText Markup(string markup)
    {
        html.Append(markup);
        return this;
    }

    /// <summary>Text of others.</summary>
    internal HtmlText Text(string text)
    {
        html.Append(Escaped(text));
        return this;
    }

    /// <summary>An element with sentences in it, in which a moment, or a number and its unit, is not torn apart.</summary>
    internal HtmlText Prose(string name, string attributes, string text) =>
        Markup($"<{name}{(attributes.Length > 0 ? " " : "")}{attributes}>")
            .Markup(Together().Replace(Escaped(text), "<span class=\"together\">$0</span>")).Markup($"</{name}>");

    /// <summary>An element with text in it.</summary>
    internal HtmlText Element(string name, string attributes, string text) =>
        Markup($"<{name}{(attributes.Length > 0 ? " " : "")}{attributes}>").Text(text).Markup($"</{name}>");

    /// <summary>Text that is no markup, neither between tags nor in a quoted attribute.</summary>
    internal static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    [GeneratedRegex(@"\d{4}-\d\d-\d\d( \d\d:\d\d)?|(\d+ (d|h|m|ngày|giờ|phút)(?!\w) ?)+(?<! )|[\d.,]+ %", RegexOptions.CultureInvariant)]
    private static partial Regex Together();

    public override string ToString() => html.ToString();
}
