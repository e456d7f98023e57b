using System.Net;
using System.Net.Http.Headers;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>
/// OTLP over HTTP with Protocol Buffers: opentelemetry-proto 1.11.0, docs/specification.md, <i>OTLP/HTTP</i>. What can be sent
/// again is 429, 502, 503 and 504, when <c>Retry-After</c> says, and what got no answer.
/// </summary>
internal sealed class HttpSpanSender(OtlpTarget target, TimeProvider clock) : ISpanSender
{
    private const string Protobuf = "application/x-protobuf";

    private readonly HttpClient client = Transport.Client(target);

    public Task<SendAnswer> Send(byte[] request, CancellationToken cancellation) => Transport.Within(
        target.Limit, token => Post(request, token), cancellation);

    public void Dispose() => client.Dispose();

    private async Task<SendAnswer> Post(byte[] request, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(target.IsCompressed ? Transport.Compressed(request) : request);
        content.Headers.ContentType = new MediaTypeHeaderValue(Protobuf);
        if (target.IsCompressed)
        {
            content.Headers.ContentEncoding.Add("gzip");
        }

        using var message = new HttpRequestMessage(HttpMethod.Post, target.Address) { Content = content };
        using var response = await client.SendAsync(message, cancellation);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellation);
        if (response.IsSuccessStatusCode)
        {
            return Transport.Taken(IsProtobuf(response) ? answer : []);
        }

        var said = IsProtobuf(response) ? Transport.StatusMessage(answer) : null;
        var why = $"HTTP {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd() + (said is null ? "" : $": {said}");
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout => new SendAnswer(SendOutcome.Busy, Why: why, After: After(response)),
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity
                => new SendAnswer(SendOutcome.Refused, Why: why),
            _ => new SendAnswer(SendOutcome.Closed, Why: why),
        };
    }

    private static bool IsProtobuf(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType == Protobuf;

    private TimeSpan? After(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date - clock.GetUtcNow() is { Ticks: > 0 } left => left,
        _ => null,
    };
}
