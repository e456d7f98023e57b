using Simulator.Analysis.Exports;
using Simulator.Analysis.Exports.Otlp;
using Simulator.Tests.Analysis.Store;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Exports.Otlp;

public sealed class SendingTests : IDisposable
{
    private readonly StoredRun _stored = new(ShippedRun.Base("bac-kan-570"), writesOcelTables: false);
    private readonly List<ISpanSender> _senders = [];
    private readonly List<TimeSpan> _waited = [];
    private readonly List<string> _told = [];
    private CancellationToken _cancellation = TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _senders.ForEach(sender => sender.Dispose());
        _stored.Dispose();
    }

    [Fact]
    public async Task All_spans_arrive_in_batches_of_the_size_that_was_asked_for()
    {
        using var receiver = new WebReceiver();
        var summary = await Send(receiver.Target, batch: 100);
        Assert.True(summary.IsWhole);
        Assert.Equal([1, 453, 453, 0], summary.Counts.Select(count => count.Number));
        Assert.Equal(5, receiver.Requests.Count);
        Assert.All(receiver.Requests, request => Assert.Equal(("/v1/traces", "application/x-protobuf"), (request.Path, request.Type)));
        Assert.Contains("453 of 453 spans arrived", summary.Remarks[0], StringComparison.Ordinal);
        Assert.Contains("is sent as 2021-05-02T08:00:00Z, an offset of 0 s", _told.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_receiver_that_is_busy_gets_the_same_bytes_again_after_the_time_it_asks_for(int status)
    {
        using var receiver = new WebReceiver(WebReceiver.Status(status, "7"), WebReceiver.Status(status));
        var summary = await Send(receiver.Target);
        Assert.True(summary.IsWhole);
        Assert.Contains("requests: 3, of them sent again: 2.", summary.Remarks[0], StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(7), _waited[0]);
        Assert.InRange(_waited[1].TotalSeconds, 1.2, 1.8);
        Assert.Single(receiver.Requests.Select(request => Convert.ToHexString(request.Body)).Distinct());
    }

    [Fact]
    public async Task A_receiver_that_stays_busy_is_given_up_and_the_rest_is_counted()
    {
        using var receiver = new WebReceiver([WebReceiver.Status(200), .. Enumerable.Repeat(WebReceiver.Status(503), 5)]);
        var summary = await Send(receiver.Target, batch: 100);
        Assert.False(summary.IsWhole);
        Assert.Equal([1, 453, 100, 353], summary.Counts.Select(count => count.Number));
        Assert.Equal(6, receiver.Requests.Count);
        Assert.Contains(summary.Remarks, remark => remark.StartsWith("353 did not arrive: HTTP 503", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Spans_that_a_receiver_rejects_are_counted_with_its_reason_and_not_sent_again()
    {
        using var receiver = new WebReceiver(WebReceiver.Rejects(3, "too old"), WebReceiver.Rejects(0, "slow down, please"));
        var summary = await Send(receiver.Target, batch: 300);
        Assert.False(summary.IsWhole);
        Assert.Equal([1, 453, 450, 3], summary.Counts.Select(count => count.Number));
        Assert.Equal(2, receiver.Requests.Count);
        Assert.Contains("3 did not arrive: too old.", summary.Remarks);
        Assert.Contains("The receiver says: slow down, please", summary.Remarks);
    }

    [Theory]
    [InlineData(400, 353, 5)]
    [InlineData(413, 353, 5)]
    [InlineData(401, 0, 1)]
    [InlineData(404, 0, 1)]
    public async Task A_batch_that_is_refused_is_lost_and_a_door_that_is_shut_is_not_knocked_at_again(
        int status, long arrived, int requests)
    {
        using var receiver = new WebReceiver(WebReceiver.Status(status));
        var summary = await Send(receiver.Target, batch: 100);
        Assert.False(summary.IsWhole);
        Assert.Equal(arrived, summary.Counts[2].Number);
        Assert.Equal(requests, receiver.Requests.Count);
        Assert.Empty(_waited);
    }

    [Fact]
    public async Task Where_nothing_listens_it_says_what_to_start()
    {
        var target = new OtlpTarget
        {
            Address = new Uri($"http://127.0.0.1:{WebReceiver.FreePort()}/v1/traces"),
            Protocol = OtlpProtocol.Http,
        };
        var mistake = await Assert.ThrowsAsync<OtlpException>(() => Send(target));
        Assert.Contains($"Nothing listens at {target.Address}: the connection was refused.", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("docker run", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_an_answer_is_given_up_at_its_limit_and_made_again()
    {
        var target = new OtlpTarget { Address = new Uri("http://127.0.0.1:1/"), Protocol = OtlpProtocol.Http };
        Assert.Equal(TimeSpan.FromSeconds(10), target.Limit);
        using var sender = new LateSender(TimeSpan.FromMilliseconds(1));
        var sending = Sending(target, sender);
        await sending.Send(3, [1, 2], _cancellation);
        Assert.Equal([SendOutcome.Busy, SendOutcome.Arrived], sender.Answers.Select(answer => answer.Outcome));
        Assert.Equal("no answer within 0.001 s", sender.Answers[0].Why);
        Assert.Equal((3, 2, 1), (sending.Tally.Arrived, sending.Tally.Requests, sending.Tally.Again));
        Assert.Single(_waited);
    }

    [Fact]
    public async Task Given_up_it_says_how_many_have_arrived()
    {
        using var source = new CancellationTokenSource();
        using var receiver = new WebReceiver(_ => { }, _ => source.Cancel());
        _cancellation = source.Token;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Send(receiver.Target, batch: 100));
        Assert.Matches("^Given up: [12]00 spans have arrived at http", _told[^1]);
    }

    [Fact]
    public async Task A_moment_that_no_trace_can_say_is_refused()
    {
        using var receiver = new WebReceiver();
        using var source = ExportSource.Open(_stored.Folder, TestContext.Current.CancellationToken);
        var options = new OtlpOptions { Target = receiver.Target, Clock = SpanClock.Shifted(source, TimeSpan.FromDays(-40_000)) };
        var mistake = await Assert.ThrowsAsync<OtlpException>(() => OtlpExport.Send(
            source, options, Sending(receiver.Target), _told.Add, TestContext.Current.CancellationToken));
        Assert.Contains("traces know moments from 1970 to 2262 only", mistake.Message, StringComparison.Ordinal);
        Assert.Empty(receiver.Requests);
    }

    [Fact]
    public void The_end_of_the_run_falls_on_the_moment_that_was_asked_for()
    {
        using var source = ExportSource.Open(_stored.Folder, TestContext.Current.CancellationToken);
        var clock = SpanClock.Placed(source, OtlpExport.LastTick(source), DateTimeOffset.UnixEpoch.AddYears(60));
        using var run = new TracedRun("bac-kan-570");
        Assert.Equal(
            (ulong)DateTimeOffset.UnixEpoch.AddYears(60).ToUnixTimeSeconds() * 1_000_000_000,
            run.Spans.Max(span => clock.Nanoseconds(span.End)));
    }

    [Fact]
    public void A_batch_stays_below_what_receivers_take_and_loses_nothing()
    {
        using var run = new TracedRun("bac-kan-570");
        var batch = new SpanBatch(run.Clock, [], int.MaxValue);
        var (taken, sizes) = (0, new List<int>());
        for (var round = 0; round < 40; round++)
        {
            foreach (var span in run.Spans)
            {
                if (!batch.TryAdd(span))
                {
                    taken += batch.Count;
                    sizes.Add(batch.Take().Length);
                    Assert.True(batch.TryAdd(span));
                }
            }
        }

        Assert.Equal(40 * run.Spans.Count, taken + batch.Count);
        Assert.All(sizes, size => Assert.InRange(size, 3_000_000, SpanBatch.MostBytes));
    }

    private BatchSending Sending(OtlpTarget target)
    {
        _senders.Add(new HttpSpanSender(target, TimeProvider.System));
        return Sending(target, _senders[^1]);
    }

    private BatchSending Sending(OtlpTarget target, ISpanSender sender) => new(
        sender, RetryRule.Usual(), target, (pause, _) =>
        {
            _waited.Add(pause);
            return Task.CompletedTask;
        });

    private async Task<ExportSummary> Send(OtlpTarget target, int batch = 512)
    {
        using var source = ExportSource.Open(_stored.Folder, TestContext.Current.CancellationToken);
        var options = new OtlpOptions
        {
            Target = target,
            Clock = SpanClock.Shifted(source, TimeSpan.Zero),
            Batch = batch,
        };
        return await OtlpExport.Send(source, options, Sending(target), _told.Add, _cancellation);
    }
}
