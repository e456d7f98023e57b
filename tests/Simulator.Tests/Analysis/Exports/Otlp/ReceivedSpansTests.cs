using System.Globalization;
using System.Text.Json;
using Simulator.Analysis.Exports;
using Simulator.Analysis.Exports.Otlp;

namespace Simulator.Tests.Analysis.Exports.Otlp;

/// <summary>What arrives, decoded by the official messages in a program of other makers.</summary>
public sealed class ReceivedSpansTests
{
    private const ulong Minute = 60_000_000_000;

    [Theory]
    [InlineData("bac-kan-570", OtlpProtocol.Http, false)]
    [InlineData("bac-kan-570", OtlpProtocol.Http, true)]
    [InlineData("bac-kan-570", OtlpProtocol.Grpc, false)]
    [InlineData("bac-kan-570", OtlpProtocol.Grpc, true)]
    [InlineData("vertical-lines", OtlpProtocol.Grpc, false)]
    [InlineData("mechanisms/conflicting-orders", OtlpProtocol.Http, false)]
    public async Task What_is_decoded_is_what_was_sent_span_by_span(string name, OtlpProtocol protocol, bool isCompressed)
    {
        using var receiver = NodeReceiver.Start();
        using var run = new TracedRun(name);
        var summary = await Send(run, receiver.Target(protocol, isCompressed), 200);
        Assert.True(summary.IsWhole, string.Join('\n', summary.Remarks));
        var requests = receiver.Requests();
        Assert.Equal((run.Spans.Count + 199) / 200, requests.Count);
        Assert.All(requests, request => Assert.Equal("bac-kan", request.GetProperty("headers").GetProperty("x-run").GetString()));
        var spans = requests.SelectMany(request => request.GetProperty("spans").EnumerateArray())
            .ToDictionary(span => span.GetProperty("id").GetString()!, StringComparer.Ordinal);
        Assert.Equal(run.Spans.Count, spans.Count);
        foreach (var sent in run.Spans)
        {
            Assert.Equal(Said(run, sent), Said(spans[sent.Id.ToString("x16", CultureInfo.InvariantCulture)]));
        }
    }

