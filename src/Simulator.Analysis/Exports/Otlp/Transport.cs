using System.IO.Compression;
using System.Net;
using System.Net.Sockets;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>What both ways of sending have in common: the connection, and what its failures mean.</summary>
internal static class Transport
{
    /// <summary>An answer that is longer is none.</summary>
    private const int MostBytesOfAnswer = 4 << 20;

    internal static HttpClient Client(OtlpTarget target)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = target.Limit,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MostBytesOfAnswer,
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "simulator");
        foreach (var (name, value) in target.Headers)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }

        return client;
    }

    internal static byte[] Compressed(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return target.ToArray();
    }

    /// <summary>Sends within the limit of time; a failure on the way is an answer, too.</summary>
    internal static async Task<SendAnswer> Within(
        TimeSpan limit, Func<CancellationToken, Task<SendAnswer>> send, CancellationToken cancellation)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(limit);
        try
        {
            return await send(timer.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendAnswer(SendOutcome.Busy, Why: $"no answer within {limit.TotalSeconds:0.###} s");
        }
        catch (HttpRequestException trouble)
        {
            return new SendAnswer(OutcomeOf(trouble), Why: Why(trouble));
        }
        catch (IOException trouble)
        {
            return new SendAnswer(SendOutcome.Busy, Why: trouble.Message);
        }
    }

    private static SendOutcome OutcomeOf(HttpRequestException trouble) => trouble.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError => SendOutcome.Unreached,
        HttpRequestError.SecureConnectionError or HttpRequestError.VersionNegotiationError
            or HttpRequestError.HttpProtocolError or HttpRequestError.InvalidResponse
            or HttpRequestError.ConfigurationLimitExceeded => SendOutcome.Closed,
        _ => SendOutcome.Busy,
    };

    private static string Why(HttpRequestException trouble) => trouble.HttpRequestError switch
    {
        HttpRequestError.ConnectionError when trouble.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
            => "the connection was refused",
        HttpRequestError.NameResolutionError => "there is no such host",
        HttpRequestError.ResponseEnded => "the answer broke off",
        HttpRequestError.HttpProtocolError or HttpRequestError.InvalidResponse or HttpRequestError.VersionNegotiationError
            => "what listens there speaks another protocol",
        _ => (trouble.InnerException ?? trouble).Message.TrimEnd('.'),
    };

    /// <summary>The answer of a receiver that has taken a request: <c>ExportTraceServiceResponse</c>.</summary>
    internal static SendAnswer Taken(ReadOnlySpan<byte> response)
    {
        var (rejected, why) = (0L, "");
        var reader = new WireReader(response);
        while (reader.Read())
        {
            if (reader.Field == 1)
            {
                var partial = new WireReader(reader.Bytes);
                while (partial.Read())
                {
                    (rejected, why) = partial.Field switch
                    {
                        1 => (partial.Number, why),
                        2 => (rejected, partial.Text),
                        _ => (rejected, why),
                    };
                }
            }
        }

        return new SendAnswer(SendOutcome.Arrived, rejected, why == "" ? null : why);
    }

    /// <summary>What a receiver says that a status is about, <c>google.rpc.Status</c>; <c>null</c>: nothing.</summary>
    internal static string? StatusMessage(ReadOnlySpan<byte> status)
    {
        var reader = new WireReader(status);
        while (reader.Read())
        {
            if (reader.Field == 2 && !reader.Bytes.IsEmpty)
            {
                return reader.Text;
            }
        }

        return null;
    }
}
