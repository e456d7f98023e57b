using System.Globalization;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>
/// The simulated run as OpenTelemetry traces, sent by OTLP: each directive a trace, each body's handling a span, its steps and
/// waits parts of it. docs/exports.md says what is in them; docs/adr/0021 why no library writes them.
/// </summary>
public static class OtlpExport
{
    /// <summary>
    /// The last tick of the spans that would be sent; <c>--ends</c> puts it on a moment. They are made once to know it, for how
    /// far a file lasts is known from its entries only.
    /// </summary>
    /// <param name="source">The run.</param>
    /// <param name="directive">The one directive that is sent; <c>null</c>: all.</param>
    public static long LastTick(ExportSource source, string? directive = null)
    {
        var names = new TraceNames(source);
        return new RunSpans(source, names, Only(source, names, directive)).LastTick();
    }

    /// <summary>Sends a run.</summary>
    /// <param name="source">The run.</param>
    /// <param name="options">What, and where.</param>
    /// <param name="tell">Gets sentences for the user as they are due.</param>
    /// <param name="cancellation">Given up, what has arrived stays there.</param>
    /// <exception cref="OtlpException">It cannot be sent: nobody listens, or no trace can say when it was.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static ExportSummary Send(
        ExportSource source, OtlpOptions options, Action<string> tell, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ISpanSender sender = options.Target.Protocol == OtlpProtocol.Grpc
            ? new GrpcSpanSender(options.Target)
            : new HttpSpanSender(options.Target, TimeProvider.System);
        using (sender)
        {
            return Send(source, options, new BatchSending(sender, RetryRule.Usual(), options.Target, Task.Delay), tell, cancellation)
                .GetAwaiter().GetResult();
        }
    }

    internal static async Task<ExportSummary> Send(
        ExportSource source, OtlpOptions options, BatchSending sending, Action<string> tell, CancellationToken cancellation)
    {
        var names = new TraceNames(source);
        var spans = new RunSpans(source, names, Only(source, names, options.Directive));
        var clock = options.Clock;
        if (!clock.CanSay(0) || !clock.CanSay(source.Until))
        {
            throw new OtlpException(
                $"The run lasts from {clock.Said(0)} to {clock.Said(source.Until)}; traces know moments from 1970 to 2262 only. Move it "
                + "with --begins-at or --offset.");
        }

        tell(string.Create(
            CultureInfo.InvariantCulture,
            $"Simulated {names.Moment(0)} is sent as {clock.Said(0)}, an offset of {clock.ShiftSeconds} s; ")
            + "--begins-at, --ends and --offset set it.");
        var batch = new SpanBatch(clock, Resource(source, clock), options.Batch);
        try
        {
            foreach (var span in spans.All())
            {
                if (!batch.TryAdd(span))
                {
                    await sending.Send(batch.Count, batch.Take(), cancellation);
                    batch.TryAdd(span);
                }
            }

            if (batch.Count > 0)
            {
                await sending.Send(batch.Count, batch.Take(), cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            tell(Number($"Given up: {sending.Tally.Arrived:N0} spans have arrived at {options.Target.Address} and stay there."));
            throw;
        }

        return Summary(options, spans, sending);
    }

    /// <summary>What is said of every span of the run.</summary>
    private static List<SpanAttribute> Resource(ExportSource source, SpanClock clock) =>
    [
        new("service.namespace", "simulator"),
        .. ((string[])["scenario", "variant", "seed", "replication", "digest", "start"])
            .Select(fact => new SpanAttribute($"simulator.{fact}", source.Fact(fact))),
        new("simulator.offset_seconds", clock.ShiftSeconds),
    ];

    private static TracedDirective? Only(ExportSource source, TraceNames names, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var root = ExportChoice.Directive(source, text);
        return names.Directives.First(each => each.Root == root);
    }

    private static ExportSummary Summary(OtlpOptions options, RunSpans spans, BatchSending sending)
    {
        var tally = sending.Tally;
        var remarks = new List<string>
        {
            Number($"{tally.Arrived:N0} of {tally.Sent:N0} spans arrived at {options.Target.Address}; ")
                + Number($"requests: {tally.Requests:N0}, of them sent again: {tally.Again:N0}."),
        };
        remarks.AddRange(tally.Sentences());
        if (sending.HasStopped)
        {
            remarks.Add("What came after that was not sent, for it would fare the same.");
        }

        if (tally.Arrived == 0)
        {
            remarks.Add($"It was sent by {(options.Target.Protocol == OtlpProtocol.Grpc ? "grpc" : "http/protobuf")}; by custom receivers "
                + "listen on 4317 for grpc and on 4318 for http/protobuf, which --protocol sets.");
        }

        if (spans.Open > 0)
        {
            remarks.Add(Number($"Of {spans.Handlings:N0} handlings {spans.Open:N0} had not ended: ")
                + "they end with the run and say simulator.open.");
        }

        if (spans.LeftOut > 0)
        {
            remarks.Add("Entries about no directive, such as absences, events and interventions, are in no trace: "
                + Number($"{spans.LeftOut:N0}."));
        }

        return new ExportSummary(
            new ExportCount("traces", "trace", spans.Traces), new ExportCount("spans", "span", tally.Sent),
            new ExportCount("arrived", "arrived", tally.Arrived), new ExportCount("not arrived", "not arrived", tally.Lost))
        {
            Remarks = remarks,
            IsWhole = tally.Lost == 0,
        };
    }

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