    [Fact]
    public async Task What_is_decoded_is_what_the_store_says_step_by_step_to_the_nanosecond()
    {
        using var receiver = NodeReceiver.Start();
        using var run = new TracedRun("bac-kan-570");
        await Send(run, receiver.Target(OtlpProtocol.Grpc), 512);
        var spans = receiver.Requests().SelectMany(request => request.GetProperty("spans").EnumerateArray()).ToList();
        string Of(JsonElement span, string key) =>
            span.GetProperty("attributes").TryGetProperty(key, out var value) ? value.ToString() : "";
        var names = spans.ToDictionary(span => span.GetProperty("id").GetString()!, span => span.GetProperty("name").GetString());
        var decoded = spans.Where(span => Of(span, "simulator.post") != "").Select(span => string.Join('|',
            Of(span, "simulator.entry"), span.GetProperty("name").GetString(), names[span.GetProperty("parent").GetString()!],
            span.GetProperty("resource").GetProperty("service.name").GetString(), span.GetProperty("start").GetString(),
            span.GetProperty("end").GetString(), Of(span, "simulator.post"), Of(span, "simulator.worked_minutes")));
        var stored = run.Stored.Ask("""
            SELECT b.key || '#' || e.sequence || '|' || a.key || CASE WHEN e.item < 32 THEN ': ' || m.key ELSE '' END
                   || '|' || b.name || '|' || l.key || '|' || ((s.value + e.started * 60) || '000000000')
                   || '|' || ((s.value + e.at * 60) || '000000000') || '|'
                   || p.key || '|' || e.worked
            FROM entry e JOIN body b ON b.id = e.body JOIN activity a ON a.id = e.activity JOIN level l ON l.id = b.level
            JOIN post p ON p.id = e.post JOIN run s ON s.key = 'start_seconds'
            LEFT JOIN assignment m ON m.root = e.root AND m.item = e.item WHERE e.kind = 3
            """).Select(row => (string)row[0]!);
        Assert.Equal(stored.Order(StringComparer.Ordinal), decoded.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Over_grpc_what_is_busy_is_tried_again_and_what_is_rejected_is_counted()
    {
        using var receiver = NodeReceiver.Start("UNAVAILABLE", "RESOURCE_EXHAUSTED:7", "partial:3");
        using var run = new TracedRun("bac-kan-570");
        var waited = new List<TimeSpan>();
        var summary = await Send(run, receiver.Target(OtlpProtocol.Grpc), 512, waited);
        Assert.Equal([1, 453, 450, 3], summary.Counts.Select(count => count.Number));
        Assert.Contains("3 did not arrive: too old.", summary.Remarks);
        Assert.Equal(2, waited.Count);
        Assert.Equal(TimeSpan.FromSeconds(7), waited[1]);
        Assert.Equal(["UNAVAILABLE", "RESOURCE_EXHAUSTED:7", "partial:3"], receiver.Requests().Select(each => each.GetProperty("answer").GetString()));
    }

    [Theory]
    [InlineData("UNAUTHENTICATED", 0, 1)]
    [InlineData("RESOURCE_EXHAUSTED", 353, 5)]
    [InlineData("INVALID_ARGUMENT", 353, 5)]
    public async Task Over_grpc_what_is_refused_is_not_tried_again(string status, long arrived, int requests)
    {
        using var receiver = NodeReceiver.Start(status);
        using var run = new TracedRun("bac-kan-570");
        var summary = await Send(run, receiver.Target(OtlpProtocol.Grpc), 100);
        Assert.False(summary.IsWhole);
        Assert.Equal(arrived, summary.Counts[2].Number);
        Assert.Contains(summary.Remarks, remark => remark.Contains($"gRPC {status}: as told.", StringComparison.Ordinal));
        Assert.Equal(requests, receiver.Requests().Count);
    }

    [Theory]
    [InlineData(OtlpProtocol.Http)]
    [InlineData(OtlpProtocol.Grpc)]
    public async Task The_other_protocol_at_a_port_is_told_apart_from_nobody(OtlpProtocol protocol)
    {
        using var receiver = NodeReceiver.Start();
        using var run = new TracedRun("bac-kan-570");
        var port = protocol == OtlpProtocol.Grpc ? receiver.HttpPort : receiver.GrpcPort;
        var target = OtlpSettings.Target(
            $"http://127.0.0.1:{port}", protocol == OtlpProtocol.Grpc ? "grpc" : "http/protobuf", [], null, _ => null);
        var summary = await Send(run, target, 512);
        Assert.False(summary.IsWhole);
        Assert.Contains(summary.Remarks, remark => remark.Contains("by custom receivers listen on 4317 for grpc", StringComparison.Ordinal));
    }

    private static async Task<ExportSummary> Send(TracedRun run, OtlpTarget target, int batch, List<TimeSpan>? waited = null)
    {
        using var sender = target.Protocol == OtlpProtocol.Grpc
            ? (ISpanSender)new GrpcSpanSender(target)
            : new HttpSpanSender(target, TimeProvider.System);
        var sending = new BatchSending(sender, RetryRule.Usual(), target, (pause, _) =>
        {
            waited?.Add(pause);
            return Task.CompletedTask;
        });
        return await OtlpExport.Send(
            run.Source, new OtlpOptions { Target = target, Clock = run.Clock, Batch = batch }, sending, _ => { },
            TestContext.Current.CancellationToken);
    }

    /// <summary>A span as it was decoded.</summary>
    private static string Said(JsonElement span)
    {
        string Text(string key) => span.GetProperty(key).ToString();
        static string Pairs(JsonElement pairs) => string.Join(',', pairs.EnumerateObject()
            .Select(pair => $"{pair.Name}={pair.Value}").Order(StringComparer.Ordinal));
        var events = span.GetProperty("events").EnumerateArray().Select(each =>
            $"{each.GetProperty("at").GetString()} {each.GetProperty("name").GetString()} {Pairs(each.GetProperty("attributes"))}");
        var links = span.GetProperty("links").EnumerateArray().Select(each =>
            $"{each.GetProperty("trace").GetString()} {each.GetProperty("id").GetString()} {Pairs(each.GetProperty("attributes"))}");
        return string.Join('\n', [
            Text("trace"), Text("id"), Text("parent"), Text("name"), Text("kind"), Text("start"), Text("end"), Text("code"), Text("message"),
            span.GetProperty("resource").GetProperty("service.name").GetString()!,
            span.GetProperty("resource").GetProperty("simulator.digest").GetString()!,
            Pairs(span.GetProperty("attributes")), .. events, .. links]);
    }

    /// <summary>The same as it is meant.</summary>
    private static string Said(TracedRun run, SimulatedSpan span)
    {
        string Moment(long tick) =>
            (((ulong)run.Source.StartSeconds * 1_000_000_000) + ((ulong)tick * Minute)).ToString(CultureInfo.InvariantCulture);
        static string Pairs(IEnumerable<SpanAttribute> pairs) => string.Join(',', pairs
            .Select(pair => $"{pair.Key}={pair.Text ?? (pair.IsFlag ? (pair.Number == 1).ToString() : $"{pair.Number}")}").Order(StringComparer.Ordinal));
        return string.Join('\n', [
            span.Trace.ToString("x32", null), span.Id.ToString("x16", null), span.Parent == 0 ? "" : span.Parent.ToString("x16", null),
            span.Name, $"{(int)span.Kind}", Moment(span.Start), Moment(span.End), span.Error is null ? "0" : "2", span.Error ?? "",
            span.From, run.Source.Fact("digest"), Pairs(span.Attributes),
            .. span.Events.Select(each => $"{Moment(each.At)} {each.Name} {Pairs(each.Attributes)}"),
            .. span.Links.Select(each => $"{each.Trace:x32} {each.Span:x16} simulator.link={each.How}")]);
    }
}
