using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Simulator.Tests.Dashboards;

/// <summary>A Prometheus of its own, on this machine alone, which ends with the test.</summary>
internal sealed class PrometheusServer : IDisposable
{
    private static readonly HttpClient client = new();

    private readonly Process process;
    private readonly Uri address;
    private bool hasEnded;

    private PrometheusServer(Process process, Uri address) => (this.process, this.address) = (process, address);

    /// <summary>Its address.</summary>
    public string Url => address.ToString().TrimEnd('/');

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <param name="configuration">Its file of settings.</param>
    /// <param name="data">Where its blocks are.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="more">What else it is told.</param>
    public static async Task<PrometheusServer> Start(
        string configuration, string data, CancellationToken cancellation, params string[] more)
    {
        var program = Promtool.Find("prometheus");
        Assert.SkipWhen(program is null, "prometheus is not here: apt-get install prometheus");
        var port = FreePort();
        string[] arguments =
        [
            $"--config.file={configuration}", $"--storage.tsdb.path={data}", "--storage.tsdb.retention.time=100y",
            FormattableString.Invariant($"--web.listen-address=127.0.0.1:{port}"), "--log.level=error", .. more,
        ];
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var server = new PrometheusServer(process, new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/")));
        try
        {
            await server.Ready(cancellation);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Values of a query over a stretch of time, those that are numbers: by series, by seconds.</summary>
    public async Task<IReadOnlyList<(JsonElement Labels, IReadOnlyList<(double Seconds, double Value)> Values)>> Ask(
        string query, long from, long to, int step, CancellationToken cancellation)
    {
        var answer = await Get(
            FormattableString.Invariant($"api/v1/query_range?query={Uri.EscapeDataString(query)}&start={from}&end={to}&step={step}"),
            cancellation);
        return
        [
            .. answer.GetProperty("result").EnumerateArray().Select(series => (
                series.GetProperty("metric"),
                (IReadOnlyList<(double, double)>)
                [
                    .. series.GetProperty("values").EnumerateArray()
                        .Select(value => (value[0].GetDouble(), double.Parse(value[1].GetString()!, CultureInfo.InvariantCulture)))
                        .Where(value => !double.IsNaN(value.Item2)),
                ])).Where(series => series.Item2.Count > 0),
        ];
    }

    /// <summary>Values of a label, as Grafana asks for those of a variable.</summary>
    public async Task<IReadOnlyList<string>> ValuesOf(string label, string metric, long from, long to, CancellationToken cancellation)
    {
        var answer = await Get(
            FormattableString.Invariant(
                $"api/v1/label/{label}/values?match[]={Uri.EscapeDataString(metric)}&start={from}&end={to}"),
            cancellation);
        return [.. answer.EnumerateArray().Select(value => value.GetString()!)];
    }

    public void Dispose()
    {
        if (hasEnded)
        {
            return;
        }

        hasEnded = true;
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.WaitForExit();
        process.Dispose();
    }

    private async Task<JsonElement> Get(string path, CancellationToken cancellation)
    {
        using var response = await client.GetAsync(new Uri(address, path), cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{Uri.UnescapeDataString(path)}: {text}");
        return JsonDocument.Parse(text).RootElement.GetProperty("data");
    }

    private async Task Ready(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            Assert.False(process.HasExited, "prometheus has ended");
            try
            {
                using var response = await client.GetAsync(new Uri(address, "-/ready"), patience.Token);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(200, patience.Token);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
