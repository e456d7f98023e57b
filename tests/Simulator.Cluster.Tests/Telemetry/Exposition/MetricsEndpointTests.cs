using System.Net;
using System.Net.Sockets;
using Simulator.Cluster.Telemetry.Exposition;

namespace Simulator.Cluster.Tests.Telemetry.Exposition;

[Collection(TelemetryTests.Listening)]
public sealed class MetricsEndpointTests
{
    [Fact]
    public async Task It_answers_in_the_form_that_is_asked_for_and_at_no_other_place()
    {
        var port = FreePort();
        using var endpoint = MetricsEndpoint.Start(IPAddress.Loopback, port, ["System.Runtime"]);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var plain = await client.GetAsync("/metrics", TestContext.Current.CancellationToken);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", plain.Content.Headers.ContentType!.ToString());
        Assert.Contains(
            "\ndotnet_process_cpu_count ", await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.TryAddWithoutValidation(
            "Accept", "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;q=0.5");
        using var open = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("application/openmetrics-text", open.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(
            "\n# EOF\n", await open.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var elsewhere = await client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Contains("/metrics", await elsewhere.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var posted = await client.PostAsync("/metrics", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
    }

    [Fact]
    public async Task It_is_found_as_localhost_too_and_gone_when_it_is_disposed_of()
    {
        var port = FreePort();
        using var client = new HttpClient();
        using (MetricsEndpoint.Start(IPAddress.Loopback, port, []))
        {
            Assert.Equal("", await client.GetStringAsync(new Uri($"http://localhost:{port}/metrics"), TestContext.Current.CancellationToken));
        }

        await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/metrics"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_port_that_somebody_has_is_told_with_what_to_do()
    {
        using var somebody = new TcpListener(IPAddress.Loopback, 0);
        somebody.Start();
        var port = ((IPEndPoint)somebody.LocalEndpoint).Port;
        var refused = Assert.Throws<ClusterException>(() => MetricsEndpoint.Start(IPAddress.Loopback, port, []));
        Assert.Contains($"127.0.0.1:{port}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("choose another with --metrics-port", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_of_IPv6_is_refused_with_what_to_do()
    {
        var refused = Assert.Throws<ClusterException>(
            () => MetricsEndpoint.Start(IPAddress.Parse("2001:db8::7"), FreePort(), []));
        Assert.Contains("2001:db8::7", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Give --listen one of these", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("192.168.1.7", "http://192.168.1.7:9464/metrics")]
    [InlineData("2001:db8::7", "http://[2001:db8::7]:9464/metrics")]
    public void Where_metrics_are_is_told_as_a_browser_takes_it(string address, string url) =>
        Assert.Equal(url, new SiloOptions { Listen = IPAddress.Parse(address), MetricsPort = 9464 }.MetricsUrl);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
