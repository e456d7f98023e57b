using System.CommandLine;
using System.Globalization;
using Simulator.Analysis.Exports;
using Simulator.Analysis.Exports.Otlp;

namespace Simulator.Cli.Commands;

/// <summary>What <c>export --to otlp</c> can be told.</summary>
internal sealed class OtlpCommandOptions
{
    private readonly ExportOptions shared;

    internal OtlpCommandOptions(ExportOptions shared)
    {
        this.shared = shared;
        Protocol.AcceptOnlyFromAmong("grpc", "http/protobuf");
        Compression.AcceptOnlyFromAmong("gzip", "none");
    }

    internal Option<string?> Endpoint { get; } = new("--endpoint")
    {
        Description = "where the receiver is; else OTEL_EXPORTER_OTLP_ENDPOINT, else http://localhost:4318, of grpc :4317",
    };

    internal Option<string?> Protocol { get; } = new("--protocol")
    {
        Description = "http/protobuf or grpc; else OTEL_EXPORTER_OTLP_PROTOCOL, else http/protobuf",
    };

    internal Option<string[]> Header { get; } = new("--header")
    {
        Description = "name=value, which goes with every request; may be given again",
    };

    internal Option<string?> Compression { get; } = new("--compression") { Description = "gzip, or none" };

    internal Option<string?> Offset { get; } = new("--offset")
    {
        Description = "how far simulated times are moved, such as -7h or 1800d; they are the scenario's civil times, read as UTC",
    };

    internal Option<string?> Ends { get; } = new("--ends")
    {
        Description = "now, or the moment on which the end of the last span falls: many stores take no old spans",
    };

    internal Option<int> Batch { get; } = new("--batch")
    {
        Description = "spans in a request, at most",
        DefaultValueFactory = _ => OtlpOptions.UsualBatch,
    };

    internal IReadOnlyList<Option> All =>
        [Endpoint, Protocol, Header, Compression, Offset, shared.BeginsAt, Ends, Batch, shared.Directive];

    /// <summary>Sends a run as it was told.</summary>
    internal ExportSummary Send(ExportSource source, ParseResult parsed)
    {
        try
        {
            return OtlpExport.Send(source, Of(source, parsed), Console.Error.WriteLine, Interruption.Token);
        }
        catch (OtlpException mistake)
        {
            throw new UsageException(mistake.Message);
        }
    }

    private OtlpOptions Of(ExportSource source, ParseResult parsed) => new()
    {
        Target = OtlpSettings.Target(
            parsed.GetValue(Endpoint), parsed.GetValue(Protocol), parsed.GetValue(Header) ?? [], parsed.GetValue(Compression),
            System.Environment.GetEnvironmentVariable),
        Clock = ClockOf(source, parsed),
        Batch = parsed.GetValue(Batch) is > 0 and var spans
            ? spans
            : throw new UsageException($"--batch takes how many spans a request has at most, 1 or more, not {parsed.GetValue(Batch)}."),
        Directive = parsed.GetValue(shared.Directive),
    };

    private SpanClock ClockOf(ExportSource source, ParseResult parsed)
    {
        var (offset, begins, ends) = (parsed.GetValue(Offset), parsed.GetValue(shared.BeginsAt), parsed.GetValue(Ends));
        long LastTick() => OtlpExport.LastTick(source, parsed.GetValue(shared.Directive));
        return (offset, begins, ends) switch
        {
            (null, null, null) => SpanClock.Shifted(source, TimeSpan.Zero),
            (not null, null, null) => SpanClock.Shifted(source, LengthOf(offset)),
            (null, not null, null) => SpanClock.Placed(source, 0, ExportOptions.MomentOf("--begins-at", begins, source.Until)),
            (null, null, "now") => SpanClock.Placed(source, LastTick(), TimeProvider.System.GetUtcNow()),
            (null, null, not null) => SpanClock.Placed(source, LastTick(), ExportOptions.MomentOf("--ends", ends, 0)),
            _ => throw new UsageException("--offset, --begins-at and --ends each say where the run lies in time: give one of them."),
        };
    }

    private static TimeSpan LengthOf(string text)
    {
        var sign = text.StartsWith('-') ? -1 : 1;
        var digits = text.TrimStart('-', '+');
        var unit = digits.Length == 0 ? 0 : digits[^1] switch { 's' => 1, 'm' => 60, 'h' => 3_600, 'd' => 86_400, 'w' => 604_800, _ => 0 };
        return unit > 0 && long.TryParse(digits[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= 10_000_000_000 / unit
            ? TimeSpan.FromSeconds(sign * number * unit)
            : throw new UsageException($"--offset takes a length such as -7h, 90m or 1800d, not '{text}'.");
    }
}
