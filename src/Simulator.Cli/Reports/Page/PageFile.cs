using System.Security.Cryptography;
using System.Text;

namespace Simulator.Cli.Reports.Page;

/// <summary>The files of the page that are kept in the program.</summary>
internal static class PageFile
{
    /// <summary>The release of the chart library, as it is published.</summary>
    internal const string ChartsVersion = "6.1.0";

    internal static string Style => Read("page.css");

    internal static string Script => Read("page.js");

    /// <summary>Apache ECharts, as it is published.</summary>
    internal static string Charts => Read("echarts.min.js");

    /// <summary>The licences under which the chart library is passed on.</summary>
    internal static string Licences =>
        string.Join("\n\n", Read("echarts.NOTICE.txt"), Read("echarts.LICENSE.txt"), Read("echarts.LICENSE-d3.txt"));

    /// <summary>What a Content-Security-Policy calls a script by.</summary>
    internal static string HashOf(string script) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}";

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(PageFile).Assembly.GetManifestResourceStream($"page/{name}")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
