using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>
/// OTLP over gRPC as one unary call a request, by HTTP/2 (grpc/grpc, doc/PROTOCOL-HTTP2.md): before the message a byte that says
/// whether it is compressed and four for its length, behind it trailers with the status. Without TLS HTTP/2 is spoken from the
/// first byte on. Which statuses can be sent again is the table of opentelemetry-proto 1.11.0, docs/specification.md.
/// </summary>
internal sealed class GrpcSpanSender(OtlpTarget target) : ISpanSender
{
    private const int PrefixBytes = 5;

    /// <summary>The header has room for eight digits.</summary>
    private const int MostMilliseconds = 99_999_999;

    private readonly HttpClient client = Transport.Client(target);

    public Task<SendAnswer> Send(byte[] request, CancellationToken cancellation) => Transport.Within(
        target.Limit, token => Call(request, token), cancellation);

    public void Dispose() => client.Dispose();

    private async Task<SendAnswer> Call(byte[] request, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(Framed(request));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        using var message = new HttpRequestMessage(HttpMethod.Post, target.Address)
        {
            Content = content,
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        message.Headers.TryAddWithoutValidation("te", "trailers");
        message.Headers.TryAddWithoutValidation(
            "grpc-timeout",
            string.Create(CultureInfo.InvariantCulture, $"{Math.Min(Math.Ceiling(target.Limit.TotalMilliseconds), MostMilliseconds):0}m"));
        if (target.IsCompressed)
        {
            message.Headers.TryAddWithoutValidation("grpc-encoding", "gzip");
        }

        using var response = await client.SendAsync(message, cancellation);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellation);
        return Header(response, "grpc-status") is { } status
            ? Answer(status, response, answer)
            : OfHttp(response);
    }

    private byte[] Framed(byte[] request)
    {
        var message = target.IsCompressed ? Transport.Compressed(request) : request;
        var framed = new byte[PrefixBytes + message.Length];
        framed[0] = target.IsCompressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), message.Length);
        message.CopyTo(framed, PrefixBytes);
        return framed;
    }

    /// <summary>What is in a frame that is not compressed, as it was not asked for that.</summary>
    private static ReadOnlySpan<byte> Unframed(byte[] framed) =>
        framed.Length >= PrefixBytes && framed[0] == 0 ? framed.AsSpan(PrefixBytes) : [];

    private static SendAnswer Answer(string status, HttpResponseMessage response, byte[] answer)
    {
        var code = int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 2;
        if (code == 0)
        {
            return Transport.Taken(Unframed(answer));
        }

        var said = Uri.UnescapeDataString(Header(response, "grpc-message") ?? "");
        var why = $"gRPC {GrpcStatus.Name(code)}" + (said == "" ? "" : $": {said}");
        var after = GrpcStatus.RetryAfter(Header(response, "grpc-status-details-bin"));
        return new SendAnswer(GrpcStatus.Outcome(code, after is not null), Why: why, After: after);
    }

    /// <summary>What is no answer of gRPC: of something between, or of another program.</summary>
    private static SendAnswer OfHttp(HttpResponseMessage response) => new(
        response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout ? SendOutcome.Busy : SendOutcome.Closed,
        Why: $"HTTP {(int)response.StatusCode} without a status of gRPC");

    /// <summary>In the trailers; or in the headers, where there is no message.</summary>
    private static string? Header(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values)
            ? values.First()
            : null;
}
