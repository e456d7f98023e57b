using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Simulator.Cli.Reports.Page;

/// <summary>What the charts of a page draw, as one block of JSON that can end no element and begin none.</summary>
internal static class PageData
{
    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Vietnamese as it is written; <, >, &, quotes and the line separators of Unicode by their numbers.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    internal static string Of(ReportDocument document) => JsonSerializer.Serialize(
        new
        {
            Lang = document.Language.Code,
            Charts = document.Charts.Select(chart => new { chart.Id, chart.InWords, chart.Figure }),
        },
        _options);
}
